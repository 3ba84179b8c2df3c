namespace Web3Tel.EventSocket.Commands;

/// <summary>
/// Keeps an outbound connection open for a while after its channel has hung up, so that the last events arrive.
/// </summary>
public sealed record Linger : LineCommand
{
    /// <param name="time">How long, in whole seconds.</param>
    public Linger(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.FromSeconds(1));
        Time = time;
    }

    public TimeSpan Time { get; }

    protected override string Text => $"linger {(int)Time.TotalSeconds}";
}
