using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
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
    public static async Task<IResult> Call(string id, Wish wish, HttpRequest by, CallCenterService center, CancellationToken gone)
    {
        // As people write it: +7 (916) 123-45-67.
        var number = string.Concat((wish.Number ?? "").Where(c => !Separators.Contains(c, StringComparison.Ordinal)));
        if (number.Length == 0)
        {
            return Wrong("number is missing: give the number to call, such as +79161234567.");
        }

        var (answer, call) = await Ask(center, at => new Event.CallAsked(at, id, number, Given(wish.From), Given(wish.Queue), Who(by)), gone).ConfigureAwait(false);
        if (call is not { } asked)
        {
            return answer;
        }

        if (!wish.Wait)
        {
            return TypedResults.Accepted($"/api/history/{asked.Call.Id}", new Outcome(asked.Call.Id, "asked", null, null));
        }

        var end = await center.States
            .Select(state => state.OutgoingCalls.GetValueOrDefault(asked.Number))
            .FirstAsync(now => now is null or { State: OutgoingState.Talking or OutgoingState.Telling or OutgoingState.Leaving or OutgoingState.Orphaned })
            .ToTask(gone).ConfigureAwait(false);
        return TypedResults.Ok(await Read(center, asked.Call, end).ConfigureAwait(false));
    }

    /// <summary>Judged in the command's own turn; the call is the one that came of it.</summary>
    static async Task<(IResult Answer, OutgoingCall? Call)> Ask(CallCenterService center, Func<DateTimeOffset, Event.CallAsked> ask, CancellationToken gone)
    {
        var before = center.Current;
        string? refusal = null;
        var isKnown = false;
        // The continuation must not run on the thread that decides: it would hold up the call center.
        var asked = new TaskCompletionSource<CallCenter>(TaskCreationOptions.RunContinuationsAsynchronously);
        var number = long.MaxValue;
        using var watching = center.States.Where(state => state.Number > number).Take(1).Subscribe(asked.SetResult, () => asked.TrySetCanceled());
        center.Post(at =>
        {
            before = center.Current;
            var happening = ask(at);
            refusal = AgentCommand.Refusal(before, happening);
            isKnown = before.Agents.ContainsKey(happening.Agent);
            number = before.Number;
            return happening;
        });
        var after = await asked.Task.WaitAsync(gone).ConfigureAwait(false);
        return (Answer(refusal, isKnown), refusal is null ? after.OutgoingCalls.GetValueOrDefault(before.OffersMade + 1) : null);
    }

    static async Task<Outcome> Read(CallCenterService center, CallRef call, OutgoingCall? now)
    {
        if (now is { State: OutgoingState.Talking })
        {
            return new Outcome(call.Id, "connected", null, null);
        }

        if (now?.End is { } end)
        {
            return Outcome.Of(call.Id, end.Result, end.Cause, end.By);
        }

        return await center.History.Find(call.Id).ConfigureAwait(false) is { } entry
            ? Outcome.Of(call.Id, entry.Result, entry.Cause, entry.HungUpBy)
            : new Outcome(call.Id, "unknown", null, null);
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
        public static Outcome Of(string call, CallResult result, HangupCause cause, EndedBy by) => new(call, Named(result), cause.Name, by);

        static string Named(CallResult result) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(result.ToString());
    }
}
