using System.Collections.Immutable;

namespace Web3Tel.Server.SetUp;

/// <summary>What a file with a whole set-up says of itself.</summary>
/// <param name="Format">Always <see cref="Known"/>.</param>
/// <param name="Version">Of the format.</param>
/// <param name="Made">When.</param>
/// <param name="By">Who made it.</param>
/// <param name="Configuration">The version of the configuration in it.</param>
/// <param name="LeftOut">What is not in it, in words.</param>
/// <param name="Files">Each file with the SHA-256 of what is in it, in hexadecimal digits.</param>
sealed record SetUpManifest(string Format, int Version, DateTimeOffset Made, string By, int Configuration, ImmutableArray<string> LeftOut, ImmutableSortedDictionary<string, string> Files)
{
    public const string Known = "web3tel-setup";

    public const int Newest = 1;

    public static readonly ImmutableArray<string> NotIn =
    [
        "PINs of operators and passwords of their telephones: (kept) stands in their place, and means the operator's of the service it is brought to",
        "accounts, sessions and API tokens",
        "what is read at the start of the service: connections, passwords, folders, mail server",
        "recordings, messages, history and reports",
        "drafts and earlier versions",
    ];
}
