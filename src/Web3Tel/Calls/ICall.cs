namespace Web3Tel.Calls;

/// <summary>One call leg.</summary>
public interface ICall
{
    CallInfo Info { get; }

    /// <summary>
    /// What happens on the call from now on; the last event (<see cref="CallEvent.HungUp"/> or <see cref="CallEvent.Lost"/>)
    /// is repeated to whoever subscribes after it, then the stream completes. Never fails.
    /// </summary>
    IObservable<CallEvent> Events { get; }

    /// <summary>
    /// Cold: subscribing sends the command, the one reply says how it ended, disposing stops what can be stopped.
    /// Every command ends, at the latest with the call; never fails.
    /// </summary>
    IObservable<Reply> Do(CallCommand command);
}
