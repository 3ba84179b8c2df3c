namespace Web3Tel.Phones;

/// <summary>
/// How many wrong PINs in a row an operator's is worth: then nobody gets in for a while, with the right one neither. Not remembered by
/// a restart of the service. Thread-safe.
/// </summary>
/// <param name="settings">How many, and for how long: as it is set when asked.</param>
sealed class PinLock(Func<PhoneSettings> settings)
{
    readonly Lock _gate = new();
    readonly Dictionary<string, (int Wrong, DateTimeOffset Last)> _wrong = [];

    public bool IsLocked(string agent, DateTimeOffset at)
    {
        var set = settings();
        lock (_gate)
        {
            return _wrong.GetValueOrDefault(agent) is var (wrong, last) && wrong >= set.PinTries && at < last + set.LockTime;
        }
    }

    public void Wrong(string agent, DateTimeOffset at)
    {
        var time = settings().LockTime;
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
