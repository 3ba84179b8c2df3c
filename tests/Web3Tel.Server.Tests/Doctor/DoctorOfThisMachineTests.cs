using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Distribution;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Doctor;

/// <summary>What the doctor finds on the service's side.</summary>
public sealed class DoctorOfThisMachineTests(ITestOutputHelper console) : DoctorTest(console)
{
    [Theory]
    [InlineData("Outbound:Listen", "calls-port")]
    [InlineData("Http:Listen", "page-port")]
    public async Task A_port_that_somebody_else_has_is_told_with_its_setting(string setting, string check)
    {
        using var taken = Take(setting);
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith($"wrong {check}: The service cannot listen at {Settings[setting]}").And.Contain($"ss -ltnp 'sport = :{Settings[setting].Split(':')[1]}'").And.EndWith($"Web3Tel:{setting}.");
    }

    [Fact]
    public async Task Beside_a_running_service_its_own_ports_are_in_order()
    {
        using var data = new DataFolder(Folder["data"]);
        using var calls = Take("Outbound:Listen");
        using var page = Take("Http:Listen");
        (await Complaints()).Should().BeEmpty();
        FluentActions.Invoking(() => new DataFolder(Folder["data"])).Should().Throw<StartException>("the doctor has not let go what the service holds");
    }

    [Fact]
    public async Task A_service_that_listens_elsewhere_than_the_settings_say_is_told()
    {
        using var data = new DataFolder(Folder["data"]);
        (await Complaints()).Should().SatisfyRespectively(
            calls => calls.Should().StartWith("warning calls-port: A service runs on this data folder, but nobody listens at"),
            page => page.Should().StartWith("warning page-port: "));
    }

    [Fact]
    public async Task The_limit_is_that_of_the_service_which_runs()
    {
        using var data = new DataFolder(Folder["data"]);
        using var calls = Take("Outbound:Listen");
        using var page = Take("Http:Listen");
        Directory.CreateDirectory(Folder["proc/815/fd"]);
        File.CreateSymbolicLink(Folder["proc/815/fd/7"], DataFolder.HeldFile(Folder["data"]));
        Limit("815", 1_024);
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong open-files: The running service may open 1024 files");
    }

    [Fact]
    public async Task What_the_service_found_and_put_right_is_told_and_a_state_that_cannot_be_read_is_left_alone()
    {
        Directory.CreateDirectory(Folder["data"]);
        (await Run("--language", "en")).Output.Should().MatchRegex("ok +repairs +What was found and put right is not known");
        var states = new StateFile(new StorageOptions(Folder["data"], TimeProvider.System), NullLogger.Instance);
        states.Write(CallCenter.Empty);
        (await Run("--language", "en")).Output.Should().MatchRegex("ok +repairs +Nothing had to be put right, as of 20");
        states.Write(CallCenter.Empty with { Repairs = CallCenter.Empty.Repairs.Add(Repair.GhostCaller, 3).Add(Repair.RunningRecording, 1) });
        (await Run("--language", "en")).Output.Should().MatchRegex("ok +repairs +Found and put right, as of 20.* UTC: callers who were gone: 3; recordings that ran on: 1");
        (await Run("--language", "ru")).Output.Should().Contain("звонящих уже не было: 3");
        File.WriteAllText(StateFile.PathIn(Folder["data"]), "{");
        (await Run("--language", "en")).Output.Should().MatchRegex("ok +repairs +What was found and put right is not known");
        File.ReadAllText(StateFile.PathIn(Folder["data"])).Should().Be("{", "the doctor changes nothing");
    }

    [Fact]
    public async Task Few_open_files_for_a_service_started_from_here_are_told()
    {
        Limit("self", 10_000);
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("warning open-files: The service here may open 10000 files and sockets.").And.Contain("web3tel.service");
    }

    [Fact]
    public async Task Calls_awaited_on_loopback_from_a_FreeSWITCH_elsewhere_are_told()
    {
        // Nobody answers there, and the doctor's patience is FreeSWITCH's.
        Settings["FreeSwitch:Host"] = "192.0.2.1";
        (await Complaints()).Should().Contain(line => line.StartsWith("wrong calls-port: Calls are awaited on loopback", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_FreeSWITCH_from_which_calls_are_not_taken_is_told()
    {
        Settings["Outbound:Allow"] = "10.0.0.0/8";
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong calls-port: Calls from 127.0.0.1 would be refused").And.Contain("Web3Tel:Outbound:Allow");
    }

    [Theory]
    [InlineData(400_000_000L, "wrong")]
    [InlineData(4_000_000_000L, "warning")]
    public async Task A_disk_that_is_nearly_full_is_told(long free, string verdict)
    {
        Machine = Machine with { FreeBytes = _ => free };
        (await Complaints()).Should().HaveCount(2).And.OnlyContain(line => line.StartsWith($"{verdict} disk: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_to_is_told()
    {
        File.WriteAllText(Folder["file"], "");
        Settings["Data"] = Folder["file/data"];
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith($"wrong data: Nothing can be written to the data folder {Folder["file/data"]}").And.Contain("chown");
    }

    [Fact]
    public async Task A_voice_that_no_queue_needs_is_not_missed()
    {
        Settings["Speech:Program"] = "nobody-speaks";
        (await Complaints()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_voice_that_is_missing_is_told()
    {
        Settings["Speech:Program"] = "nobody-speaks";
        Settings["Queues:0:Announce:Position"] = "true";
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong voice: There is no program \"nobody-speaks\" that speaks what reception announces.").And.Contain("apt install espeak-ng");
    }

    [Fact]
    public async Task A_voice_that_neither_the_service_nor_FreeSWITCH_has_is_told_with_how_either_gets_one()
    {
        Settings["Speech:Program"] = "nobody-speaks";
        Settings["Queues:0:Announce:Position"] = "true";
        FreeSwitch.Ill["module_exists mod_tts_commandline"] = "false";
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong voice: There is no program \"nobody-speaks\"")
            .And.Contain("Nor does FreeSWITCH: mod_tts_commandline is not loaded.").And.Contain("apt install espeak-ng").And.Contain("load mod_tts_commandline");
    }

    [Fact]
    public async Task A_voice_that_is_FreeSWITCHs_is_tried_there()
    {
        Settings["Speech:Through"] = "FreeSwitch";
        Settings["Queues:0:Announce:Position"] = "true";
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong voice: FreeSWITCH does not speak: there is no speech_command in vars.xml");
        (FreeSwitch.Ill["global_getvar speech_command"], FreeSwitch.Ill["global_getvar conf_dir"], FreeSwitch.Ill["global_getvar cache_dir"]) = ("espeak-ng {file}", Folder.Path, Folder["cache"]);
        File.WriteAllText(Folder["speak.sh"], "");
        File.WriteAllText(Folder["spoken.wav"], "RIFF");
        FreeSwitch.Ill["system"] = "timeout: failed to run command";
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong voice: FreeSWITCH does not speak: \"espeak-ng {file}\" failed: timeout: failed to run command");
        FreeSwitch.Ill["system"] = Folder["spoken.wav"];
        (await Complaints()).Should().BeEmpty();
        FreeSwitch.Asked.Should().Contain(command => command.StartsWith($"system /bin/sh '{Folder["speak.sh"]}' '{Folder["cache/speech"]}' 'espeak-ng {{file}}' en web3tel-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Queues:0:WhisperCaller", "true", "reception")]
    [InlineData("Phone:Menu", "*90", "*90")]
    public async Task A_voice_that_operators_hear_is_missed_too(string setting, string value, string who)
    {
        Settings["Speech:Program"] = "nobody-speaks";
        Settings[setting] = value;
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith($"wrong voice: There is no program \"nobody-speaks\" that speaks what {who} announces.");
    }

    [Fact]
    public async Task A_voice_that_fails_is_told()
    {
        Settings["Speech:Program"] = "false";
        Settings["Queues:0:Announce:Position"] = "true";
        (await Complaints()).Should().ContainSingle().Which.Should().Contain("false does not speak: ");
    }

    [Fact]
    public async Task A_voice_that_FreeSWITCH_does_not_hear_is_told()
    {
        Settings["Speech:Program"] = "sh";
        Settings["Speech:LongestSeconds"] = "60";
        foreach (var (i, argument) in new[] { "-c", "echo \"$1\" > \"$0\"", "{file}", "{text}" }.Index())
        {
            Settings[$"Speech:Arguments:{i}"] = argument;
        }

        Settings["Queues:0:Announce:Position"] = "true";
        Directory.CreateDirectory(Folder["data/speech"]);
        (await Complaints()).Should().BeEmpty();

        FreeSwitch.Ill["file_exists"] = "false";
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong voice: FreeSWITCH does not find what was spoken into");
        Directory.EnumerateFiles(Folder["data/speech"]).Should().BeEmpty("nothing is left behind");
    }

    TcpListener Take(string setting)
    {
        var taken = new TcpListener(IPEndPoint.Parse(Settings[setting]));
        taken.Start();
        return taken;
    }
}
