namespace Web3Tel.Phones;

/// <summary>
/// How many wrong secrets in a row a name is worth: then nobody gets in by it for a while, with the right one neither. Not remembered by
/// a restart of the service. Thread-safe.
/// </summary>
/// <param name="limits">How many, and for how long, counted from the last of them: as it is set when asked.</param>
public sealed class Lockout(Func<(int Tries, TimeSpan Time)> limits)
{
    /// <summary>Names may be anybody's invention: so many are kept before those whose time is over are forgotten.</summary>
    const int Tidied = 10_000;

    readonly Lock _gate = new();
    readonly Dictionary<string, (int Wrong, DateTimeOffset Last)> _wrong = [];

    public bool IsLocked(string name, DateTimeOffset at)
    {
        var (tries, time) = limits();
        lock (_gate)
        {
            return _wrong.GetValueOrDefault(name) is var (wrong, last) && wrong >= tries && at < last + time;
        }
    }

    /// <summary>Another wrong one.</summary>
    /// <returns>How many that makes in a row.</returns>
    public int Wrong(string name, DateTimeOffset at)
    {
        var (tries, time) = limits();
        lock (_gate)
        {
            if (_wrong.Count >= Tidied)
            {
                foreach (var (old, _) in _wrong.Where(one => at >= one.Value.Last + time).ToArray())
                {
                    _wrong.Remove(old);
                }
            }

            var (wrong, last) = _wrong.GetValueOrDefault(name);
            wrong = at < last + time ? wrong + 1 : 1;
            _wrong[name] = (wrong, at);
            return wrong;
        }
    }

    public void Right(string name)
    {
        lock (_gate)
        {
            _wrong.Remove(name);
        }
    }
}
