using System.Net;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Web3Tel.Server.Tests.Voicemail;
using Xunit;

namespace Web3Tel.Server.Tests.Prompts;

/// <summary>No room on the disk, and no program that converts.</summary>
public sealed class PromptsInTroubleTests : PromptTest
{
    readonly FaultyDisk disk = new();

    public override async ValueTask DisposeAsync()
    {
        disk.Full = false;
        await base.DisposeAsync();
        disk.Dispose();
    }

    private protected override Task<RunningService> Begin()
    {
        More["Web3Tel:Prompts:Converter"] = "no-such-sox";
        return RunningService.Start(Folder.Path, Telephony, disk.Open, More);
    }

    [Fact]
    public async Task Without_a_converter_only_what_needs_none_is_taken()
    {
        (await Upload("welcome", Tune.Wav(1), HttpStatusCode.ServiceUnavailable))["detail"]!.ToString()
            .Should().StartWith("There is no program \"no-such-sox\" to convert it. Install it (apt install sox libsox-fmt-mp3)");

        (await Upload("welcome", Sound.Wav(1)))["seconds"]!.GetValue<double>().Should().Be(1);
        (await Hear("welcome")).Should().Equal(Sound.Wav(1));
    }

    [Fact]
    public async Task A_full_disk_takes_no_prompt_and_leaves_the_one_there_was()
    {
        await Upload("welcome", Sound.Wav(1), query: "?text=Hello");
        disk.Full = true;

        (await Upload("welcome", Sound.Wav(2), HttpStatusCode.InsufficientStorage))["detail"]!.ToString().Should().Contain("No space left on device");
        (await Write("welcome", "Good bye", HttpStatusCode.InsufficientStorage))["detail"]!.ToString().Should().StartWith("The disk does not take it");

        (await Hear("welcome")).Should().Equal(Sound.Wav(1));
        (await Service.Get("/api/prompts/welcome"))["text"]!.ToString().Should().Be("Hello");
        disk.Full = false;
        (await Upload("welcome", Sound.Wav(2)))["seconds"]!.GetValue<double>().Should().Be(2);
        Directory.GetFiles(Prompts).Should().HaveCount(2);
    }
}
