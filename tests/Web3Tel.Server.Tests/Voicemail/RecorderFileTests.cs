using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Voicemail;
using Web3Tel.Voicemail;
using Xunit;

namespace Web3Tel.Server.Tests.Voicemail;

/// <summary>Messages that FreeSWITCH took by itself while the service was away.</summary>
public sealed class RecorderFileTests : VoicemailTest
{
    const string Call = "1f0c22ab-1111-2222-3333-444455556666";

    [Theory]
    [InlineData("1008", "queue:sales")]
    [InlineData("1009", "operator:1001")]
    [InlineData("2000", "queue:support")]
    [InlineData("5555", "queue:sales")]
    public async Task They_go_where_the_number_that_was_dialled_leads_to(string dialled, string mailbox)
    {
        var path = await Left($"1764101723-{dialled}-+79161234567-{Call}.wav");
        Age(path);

        var message = await Only();

        (message["mailbox"]!.ToString(), message["number"]!.ToString(), message["lengthSeconds"]!.GetValue<double>()).Should().Be((mailbox, "+79161234567", 7));
        File.Exists(path).Should().BeFalse();
    }

    [Fact]
    public async Task One_that_may_still_grow_is_left_alone_while_another_is_taken()
    {
        var growing = await Left($"1764101723-1008-0-{Call}.wav");
        Grow(growing);
        Age(await Left($"1764101724-1009-0-{Call[..^1]}7.wav"));

        (await Only())["mailbox"]!.ToString().Should().Be("operator:1001");
        File.Exists(growing).Should().BeTrue();

        Age(growing);
        await Eventually.Holds(async () => (await Listed()).Should().HaveCount(2));
    }

    [Fact]
    public async Task One_that_cannot_be_taken_keeps_no_other_message_waiting()
    {
        var name = $"1764101723-1008-0-{Call}.wav";
        var call = RecorderFile.Read(name, "freeswitch")!;
        Directory.CreateDirectory(Path.Combine(Recordings, MessageFile.Begin(Mailbox.OfQueue("sales"), call, call.Arrived).File));
        Age(await Left(name));
        var path = Path.Combine(Recordings, (await Speaks()).RecordsTo!);
        await File.WriteAllBytesAsync(path, Sound.Wav(5), TestContext.Current.CancellationToken);
        Age(path);

        (await Only())["mailbox"]!.ToString().Should().Be("operator:1001");
        File.Exists(Path.Combine(Recordings, RecorderFile.Folder, name)).Should().BeTrue();
    }

    [Fact]
    public void A_withheld_number_is_none_and_other_files_are_left_alone()
    {
        RecorderFile.Read($"1764101723-1000-0-{Call}.wav", "fs")!.Number.Should().BeEmpty();
        RecorderFile.Read($"1764101723-1000-0-{Call}.wav", "fs")!.Arrived.Should().Be(DateTimeOffset.FromUnixTimeSeconds(1764101723));
        foreach (var other in new[] { "notes.wav", "1764101723-1000-0.wav", $"x-1000-0-{Call}.wav", $"99999999999999999-1000-0-{Call}.wav", $"1764101723-1000-0-{Call}.mp3" })
        {
            RecorderFile.Read(other, "fs").Should().BeNull(other);
        }
    }

    async Task<string> Left(string name)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Recordings, RecorderFile.Folder)).FullName, name);
        await File.WriteAllBytesAsync(path, Sound.Wav(7), TestContext.Current.CancellationToken);
        return path;
    }
}
