using System.Collections.Immutable;
using System.Text.Json;
using Web3Tel.Hours;
using Web3Tel.Server.Versions;

namespace Web3Tel.Server.Scenarios;

/// <summary>
/// Calendars of scenarios that somebody has opened or closed until a moment, whatever stands in them. On the disk before it counts, each change
/// a version; for all versions of a scenario.
/// </summary>
sealed class CalendarsByHand(TimeProvider time) : IDisposable
{
    public const string Kind = "byHand";

    static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web);

    readonly SemaphoreSlim turn = new(1);
    VersionStore? store;
    ImmutableSortedDictionary<string, SetByHand> settings = ImmutableSortedDictionary<string, SetByHand>.Empty;

    /// <exception cref="IOException">The disk does not let us.</exception>
    public async Task Begin(VersionStore versions)
    {
        store = versions;
        if (await versions.Published(Kind).ConfigureAwait(false) is { } last)
        {
            settings = Read(last);
        }
    }

    public static ImmutableSortedDictionary<string, SetByHand> Read(DocumentVersion version) =>
        JsonSerializer.Deserialize<Dictionary<string, SetByHand>>(version.Content.Text, Written)!.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>What counts now for a calendar, named <c>scenario.calendar</c>; null for what stands in it.</summary>
    public HandSetting? Find(string name) => Of(name)?.Setting;

    /// <summary>The same, with who it was and why.</summary>
    public SetByHand? Of(string name) => Volatile.Read(ref settings).GetValueOrDefault(name) is { } set && set.Until > time.GetUtcNow() ? set : null;

    /// <param name="setting">Null for what stands in the calendar.</param>
    /// <exception cref="IOException">The disk does not let us: nothing has changed.</exception>
    public async Task Set(string name, HandSetting? setting, string by, string comment)
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            var now = time.GetUtcNow();
            var changed = settings.RemoveRange(settings.Where(one => one.Value.Until <= now).Select(one => one.Key));
            changed = setting is null ? changed.Remove(name) : changed.SetItem(name, new SetByHand(setting.Open, setting.Until, by, comment));
            await (store ?? throw new InvalidOperationException("Not read yet."))
                .Append(new Draft(Kind, DocumentState.Published, DocumentSource.Api, null, by, comment, JsonSerializer.Serialize(changed, Written))).ConfigureAwait(false);
            Volatile.Write(ref settings, changed);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
