using System.Collections.Concurrent;
using FluentAssertions;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Messages;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>What a caller hears while waiting, on a real FreeSWITCH with SIPp. Skipped, visibly, where these are not installed.</summary>
public sealed class RealWaitingTests
{
    const int OperatorPort = 15900;
    const int CallerPort = 15751;
    const string MessageOfAMinute = "tone_stream://%(60000,0,700)";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_place_is_spoken_and_an_operator_who_answers_ends_a_message_at_once()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        using var socket = await freeSwitch.Connect();
        var events = new ConcurrentQueue<EventMessage>();
        using var listening = socket.Events.Subscribe(events.Enqueue);
        await socket.SubscribeEvents(EventName.PlaybackStart, EventName.PlaybackStop, EventName.ChannelAnswer, EventName.ChannelBridge);
        await using var service = await ServiceOnFreeSwitch.Start(
            freeSwitch,
            new()
            {
                ["Operators__0__SignedIn"] = "false",
                ["Queues__0__Announce__Language"] = "Russian",
                ["Queues__0__Announce__Position"] = "true",
                ["Queues__0__Announce__LeastGapSeconds"] = "1",
                ["Queues__0__Announce__MessageSeconds"] = "3",
                ["Queues__0__Announce__Messages__0"] = MessageOfAMinute,
                ["Speech__Program"] = Installed.Voice,
            },
            [OperatorPort]);
        await using var operators = Sipp.Operators(OperatorPort, TimeSpan.FromSeconds(2));
        await using var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort);

        var spoken = await Played(events, file => file.Contains("/speech/", StringComparison.Ordinal));
        var message = await Played(events, file => file == MessageOfAMinute);
        await service.CommandOperator("op0", "sign-in");

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        var heard = events.Where(one => one.Uuid == spoken.Uuid).ToList();
        var sentence = heard.Single(stop => stop.EventName == EventName.PlaybackStop && File(stop) == File(spoken));
        Between(spoken, sentence).Should().BeGreaterThan(TimeSpan.FromSeconds(0.7), "the sentence was spoken to its end");
        var end = heard.Single(stop => stop.EventName == EventName.PlaybackStop && File(stop) == MessageOfAMinute);
        Between(message, end).Should().BeLessThan(TimeSpan.FromSeconds(30), "it was cut");
        var answer = events.Last(one => one.EventName == EventName.ChannelAnswer);
        var bridge = events.First(one => one.EventName == EventName.ChannelBridge);
        Between(answer, bridge).Should().BeLessThan(TimeSpan.FromSeconds(2), "the message of a minute does not delay the operator");
    }

    static Task<EventMessage> Played(ConcurrentQueue<EventMessage> events, Func<string, bool> isWanted) => Eventually.Gives(
        () => events.First(message => message.EventName == EventName.PlaybackStart && isWanted(File(message))));

    static string File(EventMessage message) => message["Playback-File-Path"] ?? "";

    static TimeSpan Between(EventMessage earlier, EventMessage later) => later.Timestamp!.Value - earlier.Timestamp!.Value;
}
