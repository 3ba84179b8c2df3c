namespace Web3Tel.Phones;

/// <summary>
/// How many wrong PINs in a row an operator's is worth: then nobody gets in for a while, with the right one neither. Not remembered by
/// a restart of the service. Thread-safe.
/// </summary>
sealed class PinLock(int tries, TimeSpan time)
{
    readonly Lock _gate = new();
    readonly Dictionary<string, (int Wrong, DateTimeOffset Last)> _wrong = [];

    public bool IsLocked(string agent, DateTimeOffset at)
    {
        lock (_gate)
        {
            return _wrong.GetValueOrDefault(agent) is var (wrong, last) && wrong >= tries && at < last + time;
        }
    }

    public void Wrong(string agent, DateTimeOffset at)
    {
        lock (_gate)
        {
            var (wrong, last) = _wrong.GetValueOrDefault(agent);
            _wrong[agent] = (at < last + time ? wrong + 1 : 1, at);
        }
    }

    public void Right(string agent)
    {
        lock (_gate)
        {
            _wrong.Remove(agent);
        }
    }
}
