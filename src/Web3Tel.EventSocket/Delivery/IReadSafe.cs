namespace Web3Tel.EventSocket.Delivery;

/// <summary>Marks an observer of our own that may be called on the thread that reads: it is short, never waits and runs no user code.</summary>
interface IReadSafe;
