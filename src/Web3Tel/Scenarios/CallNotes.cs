using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Distribution;

namespace Web3Tel.Scenarios;

/// <summary>
/// What scenarios have noted on calls, by the names of channel variables. A call tells its variables only when it reaches us: what has been
/// noted since is kept here, until the end of the call. Thread-safe.
/// </summary>
sealed class CallNotes
{
    readonly ConcurrentDictionary<CallRef, ImmutableDictionary<string, string>> _notes = [];

    /// <summary>Null for what has not been noted.</summary>
    public string? Read(ICall call, string variable) =>
        _notes.GetValueOrDefault(call.Info.Ref)?.GetValueOrDefault(variable) ?? call.Info.Variables.GetValueOrDefault(variable);

    /// <summary>Noted at once; also on the call itself, which outlives us.</summary>
    public IObservable<Reply> Write(Distributor center, ICall call, string variable, string value)
    {
        var isFirst = false;
        _notes.AddOrUpdate(
            call.Info.Ref,
            _ =>
            {
                isFirst = true;
                return ImmutableDictionary<string, string>.Empty.Add(variable, value);
            },
            (_, notes) => notes.SetItem(variable, value));
        if (isFirst)
        {
            center.Watch(call.Info.Ref).Subscribe(_ => { }, () => _notes.TryRemove(call.Info.Ref, out var _));
        }

        return call.Do(new CallCommand.SetVariables(ImmutableDictionary<string, string>.Empty.Add(variable, value)));
    }
}
