namespace Web3Tel.EventSocket.Messages;

/// <summary>How FreeSWITCH says that something went wrong.</summary>
static class ReplyStatus
{
    const string Error = "-ERR";
    const string Usage = "-USAGE";

    /// <summary>What went wrong, or null when nothing did.</summary>
    public static string? ErrorIn(string text)
    {
        if (text.StartsWith(Error, StringComparison.Ordinal))
        {
            return text[Error.Length..].Trim();
        }

        return text.StartsWith(Usage, StringComparison.Ordinal) ? text[1..].Trim() : null;
    }
}
