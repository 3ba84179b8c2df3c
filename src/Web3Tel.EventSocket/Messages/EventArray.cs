namespace Web3Tel.EventSocket.Messages;

/// <summary>How FreeSWITCH writes several values into one header: <c>ARRAY::first|:second</c>.</summary>
static class EventArray
{
    const string Prefix = "ARRAY::";
    const string Separator = "|:";

    public static string Write(IEnumerable<string> items) => Prefix + string.Join(Separator, items);

    public static IReadOnlyList<string> Read(string? value) => value switch
    {
        null => [],
        _ when value.StartsWith(Prefix, StringComparison.Ordinal) => value[Prefix.Length..].Split(Separator),
        _ => [value],
    };
}
