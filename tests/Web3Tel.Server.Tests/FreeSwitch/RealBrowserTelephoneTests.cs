using System.Globalization;
using System.Reactive.Linq;
using FluentAssertions;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Messages;
using Web3Tel.Server.Tests.Panel;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>
/// The telephone in the browser, Chromium's, at a real FreeSWITCH: what is said into a made-up microphone and what is heard are tones. Skipped,
/// visibly, where FreeSWITCH, its mod_verto and mod_xml_curl, SIPp or Chromium is not installed.
/// </summary>
public sealed class RealBrowserTelephoneTests : IDisposable
{
    const int CallerPort = 15180;
    const int OperatorPort = 15172;
    const int Voices = 14_440;
    const int Caller = 500;
    const int Operator = 900;

    /// <summary>What the page hears, as the strongest of the tones, or nothing.</summary>
    const string Heard = """
        (async () => {
            const stream = document.querySelector('browser-telephone audio').srcObject;
            if (!stream) return '';
            const context = new AudioContext(), ear = context.createAnalyser();
            ear.fftSize = 4096;
            context.createMediaStreamSource(stream).connect(ear);
            await new Promise(done => setTimeout(done, 400));
            const heard = new Float32Array(ear.frequencyBinCount);
            ear.getFloatFrequencyData(heard);
            const top = heard.indexOf(Math.max(...heard));
            const loud = heard[top], hertz = top * context.sampleRate / ear.fftSize;
            await context.close();
            return loud > -60 ? `${Math.round(hertz / 100) * 100}` : '';
        })()
        """;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_caller_of_a_queue_is_answered_and_heard_in_the_browser_and_stays_while_the_page_loads_anew()
    {
        await using var freeSwitch = await Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, Settings(freeSwitch), []);
        await using var browser = await Open(freeSwitch);
        await Eventually.Holds(async () => ((string?)(await service.Operator("1001"))["device"]).Should().Be("registered", service.Output), Patience);
        await Eventually.Holds(async () => (await State(browser)).Should().Be("ready", service.Output), Patience);
        await using var voice = new Voice(Voices, Caller);
        await using var caller = Sipp.CallerWithVoice(freeSwitch, CallerPort, folder.Path, Voices);

        await Eventually.Holds(async () => (await State(browser)).Should().Be("ringing", freeSwitch.Log), Patience);
        await Press(browser, "answer");
        await Eventually.Holds(async () => (await service.Does("1001")).Should().Be("talking", freeSwitch.Log), Patience);
        await HearEachOther(browser, voice, freeSwitch);

        using var socket = await freeSwitch.Connect();
        await socket.SubscribeEvents(EventName.Dtmf);
        var keys = socket.Events.Where(message => message.EventName == EventName.Dtmf).Select(message => message["DTMF-Digit"]).Take(3).Replay();
        using var listening = keys.Connect();
        await Press(browser, "keypad");
        await browser.Do("for (const key of '5#1') document.querySelector(`browser-telephone [data-key='${key}']`).click()");
        (await keys.ToArray().Timeout(Patience, System.Reactive.Concurrency.TaskPoolScheduler.Default)).Should().Equal("5", "#", "1");

        await Press(browser, "mute");
        await Eventually.Holds(async () => (await HeardByCaller(voice)).Should().BeEmpty(), Patience);
        await Press(browser, "mute");

        await browser.Reload();
        var took = "";
        await Eventually.Holds(
            async () => (took = await browser.Evaluate("document.querySelector('browser-telephone')?.dataset.state === 'talking' && document.querySelector('browser-telephone audio').srcObject ? `${performance.now()}` : ''"))
                .Should().NotBeEmpty(freeSwitch.Log),
            Patience);
        await HearEachOther(browser, voice, freeSwitch);
        (await service.Does("1001")).Should().Be("talking");
        TestContext.Current.TestOutputHelper!.WriteLine($"After the reload the conversation was there in {took} ms.");
        double.Parse(took, CultureInfo.InvariantCulture).Should().BeLessThan(2_000);

        await Press(browser, "hang-up");
        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        await Eventually.Holds(async () => (await service.History()).Should().ContainSingle(), Patience);
        var ended = (await service.History()).Single();
        (ended.Result, ended.Agent).Should().Be(("answered", "1001"));
        var recording = await File.ReadAllBytesAsync(Path.Combine(freeSwitch.Recordings, ended.Recording!), TestContext.Current.CancellationToken);
        Tones.Heard(recording, Caller, Operator).Should().Contain(Caller).And.Contain(Operator, "both are recorded");

        await browser.Evaluate("location.href = 'about:blank'");
        await Eventually.Holds(async () => ((string?)(await service.Operator("1001"))["device"]).Should().Be("unregistered", "who has closed the page cannot be rung"), Patience);
    }

    [Fact]
    public async Task A_conversation_in_the_browser_lives_through_the_death_of_the_service()
    {
        await using var freeSwitch = await Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, Settings(freeSwitch), []);
        await using var browser = await Open(freeSwitch);
        await using var voice = new Voice(Voices + 10, Caller);
        await using var caller = Sipp.CallerWithVoice(freeSwitch, CallerPort + 10, folder.Path, Voices + 10);
        await Eventually.Holds(async () => (await State(browser)).Should().Be("ringing", freeSwitch.Log), Patience);
        await Press(browser, "answer");
        await HearEachOther(browser, voice, freeSwitch);

        await service.Kill();
        await service.Live();

        await Eventually.Holds(async () => (await State(browser)).Should().Be("talking", freeSwitch.Log), Patience);
        await HearEachOther(browser, voice, freeSwitch);
        (await service.Does("1001")).Should().Be("talking");
        await service.Command((await service.Calls()).Single().Id, "hang-up");
        await Eventually.Holds(async () => (await State(browser)).Should().Be("ready"), Patience);
        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
    }

    [Fact]
    public async Task A_browser_that_dies_in_a_conversation_frees_its_operator_and_its_caller_has_the_next_ahead_of_who_waits()
    {
        await using var freeSwitch = await Start();
        var settings = Settings(freeSwitch);
        settings["Operators__0__Destination"] = "user/1001";
        settings["Operators__1__SignedIn"] = "false";
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, settings, [OperatorPort - 2, OperatorPort]);
        await using var other = Sipp.Operators(OperatorPort, TimeSpan.FromSeconds(100));
        await using var browser = await Open(freeSwitch);
        await using var voice = new Voice(Voices + 20, Caller);
        await using var caller = Sipp.CallerWithVoice(freeSwitch, CallerPort + 20, folder.Path, Voices + 20);
        await Eventually.Holds(async () => (await State(browser)).Should().Be("ringing", freeSwitch.Log), Patience);
        await Press(browser, "answer");
        await HearEachOther(browser, voice, freeSwitch);
        var cutOff = (await service.Calls()).Single().Id;
        await using var later = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort + 30);
        await Eventually.Holds(async () => (await service.Count("waiting")).Should().Be(1, service.Output), Patience);

        await browser.Kill();

        await Eventually.Holds(async () => (await service.Does("1001")).Should().Be("resting", service.Output), Patience);
        await Eventually.Holds(async () => (await service.Calls()).Select(call => (call.Id, call.State)).First().Should().Be((cutOff, "waiting"), service.Output), Patience);
        await Eventually.Holds(async () => ((string?)(await service.Operator("1001"))["device"]).Should().Be("unregistered", service.Output), Patience);
        await service.CommandOperator("op1", "sign-in");
        await Eventually.Holds(async () => (await service.Calls()).Should().Contain((cutOff, "talking", "op1"), service.Output), Patience);
        await service.Command(cutOff, "hang-up");
        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        await Eventually.Holds(async () => (await service.History()).Should().Contain(one => one.Id == cutOff), Patience);
        (await service.History()).Single(one => one.Id == cutOff).Journey.Select(step => step.What).Should().ContainInOrder("connected", "phoneLost", "backInQueue", "connected", "ended");
    }

    static async Task<RealFreeSwitch> Start()
    {
        Assert.SkipWhen(Browser.Executable is null, "Needs Chromium, which is not installed here.");
        // Browsers send sound all the time.
        var freeSwitch = await RealFreeSwitch.WherePhonesDieIn(TimeSpan.FromSeconds(8));
        foreach (var module in (string[])["mod_verto", "mod_xml_curl"])
        {
            Assert.SkipUnless((await freeSwitch.Api($"module_exists {module}")).Trim() == "true", $"Needs FreeSWITCH's {module}, which is not installed here.");
        }

        return freeSwitch;
    }

    static Dictionary<string, string> Settings(RealFreeSwitch freeSwitch) => new()
    {
        ["Operators__0__Id"] = "1001",
        ["Operators__0__Name"] = "Anna",
        ["Verto__Url"] = $"ws://127.0.0.1:{freeSwitch.VertoPort}",
    };

    /// <summary>Anna's desk. What she says is a tone that comes and goes: the browser takes one that stays for noise.</summary>
    async Task<Browser> Open(RealFreeSwitch freeSwitch)
    {
        var said = Path.Combine(folder.Path, "said.wav");
        await using var sox = ChildProcess.Start(Installed.Sox, ["-r", "48000", "-n", "-c", "1", "-b", "16", said, "synth", "0.5", "sine", $"{Operator}", "gain", "-6", "pad", "0", "0.3", "repeat", "20"], folder.Path);
        (await sox.Exit(Patience)).Should().Be(0, sox.Output);
        return await Browser.Open(
            new Uri($"http://127.0.0.1:{freeSwitch.PagePort}/desk?operator=1001&lang=en"), 1280, 800, "en",
            "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-audio-capture={said}", "--allow-loopback-in-peer-connection",
            "--autoplay-policy=no-user-gesture-required");
    }

    static async Task HearEachOther(Browser browser, Voice voice, RealFreeSwitch freeSwitch)
    {
        await Eventually.Holds(async () => (await browser.Evaluate(Heard)).Should().Be($"{Caller}", freeSwitch.Log), Patience);
        await Eventually.Holds(async () => (await HeardByCaller(voice)).Should().Equal(Operator), Patience);
    }

    static async Task<IReadOnlyList<int>> HeardByCaller(Voice voice) => Tones.In(await voice.Hear(1), Caller, Operator);

    static Task<string> State(Browser browser) => browser.Evaluate("document.querySelector('browser-telephone')?.dataset.state");

    static Task Press(Browser browser, string what) => browser.Do($"document.querySelector('browser-telephone [data-do={what}]').click()");
}
