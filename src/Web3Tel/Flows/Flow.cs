using Web3Tel.Calls;

namespace Web3Tel.Flows;

/// <summary>
/// A piece of a conversation: cold, so subscribing does it and disposing stops it, and flows compose with LINQ.
/// </summary>
/// <typeparam name="T">What it finds out: a digit, a choice, or nothing but that it is over.</typeparam>
public delegate IObservable<T> Flow<out T>(ICall call);
