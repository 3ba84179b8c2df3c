using System.Globalization;
using Web3Tel.Server.Tests.FreeSwitch;

namespace Web3Tel.Server.Tests.Doctor;

/// <summary>What a FreeSWITCH with our configuration answers to the doctor (1.10.12, as seen); a test makes it ill.</summary>
sealed class HealthyFreeSwitch(string sounds, string service)
{
    readonly List<string> recorded = [];

    /// <summary>Answers that are not the healthy ones, by the beginning of the command.</summary>
    public Dictionary<string, string?> Ill { get; } = [];

    public TimeSpan ClockIsAhead { get; set; }

    /// <summary>What its clock is ahead of.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public string Dialplan { get; set; } = $"""
        <section name="dialplan">{string.Concat(Directory.GetFiles(Repository.Folder("freeswitch/dialplan")).Select(File.ReadAllText)).Replace("$${web3tel_service}", service, StringComparison.Ordinal)}</section>
        """;

    public List<string> Asked { get; } = [];

    public string? Answer(string command)
    {
        Asked.Add(command);
        foreach (var (beginning, answer) in Ill)
        {
            if (command.StartsWith(beginning, StringComparison.Ordinal))
            {
                return answer;
            }
        }

        return command.Split(' ') switch
        {
            ["version"] => "FreeSWITCH Version 1.10.12-release+git~20240802T210227Z~a88d069d6f~64bit (git a88d069 2024-08-02 21:02:27Z 64bit)\n",
            ["module_exists", ..] => "true",
            ["sofia", "status"] => "                 internal\tprofile\t              sip:mod_sofia@127.0.0.1:5060\tRUNNING (0)\n",
            ["sofia", "status", "gateway", "provider"] => "====\nName    \tprovider\nProfile \tinternal\nState   \tNOREG\nStatus  \tUP\n",
            ["sofia", "status", "gateway", _] => "Invalid Gateway!\n",
            ["xml_locate", "dialplan"] => Dialplan,
            ["local_stream", "show", "moh"] => "moh\n  location: /etc/sounds/music\n  ready:    true\n  stopped:  false\n",
            ["local_stream", "show", var other] => $"-ERR Cannot locate local_stream {other}!\n",
            ["global_getvar", "sound_prefix"] => sounds,
            ["global_getvar", "run_dir"] => sounds,
            ["file_exists", var path] => Path.Exists(path) ? "true" : "false",
            ["strmicroepoch"] => ((Clock.GetUtcNow() + ClockIsAhead - DateTimeOffset.UnixEpoch).Ticks / 10).ToString(CultureInfo.InvariantCulture),
            ["originate", ..] => "+OK 7f4f1f5c-0000-0000-0000-000000000000\n",
            ["uuid_record", _, "start", var path] => Record(path),
            ["uuid_record", _, "stop", _] => Discard(),
            ["uuid_kill", _] => "+OK\n",
            [var unknown, ..] => $"-ERR {unknown} Command not found!\n",
            [] => "-ERR",
        };
    }

    string Record(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "RIFF");
            recorded.Add(path);
            return "+OK Success\n";
        }
        catch (IOException)
        {
            return "-ERR Cannot record session!\n";
        }
    }

    string Discard()
    {
        recorded.ForEach(File.Delete);
        return "+OK\n";
    }
}
