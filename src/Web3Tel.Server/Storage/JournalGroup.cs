using System.Security.Cryptography;
using System.Text;
using LiteDB;

namespace Web3Tel.Server.Storage;

/// <summary>
/// What was committed together, as one document: far cheaper than one for each entry. LiteDB has no checksums, so the group carries its own.
/// </summary>
static class JournalGroup
{
    /// <summary>A document of LiteDB holds 16 MB at most; a group stays far below.</summary>
    const int CharacterLimit = 500_000;

    const int SumLength = 8;

    /// <summary>Cuts what was collected into groups of bearable size.</summary>
    public static IEnumerable<IReadOnlyList<StoredEntry>> Split(IEnumerable<StoredEntry> entries)
    {
        var group = new List<StoredEntry>();
        var characters = 0;
        foreach (var entry in entries)
        {
            if (characters + entry.Json.Length > CharacterLimit && group.Count > 0)
            {
                yield return group;
                group = [];
                characters = 0;
            }

            group.Add(entry);
            characters += entry.Json.Length;
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    public static BsonDocument Write(IReadOnlyList<StoredEntry> entries) => new()
    {
        ["_id"] = entries[0].Number,
        ["entries"] = new BsonArray(entries.Select(entry => new BsonValue(entry.Json))),
        ["sum"] = Sum(entries[0].Number, entries.Select(entry => entry.Json)),
    };

    /// <exception cref="InvalidDataException">The document is not what was written.</exception>
    public static IReadOnlyList<StoredEntry> Read(BsonDocument document)
    {
        var first = document["_id"].AsInt64;
        var texts = document["entries"].AsArray.Select(text => text.AsString).ToArray();
        if (!Sum(first, texts).AsSpan().SequenceEqual(document["sum"].AsBinary))
        {
            throw new InvalidDataException($"The journal group that begins with entry {first} is damaged: its checksum differs.");
        }

        return [.. texts.Select((text, i) => new StoredEntry(first + i, text))];
    }

    static byte[] Sum(long first, IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(first));
        foreach (var text in texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData([0]);
        }

        return hash.GetHashAndReset()[..SumLength];
    }
}
