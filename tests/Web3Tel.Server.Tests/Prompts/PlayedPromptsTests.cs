using System.Net;
using FluentAssertions;
using Web3Tel.Server.Tests.FreeSwitch;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Prompts;

public sealed class PlayedPromptsTests : PromptTest
{
    [Fact]
    public async Task A_prompt_that_is_only_written_down_is_spoken_to_callers_and_to_who_wants_to_hear_it()
    {
        await Write("welcome", "  Добрый день  ");

        (await File.ReadAllTextAsync(await Greeting(), TestContext.Current.CancellationToken)).Should().Be("Добрый день");
        System.Text.Encoding.UTF8.GetString(await Hear("welcome")).Should().Be("Добрый день");
        (await Service.Get("/api/prompts/welcome"))["language"]!.ToString().Should().Be("russian");
    }

    [Fact]
    public async Task A_recording_whose_file_is_gone_is_spoken_by_its_text()
    {
        _ = Installed.Sox;
        await Upload("welcome", Tune.Wav(1), query: "?text=Good%20day");
        File.Delete(Directory.GetFiles(Prompts, "*.wav").Single());

        (await File.ReadAllTextAsync(await Greeting(), TestContext.Current.CancellationToken)).Should().Be("Good day");
        (await Service.Get("/api/prompts/welcome"))["isLost"]!.GetValue<bool>().Should().BeTrue();
        await Service.DisposeAsync();
        Logged().Should().Contain("WRN [] prompt:welcome is not played as it should be: its recording is gone.");
    }

    [Fact]
    public async Task A_prompt_that_is_not_there_at_all_ends_no_call()
    {
        Telephony.Call("111");

        await Eventually.Holds(async () => (await Service.Get("/api/calls"))[0]!["state"]!.ToString().Should().Be("waiting"));
    }

    [Fact]
    public async Task A_prompt_that_is_played_somewhere_is_not_deleted_and_others_are()
    {
        await Write("welcome", "Hello");
        await Write("other", "Hello");

        (await Delete("welcome", HttpStatusCode.Conflict))!["detail"]!.ToString()
            .Should().Be("The prompt \"welcome\" is played by Web3Tel:Greeting: name another one there first.");
        await Delete("other", HttpStatusCode.NoContent);
        (await Delete("other", HttpStatusCode.NotFound))!["detail"]!.ToString().Should().Be("There is no prompt \"other\".");
        (await Service.Get("/api/prompts")).AsArray().Should().ContainSingle();
        await Restart();
        (await Service.Get("/api/prompts")).AsArray().Should().ContainSingle();
    }

    [Theory]
    [InlineData(null, "text is missing: give the words that the prompt says.")]
    [InlineData("  ", "text is missing: give the words that the prompt says.")]
    [InlineData("two\nlines", "text is nothing that can be spoken: give words on one line.")]
    [InlineData("...", "text is nothing that can be spoken: give words on one line.")]
    public async Task A_text_that_cannot_be_spoken_is_refused(string? text, string told) =>
        (await Write("welcome", text, HttpStatusCode.BadRequest))["detail"]!.ToString().Should().Be(told);
}
