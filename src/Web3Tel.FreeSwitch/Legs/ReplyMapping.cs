using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.FreeSwitch.Legs;

/// <summary>What FreeSWITCH answers, in the call center's words: every end is a value, none an exception.</summary>
static class ReplyMapping
{
    public static IObservable<Reply> ToReply(this IObservable<ApiResponse> answer) =>
        answer.Select(response => response.Success ? Reply.Done : Refused(response.ErrorMessage)).Caught();

    public static IObservable<Reply> ToReply(this IObservable<ApplicationResult> answer) =>
        answer.Select(result => result.Success ? Reply.Done : Refused(result.ErrorMessage)).Caught();

    /// <summary>A playback that was not played says so in its response only.</summary>
    public static IObservable<Reply> ToPlaybackReply(this IObservable<ApplicationResult> answer) =>
        answer.Select(result => result switch
        {
            { Success: false } => Refused(result.ErrorMessage),
            { Response: "FILE NOT FOUND" or "PLAYBACK ERROR" } => Refused(result.Response),
            _ => Reply.Done,
        }).Caught();

    /// <summary>How much was recorded is told by variables of the channel.</summary>
    public static IObservable<Reply> ToRecordReply(this IObservable<ApplicationResult> answer) =>
        answer.Select(result => result switch
        {
            { Success: false } => Refused(result.ErrorMessage),
            { Event: { } ended } => Reply.Done with { Recorded = RecordVariables.Read(ended) },
            _ => Reply.Done,
        }).Caught();

    static Reply Refused(string? why) => new(ReplyOutcome.Refused, why ?? "");

    static IObservable<Reply> Caught(this IObservable<Reply> replies) => replies.Catch((Exception error) => Observable.Return(error switch
    {
        ChannelHungUpException => new Reply(ReplyOutcome.CallEnded, error.Message),
        ConnectionLostException => new Reply(ReplyOutcome.Disconnected, error.Message),
        TimeoutException => new Reply(ReplyOutcome.TimedOut, error.Message),
        _ => new Reply(ReplyOutcome.Refused, error.Message),
    }));
}
