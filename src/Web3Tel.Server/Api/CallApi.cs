using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
using System.Text.Json;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Outgoing;
using Web3Tel.Server.Hosting;
using static Web3Tel.Server.Api.Commanding;

namespace Web3Tel.Server.Api;

/// <summary>A click to call: rings an operator's phone, then a number outside, and answers with what came of it.</summary>
static class CallApi
{
    const string Separators = " ()-./\u00a0";

    /// <summary>Whoever asked may go at any moment: the call goes on.</summary>
    public static async Task<IResult> Call(string id, Wish wish, HttpRequest by, CallCenterService center, IScheduler scheduler, CancellationToken gone)
    {
        // As people write it: +7 (916) 123-45-67.
        var number = string.Concat((wish.Number ?? "").Where(c => !Separators.Contains(c, StringComparison.Ordinal)));
        if (number.Length == 0)
        {
            return Wrong("number is missing: give the number to call, such as +79161234567.");
        }

        // From before the question on, since a call may be over before we look; and not from the disk, which is behind, or full.
        var ended = center.History.Endings.Where(entry => entry.IsByOperator && entry.Agent == id).Replay();
        using var listening = ended.Connect();
        var (answer, call) = await Ask(center, at => new Event.CallAsked(at, id, number, Given(wish.From), Given(wish.Queue), Who(by))).ConfigureAwait(false);
        if (call is not { } asked)
        {
            return answer;
        }

        if (!wish.Wait)
        {
            return TypedResults.Accepted($"/api/history/{asked.Call.Id}", new Outcome(asked.Call.Id, "asked", null, null));
        }

        // An entry is put before the state that follows is told. Not on the thread that decides: it would hold up the call center.
        var outcome = await center.States
            .WithLatestFrom(ended.Where(entry => entry.Id == asked.Call.Id).Select(Outcome.Of).StartWith((Outcome?)null), (state, end) => end ?? Outcome.Of(asked, state))
            .FirstOrDefaultAsync(known => known is not null)
            .ToTask(gone, scheduler).ConfigureAwait(false);
        return outcome is null ? Stopping() : TypedResults.Ok(outcome);
    }

    /// <summary>Judged in the command's own turn; the call is the one that came of it.</summary>
    static async Task<(IResult Answer, OutgoingCall? Call)> Ask(CallCenterService center, Func<DateTimeOffset, Event.CallAsked> ask)
    {
        var answer = Stopping() as IResult;
        var number = 0L;
        var after = await center.PostDecided((at, before) =>
        {
            var happening = ask(at);
            var refusal = AgentCommand.Refusal(before, happening);
            answer = Answer(refusal, before.Agents.ContainsKey(happening.Agent));
            number = refusal is null ? before.OffersMade + 1 : 0;
            return happening;
        }).ConfigureAwait(false);
        return (answer, after?.OutgoingCalls.GetValueOrDefault(number));
    }

    static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Whom to call.</summary>
    /// <param name="Number">The number, as people write it.</param>
    /// <param name="From">The number to be shown; the operator's, or that of all, when left out.</param>
    /// <param name="Queue">The queue the call is counted to.</param>
    /// <param name="Wait">Whether to answer only when it is known what came of it.</param>
    public sealed record Wish(string? Number, string? From, string? Queue, bool Wait = true);

    /// <summary>What came of it.</summary>
    /// <param name="Call">The call's id, as in the history.</param>
    /// <param name="Result"><c>asked</c>, <c>connected</c>, or how it ended: a <see cref="CallResult"/>.</param>
    /// <param name="Cause">Why it ended, such as USER_BUSY.</param>
    /// <param name="HungUpBy">Who ended it.</param>
    public sealed record Outcome(string Call, string Result, string? Cause, EndedBy? HungUpBy)
    {
        const string Connected = "connected";

        public static Outcome Of(HistoryEntry entry) => Of(entry.Id, entry.Result, entry.Cause, entry.HungUpBy);

        /// <summary>What is known while it is not over; null when that is nothing yet.</summary>
        public static Outcome? Of(OutgoingCall asked, CallCenter state) => state.OutgoingCalls.GetValueOrDefault(asked.Number) switch
        {
            { State: OutgoingState.Talking } => new Outcome(asked.Call.Id, Connected, null, null),
            { End: { } end } => Of(asked.Call.Id, end.Result, end.Cause, end.By),
            _ => null,
        };

        static Outcome Of(string call, CallResult result, HangupCause cause, EndedBy by) =>
            new(call, result == CallResult.Answered ? Connected : JsonNamingPolicy.CamelCase.ConvertName(result.ToString()), cause.Name, by);
    }
}
