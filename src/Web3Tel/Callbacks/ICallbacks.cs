namespace Web3Tel.Callbacks;

/// <summary>Where wishes to be called back are written down.</summary>
public interface ICallbacks
{
    /// <summary>
    /// Begins at once, subscribed to or not; the one value comes when it is decided, and, for <see cref="CallbackReply.Accepted"/>, when it is
    /// on the disk. Never fails.
    /// </summary>
    IObservable<CallbackReply> Ask(CallbackWish wish);
}
