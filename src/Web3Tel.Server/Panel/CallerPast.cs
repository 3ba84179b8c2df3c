using System.Collections.Immutable;
using Web3Tel.History;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Recordings;

namespace Web3Tel.Server.Panel;

/// <summary>What there was before with a caller, as far as an operator is told: calls of the queues served, and the operator's own.</summary>
sealed class CallerPast(CallCenterService center)
{
    /// <summary>A shorter number is many people's.</summary>
    const int LeastDigits = 3;

    const int LookedThrough = 50;
    const int Shown = 5;

    /// <summary>The newest first.</summary>
    /// <param name="call">Id of the present call, which is none of them.</param>
    public async Task<IReadOnlyList<EarlierCall>> Of(string number, string call, string agent, ImmutableArray<string> queues)
    {
        if (number.Count(char.IsAsciiDigit) < LeastDigits)
        {
            return [];
        }

        var shown = new List<EarlierCall>();
        foreach (var one in (await center.History.OfNumber(number, LookedThrough).ConfigureAwait(false)).Where(one => one.Id != call && IsToldTo(one, agent, queues)).Take(Shown))
        {
            shown.Add(new EarlierCall(one, one.Recording is not null && await center.Recordings.Find(one.Id).ConfigureAwait(false) is { File: not FileState.Missing }));
        }

        return shown;
    }

    /// <summary>What operators ask each other of a caller is no call of the caller's.</summary>
    static bool IsToldTo(HistoryEntry call, string agent, ImmutableArray<string> queues) => call.Direction != CallDirection.Consultation
        && (call.Agent == agent || (call.Queue is { } queue && queues.Contains(queue)) || call.Journey.Exists(step => step.What == JourneyEvent.Connected && step.Agent == agent));
}
