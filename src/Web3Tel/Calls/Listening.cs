namespace Web3Tel.Calls;

/// <summary>To whom a call that we make listens, once it is answered.</summary>
/// <param name="Leg">An agent's leg in conversation, on the same node.</param>
public sealed record Listening(CallRef Leg, ListenMode Mode);
