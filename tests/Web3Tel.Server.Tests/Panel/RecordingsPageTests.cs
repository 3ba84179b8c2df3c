using System.Net;
using FluentAssertions;
using Web3Tel.Server.Panel;
using Web3Tel.Server.Tests.Recordings;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

public sealed class RecordingsPageTests : RecordingServiceTest
{
    [Fact]
    public async Task The_page_lists_what_was_found_with_a_player_for_each_file_and_links_that_keep_the_search()
    {
        var id = await Talk("+7 916 123-45-67", "Иван Петров");
        var lost = await Talk("301", "Lost", sound: null);
        await Talk("302", "Other", dialled: "2000");

        var page = await Page("recordings?queue=sales&lang=en");

        page.Should().ContainAll("Иван Петров", "+7 916 123-45-67", "Anna", "1 to 2 of 2", $"src=\"api/recordings/{id}/audio\"", "no file", "Europe/Moscow");
        page.Should().NotContainAny("Other", $"api/recordings/{lost}/audio");
        page.Should().Contain("href=\"api/recordings/export?queue=sales\"").And.Contain("href=\"recordings?queue=sales&lang=ru\"");
        (await Page("recordings?number=999")).Should().Contain("Nothing was found.");
    }

    [Fact]
    public async Task Pages_lead_to_older_recordings_and_back_to_the_newest()
    {
        var ids = new List<string>();
        for (var n = 0; n < 3; n++)
        {
            ids.Add(await Talk($"{300 + n}"));
        }

        var first = await Page("recordings?limit=2");
        first.Should().ContainAll("1 to 2 of 3", ids[2], ids[1], $"href=\"recordings?limit=2&before={ids[1]}&lang=en\"").And.NotContain("Newest");
        var second = await Page($"recordings?limit=2&before={ids[1]}");
        second.Should().ContainAll("3 to 3 of 3", ids[0], "Newest").And.NotContain("Older");
    }

    [Fact]
    public async Task What_cannot_be_read_is_marked_at_its_field_and_nothing_is_listed()
    {
        await Talk("300");

        var page = await Page("recordings?number=anna&since=x&lang=ru");

        page.Should().ContainAll("Значение не распознано.", "value=\"anna\"", "aria-invalid=\"true\"", "Ничего не найдено.").And.NotContain("<audio");
    }

    [Fact]
    public async Task What_callers_and_addresses_say_stays_text()
    {
        await Talk("666", "<script>alert(1)</script>");

        var source = await Service.Http.GetStringAsync(new Uri("recordings?operator=%22%3E%3Cscript%3E&before=%22%3E%3Cscript%3E", UriKind.Relative), TestContext.Current.CancellationToken);
        source.Should().NotContain("\"><script>");
        (await Service.Http.GetStringAsync(new Uri("recordings", UriKind.Relative), TestContext.Current.CancellationToken))
            .Should().Contain("&lt;script&gt;alert(1)").And.NotContain("<script>alert");
    }

    [Fact]
    public async Task The_wall_leads_to_the_recordings_and_they_lead_back()
    {
        (await Page("?lang=ru")).Should().Contain("href=\"recordings?lang=ru\"").And.Contain("Записи разговоров");
        (await Page("recordings?lang=ru")).Should().Contain("href=\"?lang=ru\"");
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Russian)]
    public void Every_word_of_the_page_is_there_in_every_language(string language)
    {
        var words = RecordingWords.In(language);
        typeof(RecordingWords).GetProperties().Select(property => property.GetValue(words)).OfType<string>().Should()
            .HaveCountGreaterThan(20).And.NotContain(word => string.IsNullOrWhiteSpace(word));
    }

    [Fact]
    public async Task A_browser_plays_what_was_found()
    {
        Assert.SkipWhen(Browser.Executable is null, "Chromium is not installed.");
        await Talk("+7 916 123-45-67", "Иван Петров", sound: null);
        WriteTone((await Find())[0]!["path"]!.ToString());
        await using var browser = await Browser.Open(new Uri(Service.Address, "recordings?lang=ru"), 1280, 800);
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Записи разговоров", "Иван Петров", "1–1 из 1"));

        await browser.Do("{ const player = document.querySelector('audio'); player.muted = true; player.play().catch(why => document.title = why); }");

        await Eventually.Holds(async () => (await browser.Evaluate("`${document.title} ${document.querySelector('audio').duration} ${document.querySelector('audio').ended}`")).Should().EndWith(" 2 true"));
        await browser.Do("document.querySelector('[name=number]').value = '12-34'; document.querySelector('form').requestSubmit()");
        await Eventually.Holds(async () => (await browser.Evaluate("location.search + document.querySelectorAll('audio').length")).Should().Contain("number=12-34").And.EndWith("1"));
        (await browser.Evaluate("document.querySelector('[name=number]').value")).Should().Be("12-34");
        if (Environment.GetEnvironmentVariable("WEB3TEL_PICTURES") is { } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "recordings.png"), await browser.Picture(), TestContext.Current.CancellationToken);
        }

    }

    /// <summary>Two seconds of a telephone's tone.</summary>
    void WriteTone(string recording)
    {
        const int Rate = 8_000;
        var samples = new short[2 * Rate];
        for (var n = 0; n < samples.Length; n++)
        {
            samples[n] = (short)(8_000 * Math.Sin(2 * Math.PI * 425 * n / Rate));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(recording))!);
        using var writer = new BinaryWriter(File.Create(PathOf(recording)));
        writer.Write("RIFF"u8);
        writer.Write(36 + (samples.Length * 2));
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(Rate);
        writer.Write(Rate * 2);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(samples.Length * 2);
        foreach (var sample in samples)
        {
            writer.Write(sample);
        }
    }

    async Task<string> Page(string path) => WebUtility.HtmlDecode(await Service.Http.GetStringAsync(new Uri(path, UriKind.Relative)));
}
