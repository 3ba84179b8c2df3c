using System.Collections.Concurrent;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Calls;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Voicemail;
using Web3Tel.Voicemail;
using Xunit;

namespace Web3Tel.Server.Tests.Voicemail;

/// <summary>Messages whose end nobody saw, and what is done with those that were left.</summary>
public sealed class VoicemailKeeperTests : VoicemailTest
{
    readonly Recipient recipient = new();

    private protected override void Add(IServiceCollection services) => services.AddSingleton<IMessageRecipient>(recipient);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_that_was_being_recorded_when_the_service_died_is_found_by_its_file(bool isFinished)
    {
        var (call, other) = (await Speaks(), await Speaks());
        var (path, finished) = (Path.Combine(Recordings, call.RecordsTo!), Path.Combine(Recordings, other.RecordsTo!));
        await Service.DisposeAsync();
        await File.WriteAllBytesAsync(path, Sound.Wav(7, isFinished), TestContext.Current.CancellationToken);
        Grow(path);
        await File.WriteAllBytesAsync(finished, Sound.Wav(3), TestContext.Current.CancellationToken);
        Age(finished);
        await Start();
        (await Only())["call"]!.ToString().Should().Be(other.Info.Ref.Id, "the first may still grow");

        Age(path);
        await Eventually.Holds(async () =>
            (await Listed()).Single(message => (string?)message!["call"] == call.Info.Ref.Id)!["lengthSeconds"]!.GetValue<double>().Should().Be(7));
        (await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)).Should().Equal(Sound.Wav(7));
        await Eventually.Holds(() =>
        {
            recipient.Taken.Should().HaveCount(2);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_recording_that_became_too_short_is_nobodys_message_and_its_file_goes()
    {
        var call = await Speaks();
        var path = Path.Combine(Recordings, call.RecordsTo!);
        await Service.DisposeAsync();
        await File.WriteAllBytesAsync(path, Sound.Wav(1), TestContext.Current.CancellationToken);
        Age(path);
        await Start();
        await Eventually.Holds(() =>
        {
            File.Exists(path).Should().BeFalse();
            return Task.CompletedTask;
        });
        (await Listed()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_message_is_kept_when_the_service_dies_while_the_caller_is_asked_what_to_do_with_it()
    {
        var call = await Speaks();
        call.Recording.OnNext(Reply.Done with { Recorded = new Recorded(TimeSpan.FromSeconds(4), false) });
        await Eventually.Holds(() =>
        {
            call.Played.Should().Contain("choices.wav");
            return Task.CompletedTask;
        });
        await Restart();
        (await Only())["lengthSeconds"]!.GetValue<double>().Should().Be(4);
    }

    [Fact]
    public async Task A_full_disk_loses_no_message_and_the_caller_is_not_kept_waiting()
    {
        Disk.Full = true;
        var call = await Leaves(5);
        await Eventually.Holds(async () => (await Service.Get("/health/ready", System.Net.HttpStatusCode.ServiceUnavailable)).ToJsonString().Should().Contain("No space left"));
        Disk.Full = false;
        (await Only())["call"]!.ToString().Should().Be(call.Info.Ref.Id);
    }

    [Fact]
    public async Task What_a_full_disk_never_took_is_found_by_its_file_at_the_next_start()
    {
        Disk.Full = true;
        var call = await Leaves(5, "1008");
        await Service.DisposeAsync();
        Disk.Full = false;
        Age(Path.Combine(Recordings, call.RecordsTo!));
        await Start();
        var message = await Only();
        message["mailbox"]!.ToString().Should().Be("queue:sales");
        message["number"]!.ToString().Should().Be("79161234567");
        message["lengthSeconds"]!.GetValue<double>().Should().Be(5);
    }

    [Fact]
    public async Task Callers_are_told_when_there_is_no_folder_to_record_to()
    {
        Directory.Delete(Recordings);
        await File.WriteAllTextAsync(Recordings, "a file", TestContext.Current.CancellationToken);
        var call = Telephony.Call("111", dialled: "1009");
        await Eventually.Holds(() =>
        {
            call.Played.Should().Equal("greeting.wav", "unavailable.wav");
            return Task.CompletedTask;
        });
        call.RecordsTo.Should().BeNull();
        (await Listed()).Should().BeEmpty();
    }

    [Fact]
    public async Task Each_message_is_passed_on_until_it_is_taken_and_not_again_after_a_restart()
    {
        recipient.Refusals = 2;
        await Leaves(3);
        await Eventually.Holds(() =>
        {
            recipient.Taken.Should().HaveCount(1);
            return Task.CompletedTask;
        });
        recipient.Asked.Should().Be(3);
        recipient.Taken.Single().Path.Should().StartWith(Recordings);
        await Restart();
        await Leaves(3, "1008");
        await Eventually.Holds(() =>
        {
            recipient.Taken.Select(taken => taken.Message.Mailbox.Kind).Should().Equal(MailboxKind.Operator, MailboxKind.Queue);
            return Task.CompletedTask;
        });
    }

    sealed class Recipient : IMessageRecipient
    {
        public ConcurrentQueue<(VoiceMessage Message, string Path)> Taken { get; } = new();

        public int Refusals { get; set; }

        public int Asked { get; private set; }

        public Task Take(VoiceMessage message, string path, CancellationToken cancellation)
        {
            if (++Asked <= Refusals)
            {
                throw new IOException("The outbox is closed.");
            }

            Taken.Enqueue((message, path));
            return Task.CompletedTask;
        }
    }
}
