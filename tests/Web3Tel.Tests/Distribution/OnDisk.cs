using System.Text.Json;
using Web3Tel.Distribution;
using Web3Tel.Journal;

namespace Web3Tel.Tests.Distribution;

/// <summary>A call center's state as it lies on the disk.</summary>
static class OnDisk
{
    public static string Json(CallCenter state) => JsonSerializer.Serialize(Snapshot.Of(state), JournalJson.Default.Snapshot);

    public static Snapshot Read(string json) => JsonSerializer.Deserialize(json, JournalJson.Default.Snapshot)!;

    public static CallCenter Restored(string json) => Read(json).Restore();

    /// <summary>What a service has that begins where this state was written down.</summary>
    public static CallCenter Restored(CallCenter state) => Restored(Json(state));
}
