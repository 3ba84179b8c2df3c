using FluentAssertions;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

public sealed class WallSoundsTests : PanelTest
{
    /// <summary>Counts the tones instead of playing them.</summary>
    const string Fake = """
        window.tones = [];
        window.AudioContext = class {
            currentTime = 0;
            createOscillator() { const tone = { frequency: { value: 0 }, connect: to => to, start: () => window.tones.push(tone.frequency.value), stop() {} }; return tone; }
            createGain() { return { gain: { setValueAtTime() {}, linearRampToValueAtTime() {} }, connect() {} }; }
            async close() {}
        };
        """;

    private protected override Dictionary<string, string?> More { get; } = new()
    {
        ["Web3Tel:Wall:LongWaitSeconds"] = "1",
        ["Web3Tel:Wall:TooLongWaitSeconds"] = "8",
    };

    [Fact]
    public async Task A_wait_that_gets_longer_is_heard_once_for_each_threshold_after_the_sound_was_switched_on()
    {
        await using var browser = await Open("olga", Role.Supervisor, "/");
        await Lives(browser);
        await browser.Evaluate(Fake);
        Telephony.Call("301", "Ivan");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.queue since-clock.too-long') !== null")).Should().Be("true"));
        (await browser.Evaluate("window.tones.length")).Should().Be("0", "nobody switched it on");

        await Press(browser, "Sound");
        (await browser.Evaluate("document.querySelector('[data-sound-switch]').ariaPressed")).Should().Be("true");
        await Eventually.Holds(async () => (await browser.Evaluate("window.tones.join()")).Should().Be("880,880", "what is bad already is heard once"));
        Telephony.Call("302", "Petr", "2000");
        await Eventually.Holds(async () => (await browser.Evaluate("window.tones.join()")).Should().Be("880,880,660,880,880", "each threshold of the other queue is heard, and nothing twice"));

        await Press(browser, "Sound");
        Telephony.Answer("user/1001");
        Telephony.Call("303", "Olga");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('[data-queue=sales] since-clock.too-long') !== null")).Should().Be("true"));
        (await browser.Evaluate("window.tones.length")).Should().Be("5", "it was switched off again");
    }
}
