namespace Web3Tel.Calls;

/// <summary>A phone has come or gone.</summary>
/// <param name="Destination">As it is dialled: <c>user/1001</c>.</param>
public readonly record struct DeviceChange(string Destination, DeviceState State);
