namespace Web3Tel.Calls;

/// <summary>Whether a phone is in a call that is not ours.</summary>
/// <param name="Destination">As it is dialled: <c>user/1001</c>.</param>
/// <param name="Node">The switch that says so.</param>
public readonly record struct PhoneUse(string Destination, string Node, bool InUse);
