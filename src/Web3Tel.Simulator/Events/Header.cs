namespace Web3Tel.Simulator.Events;

/// <summary>One header that goes with an event beside those every event of a channel has.</summary>
readonly record struct Header(byte[] Name, string Value)
{
    public static Header Of(HeaderName name, string value) => new(name.Bytes, value);
}
