using FluentAssertions;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

public sealed class WallSoundsTests : PanelTest
{
    const int Long = 1_000;
    const int TooLong = 2_000;

    const string Tones = "window.tones.join()";

    /// <summary>Counts the tones instead of playing them, and how often the page has listened.</summary>
    const string Fake = """
        window.tones = [];
        window.AudioContext = class {
            currentTime = 0;
            createOscillator() { const tone = { frequency: { value: 0 }, connect: to => to, start: () => window.tones.push(tone.frequency.value), stop() {} }; return tone; }
            createGain() { return { gain: { setValueAtTime() {}, linearRampToValueAtTime() {} }, connect() {} }; }
            async close() {}
        };
        window.listened = 0;
        {
            const all = document.querySelectorAll.bind(document);
            document.querySelectorAll = what => { window.listened += what === '.wall [data-queue]' ? 1 : 0; return all(what); };
        }
        """;

    /// <summary>However slow the machine is, nothing of it comes about by the time alone.</summary>
    private protected override Dictionary<string, string?> More { get; } = new()
    {
        ["Web3Tel:Wall:LongWaitSeconds"] = "1000",
        ["Web3Tel:Wall:TooLongWaitSeconds"] = "2000",
        ["Web3Tel:Wall:AnsweredWithinSeconds"] = "3600",
        ["Web3Tel:Queues:0:RingSeconds"] = "300",
        ["Web3Tel:Queues:1:RingSeconds"] = "300",
    };

    [Fact]
    public async Task A_wait_that_gets_longer_is_heard_once_for_each_threshold_after_the_sound_was_switched_on()
    {
        await using var browser = await Open("olga", Role.Supervisor, "/");
        await Lives(browser);
        await browser.Evaluate(Fake);
        Telephony.Call("301", "Ivan");
        await Waits(browser, "sales", TooLong);
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.queue since-clock.too-long') !== null")).Should().Be("true"));
        await Listens(browser);
        (await browser.Evaluate("window.tones.length")).Should().Be("0", "nobody switched it on");

        await Press(browser, "Sound");
        (await browser.Evaluate("document.querySelector('[data-sound-switch]').ariaPressed")).Should().Be("true");
        await Eventually.Holds(async () => (await browser.Evaluate(Tones)).Should().Be("880,880", "what is bad already is heard once"));
        Telephony.Call("302", "Petr", "2000");
        await Waits(browser, "support", Long);
        await Eventually.Holds(async () => (await browser.Evaluate(Tones)).Should().Be("880,880,660"));
        await Waits(browser, "support", TooLong);
        await Eventually.Holds(async () => (await browser.Evaluate(Tones)).Should().Be("880,880,660,880,880", "each threshold of the other queue is heard"));
        await Listens(browser);
        (await browser.Evaluate(Tones)).Should().Be("880,880,660,880,880", "nothing is heard twice");

        await Press(browser, "Sound");
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        Telephony.Call("303", "Olga");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('ol.rows').innerText")).Should().Contain("Olga").And.NotContain("Ivan"));
        await Listens(browser);
        await Waits(browser, "sales", TooLong);
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('[data-queue=sales] since-clock.too-long') !== null")).Should().Be("true"));
        await Listens(browser);
        (await browser.Evaluate("window.tones.length")).Should().Be("5", "it was switched off again");
    }

    /// <summary>As if who waits longest had waited for so long already.</summary>
    static Task Waits(Browser browser, string queue, int seconds) =>
        browser.Do($"document.querySelector('[data-queue={queue}] since-clock').setAttribute('at', Date.now() - document.documentElement.dataset.skew - {seconds} * 1000)");

    /// <summary>The page has listened once more: what it has not sounded by then it does not sound.</summary>
    static async Task Listens(Browser browser)
    {
        await browser.Evaluate("window.before = window.listened");
        await Eventually.Holds(async () => (await browser.Evaluate("window.listened > window.before")).Should().Be("true"));
    }
}
