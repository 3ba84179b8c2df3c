using System.Buffers.Binary;
using System.Net;
using FluentAssertions;
using Web3Tel.Server.Tests.Panel;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Voicemail;
using Xunit;

namespace Web3Tel.Server.Tests.Recordings;

public sealed class PeaksTests : RecordingServiceTest
{
    [Fact]
    public async Task Each_side_is_told_by_itself_and_what_is_no_sound_is_said_to_be_none()
    {
        var id = await Talk("301", "Ivan", sound: null);
        var path = await Write(id, Speech());
        var peaks = await Service.Get($"/api/recordings/{id}/peaks");
        peaks["seconds"]!.GetValue<double>().Should().Be(8);
        var sides = peaks["sides"]!.AsArray().Select(side => side!.AsArray().Select(loud => loud!.GetValue<int>()).ToArray()).ToArray();
        sides.Should().HaveCount(2).And.OnlyContain(side => side.Length == 800);
        sides[0].Take(199).Should().OnlyContain(loud => loud == 50, "the caller speaks for two seconds");
        sides[0].Skip(201).Should().OnlyContain(loud => loud == 0);
        sides[1].Take(599).Should().OnlyContain(loud => loud == 0);
        sides[1].Skip(601).Should().OnlyContain(loud => loud == 24, "the operator at the end");

        await File.WriteAllBytesAsync(path, Speech(seconds: 4), TestContext.Current.CancellationToken);
        (await Service.Get($"/api/recordings/{id}/peaks"))["seconds"]!.GetValue<double>().Should().Be(4, "a file that has changed is read again");
        await File.WriteAllTextAsync(path, "RIFF, but no sound", TestContext.Current.CancellationToken);
        (await Service.Get($"/api/recordings/{id}/peaks", HttpStatusCode.NotFound))["detail"]!.ToString().Should().Contain("no WAV of 16 bits");
        File.Delete(path);
        await Service.Get($"/api/recordings/{id}/peaks", HttpStatusCode.NotFound);
        await Service.Get("/api/recordings/unknown/peaks", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_listens_sees_the_sound_clicks_into_it_hears_one_side_faster_and_no_silence()
    {
        Assert.SkipWhen(Browser.Executable is null, "Chromium is not installed.");
        await Write(await Talk("301", "Ivan", sound: null), Speech());
        await using var browser = await Browser.Open(new Uri(Service.Address, "/recordings?lang=en"), 1280, 800);
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Ivan", "Download").And.NotContain("Skip silence"));
        await browser.Do("document.querySelector('audio').play()");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Speed", "Side", "Skip silence"));
        (await browser.Evaluate("(c => [...c.getContext('2d').getImageData(0, 0, c.width, c.height).data].some(point => point > 0))(document.querySelector('canvas'))")).Should().Be("true", "something is drawn");

        await browser.Do("document.querySelector('audio').pause()");
        await browser.Do("(c => c.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: c.getBoundingClientRect().left + c.clientWidth / 2 })))(document.querySelector('canvas'))");
        (await browser.Evaluate("Math.round(document.querySelector('audio').currentTime)")).Should().Be("4", "a click into the middle");
        await browser.Do("(s => { s.value = '2'; s.dispatchEvent(new Event('change')); })(document.querySelector('[name=speed]'))");
        (await browser.Evaluate("document.querySelector('audio').playbackRate")).Should().Be("2");
        await browser.Do("(s => { s.value = 'left'; s.dispatchEvent(new Event('change')); })(document.querySelector('[name=side]'))");

        await browser.Do("document.querySelector('[name=skip]').checked = true; document.querySelector('audio').currentTime = 0; document.querySelector('audio').play()");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('audio').currentTime >= 7.7")).Should().Be("true", "to the end, since the caller says nothing more"));
    }

    async Task<string> Write(string id, byte[] sound)
    {
        var path = PathOf((await Find()).Single(recording => recording!["id"]!.ToString() == id)!["path"]!.ToString());
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, sound);
        return path;
    }

    /// <summary>Eight seconds: the caller in the first quarter, the operator in the last.</summary>
    static byte[] Speech(int seconds = 8)
    {
        var file = Sound.Wav(seconds, channels: 2);
        for (var frame = 0; frame < seconds * Sound.Rate; frame++)
        {
            var quarter = frame * 4 / (seconds * Sound.Rate);
            var sides = file.AsSpan(Sound.Header + (frame * 4));
            BinaryPrimitives.WriteInt16LittleEndian(sides, (short)(quarter == 0 ? 16_384 : 0));
            BinaryPrimitives.WriteInt16LittleEndian(sides[2..], (short)(quarter == 3 ? -8_000 : 0));
        }

        return file;
    }
}
