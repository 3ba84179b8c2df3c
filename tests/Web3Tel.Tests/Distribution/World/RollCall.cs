using System.Collections.Immutable;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Queues;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>Callers in an array: most laws walk through all of them after each step, and to walk through the tree takes many times as long.</summary>
sealed class RollCall
{
    readonly Dictionary<string, (ImmutableSortedSet<Place> Line, Caller[] Callers)> _lines = [];
    ImmutableDictionary<CallRef, Caller> _called = ImmutableDictionary<CallRef, Caller>.Empty;
    Caller[] _callers = [];

    public Caller[] Of(CallCenter state)
    {
        if (!ReferenceEquals(_called, state.Callers))
        {
            (_called, _callers) = (state.Callers, [.. state.Callers.Values]);
            _lines.Clear();
        }

        return _callers;
    }

    /// <summary>Who waits in the queue, first come first.</summary>
    public Caller[] Of(CallCenter state, Queue queue)
    {
        Of(state);
        if (!_lines.TryGetValue(queue.Settings.Name, out var line) || !ReferenceEquals(line.Line, queue.Line))
        {
            _lines[queue.Settings.Name] = line = (queue.Line, [.. queue.Line.Select(place => state.Callers[place.Call])]);
        }

        return line.Callers;
    }
}
