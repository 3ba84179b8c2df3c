using System.Net;
using FluentAssertions;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Tests.Prompts;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

/// <summary>Prompts made as an administrator does: spoken, uploaded, and recorded with the browser's microphone.</summary>
public sealed class PromptsPageTests : PanelTest
{
    const string Voice = "cp \"$(dirname \"$1\")/../voice.wav\" \"$1\"";

    /// <summary>How loud it is where the page plays it, heard before anything is saved.</summary>
    const string Listen = """
        (() => {
            const real = AudioBufferSourceNode.prototype.start;
            AudioBufferSourceNode.prototype.start = function (...all) {
                window.heard = { seconds: this.buffer.duration, loudest: this.buffer.getChannelData(0).reduce((most, one) => Math.max(most, Math.abs(one)), 0) };
                return real.apply(this, all);
            };
        })()
        """;

    private protected override Dictionary<string, string?> More { get; } = new()
    {
        ["Web3Tel:Greeting"] = "prompt:welcome",
        ["Web3Tel:Prompts:LongestSeconds"] = "30",
        ["Web3Tel:Speech:Program"] = "/bin/sh",
        ["Web3Tel:Speech:Arguments:0"] = "-c",
        ["Web3Tel:Speech:Arguments:1"] = Voice,
        ["Web3Tel:Speech:Arguments:2"] = "{text}",
        ["Web3Tel:Speech:Arguments:3"] = "{file}",
    };

    [Fact]
    public async Task A_prompt_is_typed_heard_and_saved_told_where_it_is_used_and_deleted_when_it_is_not()
    {
        await File.WriteAllBytesAsync(Folder["voice.wav"], Tune.Wav(0.5, 16_000, 1), TestContext.Current.CancellationToken);
        await using var browser = await Page([], "en");
        await Type(browser, "name", "welcome");
        await Press(browser, "Hear");
        await Eventually.Holds(async () => (await Told(browser)).Should().Be("Write down what it says first."));
        await Type(browser, "text", "Good morning");
        await Press(browser, "Hear");
        await Eventually.Holds(async () => (await browser.Evaluate("window.heard?.seconds.toFixed(1)")).Should().Be("0.5", await Told(browser)));
        (await List(await SignedIn("nina", Role.Administrator), "/api/prompts")).Should().BeEmpty("it is heard before it is saved");
        await Press(browser, "Save");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("The prompt welcome is saved.", "Good morning", "spoken by its text", "Where: Web3Tel:Greeting"));
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('[data-prompt=welcome] [data-delete]') === null && document.querySelector('[data-prompt=welcome] button[disabled]').title")).Should().Be("While it is used it cannot be deleted."));

        await Type(browser, "name", "other");
        await Type(browser, "text", "Nobody plays it");
        await Press(browser, "Save");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("The prompt other is saved."));
        await Eventually.Holds(async () =>
        {
            await Press(browser, "Change: other");
            (await browser.Evaluate("document.activeElement.value")).Should().Be("Nobody plays it");
        });
        await Press(browser, "Delete: other");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Really delete?"));
        await Press(browser, "Delete: other");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("The prompt other is deleted.").And.NotContain("Nobody plays it"));
        await Picture(browser, "prompts");
    }

    [Fact]
    public async Task A_file_is_heard_before_it_is_uploaded_and_what_is_no_sound_is_refused_in_the_readers_language()
    {
        await using var browser = await Page([], "ru");
        await Type(browser, "name", "welcome");
        await Choose(browser, "file");
        await Press(browser, "Сохранить");
        await Eventually.Holds(async () => (await Told(browser)).Should().Be("Сначала выберите файл или запишите что-нибудь."));
        await Give(browser, "this is no sound"u8.ToArray());
        await Press(browser, "Сохранить");
        await Eventually.Holds(async () => (await Told(browser)).Should().Be("Это не WAV и не MP3, которые можно прочитать."));
        await Give(browser, Tune.Wav(1.5));
        await Press(browser, "Прослушать");
        await Eventually.Holds(async () => (await browser.Evaluate("window.heard?.seconds.toFixed(1)")).Should().Be("1.5", await Told(browser)));
        await Press(browser, "Сохранить");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Подсказка welcome сохранена.", "записана, 1.5 с"));
    }

    [Fact]
    public async Task A_prompt_is_recorded_with_the_microphone_heard_and_saved_as_it_was_said()
    {
        // A tone of 440 Hz is what the microphone hears.
        await File.WriteAllBytesAsync(Folder["said.wav"], Tune.Wav(10, 48_000, 1), TestContext.Current.CancellationToken);
        await using var browser = await Page(["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-audio-capture={Folder["said.wav"]}"], "en");
        await Type(browser, "name", "said");
        await Choose(browser, "microphone");
        await Press(browser, "Record");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('meter').value > 0.2")).Should().Be("true", "one sees that it hears: {0}", await Told(browser)));
        await Press(browser, "Stop");
        await Eventually.Holds(async () => (await Told(browser)).Should().StartWith("Recorded: "));
        await Press(browser, "Hear");
        await Eventually.Holds(async () => (await browser.Evaluate("window.heard?.loudest > 0.2")).Should().Be("true", await Told(browser)));
        await Press(browser, "Save");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("The prompt said is saved.", "recorded, "));
        var wav = await (await SignedIn("nina", Role.Administrator)).GetByteArrayAsync(new Uri("/api/prompts/said/audio", UriKind.Relative), TestContext.Current.CancellationToken);
        Tune.Look(wav).Should().Match<(int Channels, int Rate, int Bits, int Loudest)>(sound => sound.Channels == 1 && sound.Rate == 16_000 && sound.Bits == 16 && sound.Loudest > 6_000);
        Pitch(wav).Should().BeInRange(430, 450);
    }

    [Fact]
    public async Task Where_the_browser_gives_no_microphone_that_is_told()
    {
        await using var browser = await Page([], "en");
        await Type(browser, "name", "said");
        await Choose(browser, "microphone");
        await Press(browser, "Record");
        await Eventually.Holds(async () => (await Told(browser)).Should().StartWith("The browser gives no microphone here"));
        await Press(browser, "Hear");
        await Eventually.Holds(async () => (await Told(browser)).Should().Be("Choose a file or record something first."));
    }

    [Fact]
    public async Task Whoever_saves_before_the_pages_script_is_there_loses_nothing()
    {
        await using var browser = await Page([], "en");
        await browser.Block("*/prompts.js");
        await browser.Reload();
        await Type(browser, "name", "welcome");
        await Type(browser, "text", "Good morning");
        await browser.Do("document.querySelector('.making').addEventListener('submit', () => { window.isSent = true; }); document.querySelector('[name=save]').click(); document.querySelector('[name=name]').focus()");
        await browser.Key("Enter");
        (await browser.Evaluate("`${window.isSent} ${document.querySelector('[name=text]').value}`")).Should().Be("undefined Good morning");
    }

    [Fact]
    public async Task The_page_is_for_administrators()
    {
        var supervisor = await SignedIn("boss", Role.Supervisor);
        (await Status(supervisor, "/prompts")).Should().Be(HttpStatusCode.Forbidden);
        (await Status(supervisor, "/api/speech?text=hello")).Should().Be(HttpStatusCode.Forbidden);
    }

    async Task<Browser> Page(string[] switches, string language)
    {
        var browser = await OpenWith(["--autoplay-policy=no-user-gesture-required", .. switches], "olga", Role.Administrator, "/prompts", language);
        await Eventually.Holds(async () => (await browser.Evaluate("document.readyState === 'complete' && document.querySelector('.making') !== null")).Should().Be("true"));
        await browser.Evaluate(Listen);
        return browser;
    }

    static Task<string> Told(Browser browser) => browser.Evaluate("document.querySelector('.told').textContent");

    static Task Choose(Browser browser, string source) => browser.Do($"document.querySelector('[name=source][value={source}]').click()");

    /// <summary>Of a tone, by how often it crosses nought, over its middle half.</summary>
    static double Pitch(byte[] wav)
    {
        var samples = wav[44..].Chunk(2).Where(pair => pair.Length == 2).Select(pair => (int)BitConverter.ToInt16(pair)).ToArray();
        var middle = samples[(samples.Length / 4)..(samples.Length * 3 / 4)];
        return middle.Zip(middle.Skip(1)).Count(pair => pair.First < 0 && pair.Second >= 0) * 16_000.0 / middle.Length;
    }
}
