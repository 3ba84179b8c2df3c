namespace Web3Tel.Server.Tests.Verto;

/// <summary>
/// The clock of a service whose patience no stall of the machine ends: whoever would wait for a second or more waits much longer. What is shorter
/// is no patience but a pause, and stays as it is.
/// </summary>
sealed class PatientTime : TimeProvider
{
    /// <summary>How many times longer by default.</summary>
    public const int Usual = 20;

    static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    long stands;

    /// <summary>How many times longer whoever begins to wait now waits.</summary>
    public int Longer { get; set; } = Usual;

    /// <summary>From now on no time passes between two looks at the clock.</summary>
    public void Stand() => Volatile.Write(ref stands, base.GetTimestamp());

    public override long GetTimestamp()
    {
        var at = Volatile.Read(ref stands);
        return at == 0 ? base.GetTimestamp() : at;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new PatientTimer(this, base.CreateTimer(callback, state, Patient(dueTime), period));

    TimeSpan Patient(TimeSpan wait) => wait >= Least ? wait * Longer : wait;

    sealed class PatientTimer(PatientTime time, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.Patient(dueTime), period);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
