namespace Web3Tel.Server.SetUp;

/// <summary>How much may be in a file with a whole set-up, whatever it claims of itself.</summary>
static class SetUpLimits
{
    /// <summary>Bytes as they come.</summary>
    public const long MostPacked = 300_000_000;

    /// <summary>Bytes of all files in it together, unpacked.</summary>
    public const long MostUnpacked = 500_000_000;

    public const int MostFiles = 5_000;

    /// <summary>Bytes of one document.</summary>
    public const int MostOfDocument = 5_000_000;
}
