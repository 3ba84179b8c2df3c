using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>Messages left on a real FreeSWITCH, spoken and ended by RTP. Skipped, visibly, where it or SIPp is not installed.</summary>
public sealed partial class RealVoicemailTests : IDisposable
{
    const int CallerPort = 15501;
    const int Low = 440;
    const int High = 1_230;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    static readonly Dictionary<string, string> Settings = new()
    {
        ["Voicemail__Greeting"] = "tone_stream://%(1000,0,300)",
        ["Voicemail__Choices"] = "tone_stream://%(300,0,300)",
        ["Voicemail__Kept"] = "tone_stream://%(300,0,300)",
        ["Voicemail__SilenceSeconds"] = "15",
        ["Voicemail__Lines__0__Number"] = "1009",
        ["Voicemail__Lines__0__Mailbox"] = "queue:reception",
    };

    readonly TempFolder folder = new();

    public RealVoicemailTests() => File.WriteAllBytes(folder["tones.alaw"], Tones.ALaw((Low, 2), (High, 2)));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_said_is_in_the_file_and_the_hash_key_ends_it()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, Settings, []);
        await using var caller = Sipp.Speaking(freeSwitch, "1009", CallerPort, folder.Path);

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);

        var message = await Only(service, freeSwitch);
        message["mailbox"]!.ToString().Should().Be("queue:reception");
        await ShouldHoldWhatWasSaid(service, message);
        message["lengthSeconds"]!.GetValue<double>().Should().BeInRange(4, 13, "the key ended it, not the silence");
        await ShouldBeSoByTheMeasureOfSox(service, message);
    }

    [Fact]
    public async Task A_caller_who_waits_presses_the_exit_key_and_leaves_a_message_in_the_queues_mailbox()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        var settings = new Dictionary<string, string>(Settings)
        {
            ["Queues__0__ExitKeys__0__Key"] = "1",
            ["Queues__0__ExitKeys__0__To"] = "step:voicemail",
        };
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, settings, []);
        await using var caller = Sipp.SpeakingAfterKey(freeSwitch, "1000", CallerPort + 70, folder.Path);

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);

        var message = await Only(service, freeSwitch);
        message["mailbox"]!.ToString().Should().Be("queue:reception");
        await ShouldHoldWhatWasSaid(service, message);
        (await service.History()).Single().Journey.Select(step => step.What).Should().ContainInOrder("joined", "leftByKey", "leavesMessage");
    }

    [Fact]
    public async Task A_caller_who_hangs_up_in_the_middle_has_left_it()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, Settings, []);
        await using var caller = Sipp.SpeakingImpatiently(freeSwitch, "1009", CallerPort + 10, folder.Path);

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);

        await ShouldHoldWhatWasSaid(service, await Only(service, freeSwitch));
    }

    [Fact]
    public async Task A_service_killed_in_the_recording_loses_no_word_and_the_caller_comes_back_to_it()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, Settings, []);
        await using var caller = Sipp.Speaking(freeSwitch, "1009", CallerPort + 20, folder.Path);
        await IsRecording(freeSwitch);

        await service.Kill();
        await service.Live();

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        await ShouldHoldWhatWasSaid(service, await Only(service, freeSwitch));
    }

    [Fact]
    public async Task A_caller_who_hangs_up_while_the_service_is_dead_has_left_it()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, Settings, []);
        await using var caller = Sipp.SpeakingImpatiently(freeSwitch, "1009", CallerPort + 30, folder.Path);
        await IsRecording(freeSwitch);

        await service.Kill();
        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        await service.Live();

        await ShouldHoldWhatWasSaid(service, await Only(service, freeSwitch));
    }

    [Fact]
    public async Task A_FreeSWITCH_killed_in_the_recording_leaves_what_was_said_until_then()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, Settings, []);
        await using var caller = Sipp.Speaking(freeSwitch, "1009", CallerPort + 40, folder.Path);
        var file = await IsRecording(freeSwitch);
        await Eventually.Holds(
            () =>
            {
                Tones.Heard(File.ReadAllBytes(file), Low, High).Should().Contain(High);
                return Task.CompletedTask;
            },
            Patience);

        await freeSwitch.Kill();

        JsonNode? message = null;
        await Eventually.Holds(async () => message = (await service.Voicemail()).Should().ContainSingle(service.Output).Subject, Patience);
        message!["lengthSeconds"]!.GetValue<double>().Should().BeGreaterThan(2);
        Tones.Heard(await service.Audio(message["id"]!.ToString()), Low, High).Should().Contain(Low).And.Contain(High);
    }

    [Fact]
    public async Task A_phone_that_registers_is_told_of_messages_and_when_that_changes()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, WithMailboxOfOperator, []);
        await using var phone = Sipp.PhoneWithLamp(CallerPort + 50, folder["phone.log"]);
        await using var registration = Sipp.Registration(freeSwitch, "1001", "127.0.0.1", CallerPort + 50, TimeSpan.FromMinutes(10));
        (await registration.Exit(Patience)).Should().Be(0, registration.Output);
        await IsToldOfMessages(freeSwitch, service, CallerPort + 60);
    }

    [Fact]
    public async Task A_phone_that_subscribes_is_told_of_messages_too_where_FreeSWITCH_is_set_to_let_it()
    {
        await using var freeSwitch = await RealFreeSwitch.With(("manage_presence=false", "manage_presence=passive"));
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, WithMailboxOfOperator, []);
        await using var phone = Sipp.Subscriber(freeSwitch, "1001", "127.0.0.7", CallerPort + 70, folder["phone.log"]);
        await IsToldOfMessages(freeSwitch, service, CallerPort + 80);
    }

    static Dictionary<string, string> WithMailboxOfOperator => new(Settings)
    {
        ["Operators__0__Id"] = "1001",
        ["Voicemail__Lines__1__Number"] = "1010",
        ["Voicemail__Lines__1__Mailbox"] = "operator:1001",
    };

    /// <summary>At once that there is none, then of one that is left, then that it was read.</summary>
    async Task IsToldOfMessages(RealFreeSwitch freeSwitch, ServiceOnFreeSwitch service, int port)
    {
        await Eventually.Holds(() => Told("no"), Patience);
        await using var caller = Sipp.SpeakingImpatiently(freeSwitch, "1010", port, folder.Path);
        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        var message = await Only(service, freeSwitch);
        await Eventually.Holds(() => Told("no", "yes"), Patience);
        await service.Mark(message["id"]!.ToString(), "read");
        await Eventually.Holds(() => Told("no", "yes", "no"), Patience);
    }

    /// <summary>What the phone was told, each NOTIFY once.</summary>
    async Task Told(params string[] lamps) => Notified().Matches(await File.ReadAllTextAsync(folder["phone.log"]))
        .DistinctBy(notify => (notify.Groups[1].Value, notify.Groups[2].Value)).Select(notify => notify.Groups[3].Value).Should().Equal(lamps);

    /// <summary>By somebody else's measure: around both tones there is sound, and in the middle between them there is none.</summary>
    async Task ShouldBeSoByTheMeasureOfSox(ServiceOnFreeSwitch service, JsonNode message)
    {
        await File.WriteAllBytesAsync(folder["message.wav"], await service.Audio(message["id"]!.ToString()), TestContext.Current.CancellationToken);
        async Task<double> Loudness(int hertz)
        {
            await using var sox = ChildProcess.Start(Installed.Sox, [folder["message.wav"], "-n", "bandpass", $"{hertz}", "40h", "bandpass", $"{hertz}", "40h", "stats"], folder.Path);
            (await sox.Exit(Patience)).Should().Be(0, sox.Output);
            return double.Parse(RootMeanSquare().Match(sox.Output).Groups[1].Value, CultureInfo.InvariantCulture);
        }

        var between = await Loudness((Low + High) / 2);
        (await Loudness(Low)).Should().BeGreaterThan(between + 20);
        (await Loudness(High)).Should().BeGreaterThan(between + 20);
    }

    /// <summary>In dB, as sox says it.</summary>
    [GeneratedRegex(@"RMS lev dB\s+(-?[\d.]+)")]
    private static partial Regex RootMeanSquare();

    /// <summary>Both tones, each for two seconds, in their order, and nothing but silence beside them.</summary>
    static async Task ShouldHoldWhatWasSaid(ServiceOnFreeSwitch service, JsonNode message)
    {
        var heard = Tones.Heard(await service.Audio(message["id"]!.ToString()), Low, High);
        var shown = string.Join(' ', heard.Select(tone => tone.ToString(CultureInfo.InvariantCulture)));
        heard.Count(tone => tone == Low).Should().BeInRange(18, 21, shown);
        heard.Count(tone => tone == High).Should().BeInRange(18, 21, shown);
        heard.Where(tone => tone != 0).Should().BeInAscendingOrder(shown);
    }

    static async Task<JsonNode> Only(ServiceOnFreeSwitch service, RealFreeSwitch freeSwitch)
    {
        JsonNode? only = null;
        await Eventually.Holds(
            async () =>
            {
                (await freeSwitch.Channels()).Should().Be(0);
                only = (await service.Voicemail()).Should().ContainSingle(service.Output).Subject;
            },
            Patience);
        return only!;
    }

    /// <summary>Returns the file that FreeSWITCH writes.</summary>
    static async Task<string> IsRecording(RealFreeSwitch freeSwitch)
    {
        var file = "";
        await Eventually.Holds(
            () =>
            {
                file = Directory.GetFiles(Path.Combine(freeSwitch.Recordings, "voicemail"), "*.wav", SearchOption.AllDirectories).Single();
                new FileInfo(file).Length.Should().BeGreaterThan(8_000);
                return Task.CompletedTask;
            },
            Patience);
        return file;
    }

    [GeneratedRegex(@"NOTIFY sip:[\s\S]*?Call-ID: (\S+)\r?\nCSeq: (\d+)[\s\S]*?Messages-Waiting: (\w+)")]
    private static partial Regex Notified();
}
