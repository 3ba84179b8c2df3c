using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>
/// Operators who call numbers outside, on a real FreeSWITCH with SIPp: one is the operator's phone, another the provider behind the gateway, who
/// is there first: a gateway whose provider does not answer the first OPTIONS is down until the next.
/// Skipped, visibly, where these are not installed.
/// </summary>
public sealed class RealOutgoingTests
{
    const int Phone = 15900;
    const int Provider = 15940;
    const string Annas = "127.0.0.2";
    const string Number = "79160000001";
    const int Low = 500;
    const int High = 1_200;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task An_operator_dials_through_the_gateway_both_talk_and_the_recording_has_both()
    {
        using var folder = Voices();
        await using var provider = Sipp.Provider(Provider, folder.Path);
        await using var freeSwitch = await WithGateway(Provider);
        await using var service = await Start(freeSwitch);
        await using var phone = Sipp.SpeakingPhone(freeSwitch, "1001", Annas, Phone, Number, TimeSpan.FromSeconds(12), folder.Path);

        await Talks(service, freeSwitch);
        (await phone.Exit(Patience)).Should().Be(0, phone.Output);
        var call = (await service.Settled(freeSwitch, 1)).Single();
        (call.Direction, call.Result, call.Agent, call.Dialled, call.Number).Should().Be(("outgoing", "answered", "1001", Number, "+74950000000"));
        HasBoth(freeSwitch, call);
        (await freeSwitch.Api("sofia status gateway provider")).Should().MatchRegex(@"State\s+NOREG").And.MatchRegex(@"Status\s+UP", "the doctor reads it");
    }

    [Fact]
    public async Task A_service_that_is_killed_in_the_middle_finds_the_conversation_again()
    {
        using var folder = Voices();
        await using var provider = Sipp.Provider(Provider + 10, folder.Path);
        await using var freeSwitch = await WithGateway(Provider + 10);
        await using var service = await Start(freeSwitch);
        await using var phone = Sipp.SpeakingPhone(freeSwitch, "1001", Annas, Phone + 10, Number, TimeSpan.FromSeconds(40), folder.Path);

        await Talks(service, freeSwitch);
        // Old enough to be in the survey that the new life takes.
        await Eventually.Holds(async () => Recorded(freeSwitch).Should().BeGreaterThan(6 * 16_000), Patience);
        await service.Kill();
        (await freeSwitch.Channels()).Should().Be(2, "they talk on");
        await service.Live();
        await Talks(service, freeSwitch);
        (await freeSwitch.Channels()).Should().Be(2);
        (await phone.Exit(Patience)).Should().Be(0, phone.Output);
        var call = (await service.Settled(freeSwitch, 1)).Single();
        (call.Direction, call.Result).Should().Be(("outgoing", "answered"));
        call.TalkedSeconds.Should().BeGreaterThan(20);
        HasBoth(freeSwitch, call);
    }

    [Fact]
    public async Task A_call_that_was_asked_for_rings_the_operator_first_and_answers_that_they_talk()
    {
        using var folder = Voices();
        await using var provider = Sipp.Provider(Provider + 20, folder.Path);
        await using var freeSwitch = await WithGateway(Provider + 20);
        await using var service = await Start(freeSwitch, $"sofia/internal/1001@127.0.0.1:{Phone + 20}");
        await using var phone = Sipp.Operators(Phone + 20, TimeSpan.FromSeconds(6));

        (await service.Ask("/api/operators/1001/call", new { number = "+7 (916) 000-00-01" })).Should().Contain("connected", freeSwitch.Log);
        (await service.Calls()).Single().State.Should().Be("talking");
        var call = (await service.Settled(freeSwitch, 1)).Single();
        (call.Direction, call.Result, call.Agent, call.HungUpBy).Should().Be(("outgoing", "answered", "1001", "agent"));
        call.Recording.Should().NotBeNull();
    }

    [Fact]
    public async Task Who_was_called_is_transferred_to_a_queue_and_gets_another_operator()
    {
        using var folder = Voices();
        await using var provider = Sipp.Provider(Provider + 30, folder.Path);
        await using var freeSwitch = await WithGateway(Provider + 30);
        await using var service = await Start(freeSwitch, $"sofia/internal/1001@127.0.0.1:{Phone + 30}", $"sofia/internal/1002@127.0.0.1:{Phone + 34}");
        await using var phone = Sipp.Operators(Phone + 30, TimeSpan.FromSeconds(60));
        await using var other = Sipp.Operators(Phone + 34, TimeSpan.FromSeconds(4));

        (await service.Ask("/api/operators/1001/call", new { number = Number })).Should().Contain("connected", freeSwitch.Log);
        await service.CommandOperator("1001", "break", new { reason = "break" });
        await service.CommandOperator("1002", "sign-in");
        // The bridge must not be taken apart in its first moments: the command waits for that by itself.
        await service.Command((await service.Calls()).Single().Id, "transfer", new { queue = "reception" });
        await Eventually.Holds(async () => (await service.Does("1002")).Should().Be("talking", freeSwitch.Log), Patience);
        await Eventually.Holds(
            async () =>
            {
                (await freeSwitch.Channels()).Should().Be(0);
                (await service.History()).Select(call => (call.Agent, call.Direction)).Should().BeEquivalentTo([("1001", "outgoing"), ("1002", "outgoing")], service.Output);
            },
            Patience);
    }

    [Fact]
    public async Task A_number_that_may_not_be_called_and_one_that_does_not_exist()
    {
        using var folder = Voices();
        await using var freeSwitch = await WithGateway(Provider + 40);
        await using var service = await Start(freeSwitch);
        await using var refused = Sipp.SpeakingPhone(freeSwitch, "1001", Annas, Phone + 40, "8095551234", TimeSpan.FromSeconds(100), folder.Path);
        await Eventually.Holds(async () => (await service.History()).Select(call => call.Result).Should().Equal("refused"), Patience);
        // Nobody is behind the gateway.
        await using var unreachable = Sipp.SpeakingPhone(freeSwitch, "1001", Annas, Phone + 44, Number, TimeSpan.FromSeconds(100), folder.Path);
        await Eventually.Holds(async () => (await service.History()).Select(call => call.Result).Should().Equal("notReached", "refused"), Patience);
        await Eventually.Holds(async () => (await freeSwitch.Channels()).Should().Be(0), Patience);
    }

    [Fact]
    public async Task While_the_service_is_away_the_call_goes_out_all_the_same_and_is_recorded_beside_the_others()
    {
        using var folder = Voices();
        await using var provider = Sipp.Provider(Provider + 50, folder.Path);
        await using var freeSwitch = await WithGateway(Provider + 50);
        await using var phone = Sipp.SpeakingPhone(freeSwitch, "1001", Annas, Phone + 50, Number, TimeSpan.FromSeconds(6), folder.Path);
        (await phone.Exit(Patience)).Should().Be(0, phone.Output + freeSwitch.Log);
        await Eventually.Holds(async () => (await freeSwitch.Channels()).Should().Be(0), Patience);
        var recording = Directory.GetFiles(freeSwitch.Recordings, "*.wav", SearchOption.AllDirectories).Should().ContainSingle("{0}", freeSwitch.Log).Subject;
        Path.GetRelativePath(freeSwitch.Recordings, recording).Should().MatchRegex($@"^\d{{4}}/\d\d/\d\d/\d{{6}}-{Number}-1001-away\.wav$");
        Tones.Heard(await File.ReadAllBytesAsync(recording, TestContext.Current.CancellationToken), High).Should().Contain(High);
    }

    /// <summary>What the phone and who is called say.</summary>
    static TempFolder Voices()
    {
        var folder = new TempFolder();
        File.WriteAllBytes(folder["tones.alaw"], Tones.ALaw((Low, 1)));
        File.WriteAllBytes(folder["answer.alaw"], Tones.ALaw((High, 1)));
        return folder;
    }

    /// <param name="more">Changes of the configuration besides.</param>
    internal static Task<RealFreeSwitch> WithGateway(int provider, string kind = "trunk", Action<string>? more = null) => RealFreeSwitch.Start(configuration =>
    {
        more?.Invoke(configuration);
        var secrets = Path.Combine(configuration, "secrets.xml");
        File.WriteAllText(secrets, File.ReadAllText(secrets).Replace(
            "</include>",
            """<X-PRE-PROCESS cmd="set" data="provider_user=we"/><X-PRE-PROCESS cmd="set" data="provider_password=only-for-this-test"/></include>""",
            StringComparison.Ordinal));
        var vars = Path.Combine(configuration, "vars.xml");
        File.WriteAllText(vars, File.ReadAllText(vars)
            .Replace("gateway=none", $"gateway={kind}", StringComparison.Ordinal)
            .Replace("provider_address=sip.example.com", $"provider_address=127.0.0.1:{provider}", StringComparison.Ordinal)
            .Replace("outgoing_numbers=(?!)", @"outgoing_numbers=^(\+?[0-9]{7,})$", StringComparison.Ordinal));
    });

    static Task<ServiceOnFreeSwitch> Start(RealFreeSwitch freeSwitch, string? first = null, string? second = null)
    {
        var settings = new Dictionary<string, string>
        {
            ["Operators__0__Id"] = "1001",
            ["LineOut"] = "sofia/gateway/provider/{number}",
            ["Outgoing__Number"] = "+74950000000",
            ["Outgoing__Blocked__0"] = "809",
        };
        if (first is not null)
        {
            settings["Operators__0__Destination"] = first;
        }

        if (second is not null)
        {
            settings["Operators__1__Id"] = "1002";
            settings["Operators__1__Destination"] = second;
            settings["Operators__1__SignedIn"] = "false";
        }

        return ServiceOnFreeSwitch.Start(freeSwitch, settings, []);
    }

    static Task Talks(ServiceOnFreeSwitch service, RealFreeSwitch freeSwitch) => Eventually.Holds(
        async () =>
        {
            (await service.Calls()).Should().ContainSingle(service.Output + freeSwitch.Log).Which.State.Should().Be("talking");
            ((string?)(await service.Operator("1001"))["outgoingTo"]).Should().Be(Number);
        },
        Patience);

    /// <summary>Bytes of all recordings so far; a second has 16,000.</summary>
    static long Recorded(RealFreeSwitch freeSwitch) => Directory.GetFiles(freeSwitch.Recordings, "*.wav", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);

    static void HasBoth(RealFreeSwitch freeSwitch, Ended call)
    {
        var wav = File.ReadAllBytes(Path.Combine(freeSwitch.Recordings, call.Recording!));
        Tones.Heard(wav, Low).Count(heard => heard == Low).Should().BeGreaterThan(30, "the operator speaks");
        Tones.Heard(wav, High).Count(heard => heard == High).Should().BeGreaterThan(30, "who was called speaks");
    }
}
