using System.Collections.Concurrent;
using FluentAssertions;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Messages;
using Web3Tel.Server.Tests.Prompts;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>An uploaded prompt on a real FreeSWITCH with SIPp. Skipped, visibly, where these are not installed.</summary>
public sealed class RealPromptsTests
{
    const int OperatorPort = 15930;
    const int CallerPort = 15781;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task An_uploaded_prompt_is_heard_to_its_end_and_one_whose_file_is_gone_is_spoken()
    {
        _ = Installed.Sox;
        await using var freeSwitch = await RealFreeSwitch.Start();
        using var socket = await freeSwitch.Connect();
        var events = new ConcurrentQueue<EventMessage>();
        using var listening = socket.Events.Subscribe(events.Enqueue);
        await socket.SubscribeEvents(EventName.PlaybackStart, EventName.PlaybackStop);
        await using var service = await ServiceOnFreeSwitch.Start(
            freeSwitch, new() { ["Greeting"] = "prompt:welcome", ["Speech__Program"] = Installed.Voice }, [OperatorPort]);
        var recording = await service.Upload("welcome", Tune.Wav(2), "Good morning");
        await using var operators = Sipp.Operators(OperatorPort, TimeSpan.FromSeconds(2));

        await using (var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort))
        {
            (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        }

        var played = events.Where(one => one["Playback-File-Path"] == recording).ToList();
        played.Select(one => one.EventName).Should().Equal(EventName.PlaybackStart, EventName.PlaybackStop);
        (played[1].Timestamp!.Value - played[0].Timestamp!.Value).TotalSeconds.Should().BeApproximately(2, 0.5);
        File.Delete(recording);
        await using (var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort + 5))
        {
            (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        }

        events.Should().Contain(one => one["Playback-File-Path"]!.Contains("/speech/", StringComparison.Ordinal));
        service.Output.Should().Contain("its recording is gone");
    }
}
