namespace Web3Tel.Distribution;

/// <summary>What a caller is transferred to.</summary>
public enum TransferKind
{
    Agent,
    Queue,

    /// <summary>A telephone outside, by the configured line out.</summary>
    Number,
}
