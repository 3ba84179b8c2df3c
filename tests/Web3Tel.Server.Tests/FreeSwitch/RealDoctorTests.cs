using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using Web3Tel.Server.Doctor;
using Web3Tel.Server.Tests.Doctor;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>The doctor on a real FreeSWITCH, in good health and not. Skipped, visibly, where it is not installed.</summary>
public sealed class RealDoctorTests(ITestOutputHelper console) : IDisposable
{
    /// <summary>What a test machine may lack without being ill.</summary>
    static readonly Machine RoomyMachine = new(TimeProvider.System) { FreeBytes = _ => 100_000_000_000 };

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Beside_a_running_service_all_is_well_and_the_service_notices_nothing()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch);

        (await Complaints(service.Settings.ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => setting.Value))).Should().BeEmpty();

        await Eventually.Holds(async () => (await freeSwitch.Channels()).Should().Be(0));
        (await service.Calls()).Should().BeEmpty();
        (await service.History()).Should().BeEmpty();
        Directory.EnumerateFileSystemEntries(freeSwitch.Recordings).Should().BeEmpty("the trial recording is gone");
    }

    [Fact]
    public async Task A_voice_of_FreeSWITCH_is_tried_and_what_is_missing_is_told()
    {
        _ = Installed.Voice;
        await using var freeSwitch = await RealFreeSwitch.Start();
        var settings = Settings(freeSwitch);
        settings["Web3Tel:Speech:Through"] = "FreeSwitch";
        settings["Web3Tel:Queues:0:Announce:Position"] = "true";
        (await Complaints(settings)).Should().BeEmpty();

        await freeSwitch.Api("global_setvar speech_command=no-such-voice {file} {text}");
        (await Complaints(settings)).Should().ContainSingle().Which.Should().StartWith("wrong voice: FreeSWITCH does not speak: \"no-such-voice {file} {text}\" failed:");
        await freeSwitch.Api("unload mod_tts_commandline");
        (await Complaints(settings)).Should().ContainSingle().Which.Should().StartWith("wrong voice: FreeSWITCH does not speak: mod_tts_commandline is not loaded.");
    }

    [Fact]
    public async Task Each_wrong_setting_is_told()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        (await Complaints(Settings(freeSwitch))).Should().BeEmpty();

        await Told("FreeSwitch:Password", "another", "wrong event-socket: FreeSWITCH at");
        await Told("FreeSwitch:Port", $"{Ports.Free()}", "wrong event-socket: ");
        await Told("Outbound:Listen", taken.LocalEndpoint.ToString()!, "wrong calls-port: ", "wrong dialplan: The dialplan hands calls over to");
        await Told("Recordings", "/proc/recordings", "wrong recordings: The service cannot write", "wrong recordings: FreeSWITCH cannot record");
        await Told("Greeting", "nobody-recorded-it.wav", "wrong prompts: FreeSWITCH does not find");
        await Told("LineOut", "sofia/gateway/nobody/{number}", "wrong line-out: FreeSWITCH knows no gateway \"nobody\"");
        await Told("Queues:0:Music", "local_stream://jazz", "wrong music: FreeSWITCH has no stream jazz");

        async Task Told(string setting, string value, params string[] complaints)
        {
            var settings = Settings(freeSwitch);
            settings[$"Web3Tel:{setting}"] = value;
            var told = await Complaints(settings);
            told.Should().HaveCount(complaints.Length).And.OnlyContain(line => complaints.Any(complaint => line.StartsWith(complaint, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("unload mod_hash", "wrong modules: mod_hash is not loaded")]
    [InlineData("local_stream stop moh", "wrong music: FreeSWITCH has no stream moh")]
    [InlineData("sofia profile internal stop", "wrong sip: No SIP profile runs")]
    public async Task Each_part_of_FreeSWITCH_that_fails_is_told(string failure, string complaint)
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await Eventually.Holds(async () =>
        {
            // A profile can only be stopped after ten seconds.
            await freeSwitch.Api(failure);
            (await Complaints(Settings(freeSwitch))).Should().ContainSingle().Which.Should().StartWith(complaint);
        });
    }

    [Fact]
    public async Task A_list_that_does_not_have_us_is_told()
    {
        const string Open = "<list name=\"door\" default=\"allow\"/>";
        await using var freeSwitch = await RealFreeSwitch.Start(conf =>
        {
            Change(Path.Combine(conf, "autoload_configs", "event_socket.conf.xml"), "loopback.auto", "door");
            Change(Path.Combine(conf, "autoload_configs", "acl.conf.xml"), "<network-lists>", $"<network-lists>{Open}");
        });
        Change(Path.Combine(freeSwitch.Configuration, "autoload_configs", "acl.conf.xml"), Open, Open.Replace("allow", "deny", StringComparison.Ordinal));
        await freeSwitch.Api("reloadacl");

        (await Complaints(Settings(freeSwitch))).Should().ContainSingle().Which.Should().StartWith("wrong event-socket: ").And.Contain("rude rejection");
    }

    [Fact]
    public async Task A_dialplan_that_does_not_lead_to_us_is_told()
    {
        await using var freeSwitch = await RealFreeSwitch.Start(conf =>
        {
            foreach (var context in Directory.GetFiles(Path.Combine(conf, "dialplan")))
            {
                Change(context, "application=\"socket\"", "application=\"log\"");
            }
        });
        (await Complaints(Settings(freeSwitch))).Should().ContainSingle().Which.Should().StartWith("wrong dialplan: ");
    }

    [Theory]
    [InlineData(1_000, "wrong")]
    [InlineData(10_000, "warning")]
    public async Task A_FreeSWITCH_that_may_open_few_files_is_told(int files, string verdict)
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var limit = ChildProcess.Start("prlimit", ["--pid", $"{freeSwitch.Id}", $"--nofile={files}:{files}"], folder.Path);
        (await limit.Exit(TimeSpan.FromSeconds(10))).Should().Be(0, limit.Output);
        (await Complaints(Settings(freeSwitch))).Should().ContainSingle().Which.Should().StartWith($"{verdict} open-files: FreeSWITCH may open {files} files and sockets.").And.Contain("LimitNOFILE=");
    }

    static void Change(string file, string from, string to) => File.WriteAllText(file, File.ReadAllText(file).Replace(from, to, StringComparison.Ordinal));

    Dictionary<string, string> Settings(RealFreeSwitch freeSwitch) => new()
    {
        ["Web3Tel:FreeSwitch:Host"] = "127.0.0.1",
        ["Web3Tel:FreeSwitch:Port"] = freeSwitch.EventSocketPort.ToString(CultureInfo.InvariantCulture),
        ["Web3Tel:FreeSwitch:Password"] = RealFreeSwitch.Password,
        ["Web3Tel:Outbound:Listen"] = $"127.0.0.1:{freeSwitch.ServicePort}",
        ["Web3Tel:Http:Listen"] = $"127.0.0.1:{Ports.Free()}",
        ["Web3Tel:Data"] = folder["data"],
        ["Web3Tel:Recordings"] = freeSwitch.Recordings,
    };

    async Task<IReadOnlyList<string>> Complaints(IReadOnlyDictionary<string, string> settings)
    {
        var report = await DoctorReport.Of([.. settings.SelectMany(setting => new[] { $"--{setting.Key}", setting.Value })], RoomyMachine);
        console.WriteLine(report.Output);
        return report.Complaints;
    }
}
