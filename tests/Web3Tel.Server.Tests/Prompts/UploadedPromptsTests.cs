using System.Net;
using FluentAssertions;
using Web3Tel.Server.Speech;
using Web3Tel.Server.Tests.FreeSwitch;
using Xunit;

namespace Web3Tel.Server.Tests.Prompts;

public sealed class UploadedPromptsTests : PromptTest
{
    [Fact]
    public async Task A_stereo_WAV_of_48_kHz_becomes_what_every_caller_can_hear()
    {
        _ = Installed.Sox;

        var told = await Upload("welcome", Tune.Wav(1.5), query: "?text=Good%20morning");

        told["isRecorded"]!.GetValue<bool>().Should().BeTrue();
        told["seconds"]!.GetValue<double>().Should().BeApproximately(1.5, 0.01);
        told["text"]!.ToString().Should().Be("Good morning");
        told["language"]!.ToString().Should().Be("english");
        Tune.Look(await Hear("welcome")).Should().Match<(int Channels, int Rate, int Bits, int Loudest)>(sound =>
            sound.Channels == 1 && sound.Rate == 16_000 && sound.Bits == 16 && sound.Loudest > 4_000);
        (await Greeting()).Should().StartWith(Prompts).And.EndWith(".wav");
        Directory.GetFiles(Prompts).Should().HaveCount(2);
    }

    [Fact]
    public async Task An_MP3_is_taken_as_well()
    {
        File.WriteAllBytes(Folder["tune.wav"], Tune.Wav(1));
        try
        {
            await new ProgramRun(Installed.Sox, [Folder["tune.wav"], Folder["tune.mp3"]], TimeSpan.FromSeconds(30)).Finish();
        }
        catch (IOException)
        {
            Assert.Skip("Needs sox with MP3 (Debian: libsox-fmt-mp3), which is not installed here.");
        }

        var told = await Upload("welcome", await File.ReadAllBytesAsync(Folder["tune.mp3"], TestContext.Current.CancellationToken));

        told["seconds"]!.GetValue<double>().Should().BeApproximately(1, 0.1);
        Tune.Look(await Hear("welcome")).Loudest.Should().BeGreaterThan(4_000);
    }

    [Fact]
    public async Task Another_recording_takes_the_place_of_the_one_there_was_and_the_text_stays()
    {
        _ = Installed.Sox;
        await Upload("welcome", Tune.Wav(1), query: "?text=Hello");

        (await Upload("welcome", Tune.Wav(2)))["text"]!.ToString().Should().Be("Hello");

        (await Service.Get("/api/prompts")).AsArray().Should().ContainSingle().Which!["seconds"]!.GetValue<double>().Should().BeApproximately(2, 0.01);
        Directory.GetFiles(Prompts, "*.wav").Should().ContainSingle();
    }

    [Fact]
    public async Task Prompts_are_there_after_a_restart_and_what_a_life_before_left_unfinished_is_not()
    {
        _ = Installed.Sox;
        await Upload("welcome", Tune.Wav(1));
        await Write("closed", "Мы закрыты");

        await Restart(() =>
        {
            File.WriteAllText(Path.Combine(Prompts, ".new-4711"), "RIFF");
            File.WriteAllText(Path.Combine(Prompts, "welcome.0000000000000000.wav"), "RIFF");
            File.WriteAllText(Path.Combine(Prompts, "broken.json"), "{");
        });

        (await Service.Get("/api/prompts")).AsArray().Select(prompt => prompt!["name"]!.ToString()).Should().Equal("closed", "welcome");
        Directory.GetFiles(Prompts).Select(Path.GetFileName).Should().HaveCount(4).And.Contain("broken.json").And.NotContain(["welcome.0000000000000000.wav", ".new-4711"]);
        (await Hear("welcome")).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("text", "This is no sound at all, only some text.")]
    [InlineData("playlist", "#EXTM3U\nfile:///etc/passwd\n")]
    public async Task What_is_no_sound_is_refused(string name, string content)
    {
        var problem = await Upload(name, System.Text.Encoding.UTF8.GetBytes(content), HttpStatusCode.UnsupportedMediaType);

        problem["detail"]!.ToString().Should().Be("It is neither a WAV nor an MP3: upload one of these.");
        Directory.GetFiles(Prompts).Should().BeEmpty();
    }

    [Fact]
    public async Task A_sound_of_no_length_and_a_broken_one_are_refused()
    {
        _ = Installed.Sox;

        (await Upload("empty", Tune.Wav(0), HttpStatusCode.UnsupportedMediaType))["detail"]!.ToString().Should().Be("There is no sound in it: its length is 0.");
        (await Upload("broken", [.. "RIFF0000WAVE"u8, .. new byte[100]], HttpStatusCode.UnsupportedMediaType))["detail"]!.ToString().Should().StartWith("It is no sound that can be read, or a broken one.");
        Directory.GetFiles(Prompts).Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_too_large_or_too_long_is_refused_and_the_one_there_was_stays()
    {
        _ = Installed.Sox;
        await Upload("welcome", Tune.Wav(1));

        (await Upload("welcome", Tune.Wav(6), HttpStatusCode.RequestEntityTooLarge))["detail"]!.ToString()
            .Should().Be("It is larger than 1 MB: make it smaller, or allow more (Web3Tel:Prompts:MostMegabytes).");
        (await Upload("welcome", Tune.Wav(9, 8_000, 1), HttpStatusCode.RequestEntityTooLarge))["detail"]!.ToString()
            .Should().Be("It is longer than 3 s: shorten it, or allow more (Web3Tel:Prompts:LongestSeconds).");
        (await Service.Get("/api/prompts/welcome"))["seconds"]!.GetValue<double>().Should().BeApproximately(1, 0.01);
        Directory.GetFiles(Prompts).Should().HaveCount(2);
    }

    [Theory]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData(".hidden")]
    [InlineData("a%20b")]
    [InlineData("приветствие")]
    public async Task A_name_that_could_be_taken_for_something_else_is_refused(string name)
    {
        var problem = await Upload(name, Tune.Wav(1), HttpStatusCode.BadRequest);

        problem["detail"]!.ToString().Should().Contain("is no name for a prompt");
        Directory.Exists(Prompts).Should().BeFalse();
    }

    [Fact]
    public async Task Two_who_upload_at_once_leave_one_whole_prompt()
    {
        _ = Installed.Sox;

        await Task.WhenAll(Enumerable.Range(1, 8).Select(n => Upload("welcome", Tune.Wav(n / 4.0, 8_000, 1))));

        Directory.GetFiles(Prompts).Should().HaveCount(2);
        var seconds = (await Service.Get("/api/prompts/welcome"))["seconds"]!.GetValue<double>();
        ((await Hear("welcome")).Length / 32_000.0).Should().BeApproximately(seconds, 0.01);
    }
}
