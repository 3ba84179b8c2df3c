namespace Web3Tel.Journal;

/// <summary>Values that a journal of before does not have: the generated reader gives nothing for them, not the default.</summary>
static class Missing
{
    public static TimeSpan Or(this TimeSpan read, TimeSpan usual) => read == TimeSpan.Zero ? usual : read;
}
