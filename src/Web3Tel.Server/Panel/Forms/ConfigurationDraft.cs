using System.Text.Json.Nodes;
using Web3Tel.Server.Configurations;

namespace Web3Tel.Server.Panel.Forms;

/// <summary>
/// A configuration as it is filled in. Each change gives another one; whatever is not changed stays as somebody wrote it, but for comments. Places are
/// as in the sentences about what is wrong: <c>Queues:0:RingSeconds</c>.
/// </summary>
public sealed class ConfigurationDraft
{
    readonly JsonObject document;

    ConfigurationDraft(JsonObject document) => this.document = document;

    public string Text => ConfigurationDocument.Write(document);

    /// <summary>Null for a text that cannot be read.</summary>
    public static ConfigurationDraft? Read(string text) => ConfigurationDocument.Parse(text).Document is { } document ? new(document) : null;

    /// <summary>What stands at a place; null for nothing.</summary>
    public JsonNode? Get(string place) => place.Split(':').Aggregate((JsonNode?)document, At);

    /// <summary>What stands at a place, to be read.</summary>
    public string Word(string place) => Get(place) is JsonValue value ? value.ToString() : "";

    /// <summary>Texts at a place: a list, or one text separated by commas.</summary>
    public IEnumerable<string> Texts(string place) => Get(place) switch
    {
        JsonValue value => value.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        JsonArray list => list.Select(one => $"{one}"),
        JsonObject numbered => numbered.Select(pair => $"{pair.Value}"),
        _ => [],
    };

    /// <summary>The places of a list's entries.</summary>
    public IEnumerable<string> Entries(string place) => Get(place) switch
    {
        JsonArray list => list.Select((_, i) => $"{place}:{i}"),
        JsonObject named => named.Select(pair => $"{place}:{pair.Key}"),
        _ => [],
    };

    /// <param name="value">Null for what is left out: a section that is empty then goes with it.</param>
    /// <param name="stays">A section that stays all the same, as <c>true</c>.</param>
    public ConfigurationDraft Set(string place, JsonNode? value, string? stays = null) => Changed(next =>
    {
        var (owner, key) = next.Make(place);
        if (value is not null)
        {
            Put(owner, key, value.DeepClone());
            return;
        }

        (owner as JsonObject)?.Remove(key);
        next.Prune(Before(place), stays);
    });

    /// <summary>A new entry at the end of a list.</summary>
    public (ConfigurationDraft Draft, string Place) Add(string place, JsonObject fresh)
    {
        var added = Changed(next => next.List(place).Add(fresh.DeepClone()));
        return (added, added.Entries(place).Last());
    }

    /// <summary>The entry once more, behind it.</summary>
    /// <param name="entry">The place of the entry.</param>
    /// <param name="list">What its list is of: what must be its own is left out of the copy, and its name is another one.</param>
    public (ConfigurationDraft Draft, string Place) Copy(string entry, FormField list)
    {
        var place = Before(entry);
        var index = Entries(place).ToList().IndexOf(entry);
        var copied = Changed(next =>
        {
            var all = next.List(place);
            var copy = (JsonObject)all[index]!.DeepClone();
            foreach (var own in list.Inner.Where(field => field.IsOwn))
            {
                copy.Remove(own.Name);
            }

            if (copy[list.Names.Name] is JsonValue name)
            {
                copy[list.Names.Name] = Free(name.ToString(), all.Select(one => $"{one?[list.Names.Name]}"));
            }

            all.Insert(index + 1, copy);
        });
        return (copied, copied.Entries(place).ElementAt(index + 1));
    }

    public ConfigurationDraft Remove(string entry) => Changed(next =>
    {
        var (owner, key) = next.Make(entry);
        if (owner is JsonArray list)
        {
            list.RemoveAt(Index(key));
        }
        else
        {
            ((JsonObject)owner).Remove(key);
        }

        next.Prune(Before(entry), stays: null);
    });

    /// <summary>Changes places with the entry before it.</summary>
    public ConfigurationDraft Up(string entry) => Changed(next =>
    {
        var index = Entries(Before(entry)).ToList().IndexOf(entry);
        var list = next.List(Before(entry));
        var moved = list[index]!;
        list.RemoveAt(index);
        list.Insert(index - 1, moved);
    });

    /// <summary>The place that has it.</summary>
    public static string Before(string place) => place.LastIndexOf(':') is > 0 and var end ? place[..end] : "";

    /// <summary>1003 after 1001 when 1002 is taken; sales2 after sales.</summary>
    static string Free(string name, IEnumerable<string> taken)
    {
        var known = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var stem = name.TrimEnd([.. "0123456789"]);
        return Enumerable.Range(1, int.MaxValue - 1)
            .Select(n => long.TryParse(name[stem.Length..], out var number) ? $"{stem}{(number + n).ToString($"D{name.Length - stem.Length}")}" : $"{name}{n + 1}")
            .First(other => !known.Contains(other));
    }

    static JsonNode? At(JsonNode? node, string key) => node switch
    {
        JsonObject group => group[key],
        JsonArray list when Index(key) is var i && i >= 0 && i < list.Count => list[i],
        _ => null,
    };

    static int Index(string key) => int.TryParse(key, out var index) ? index : -1;

    static void Put(JsonNode owner, string key, JsonNode value)
    {
        if (owner is JsonArray list)
        {
            list[Index(key)] = value;
        }
        else
        {
            ((JsonObject)owner)[key] = value;
        }
    }

    /// <summary>Sections on the way to a place are made where there are none.</summary>
    (JsonNode Owner, string Key) Make(string place)
    {
        var keys = place.Split(':');
        JsonNode owner = document;
        foreach (var key in keys[..^1])
        {
            if (At(owner, key) is not { } inner || inner is JsonValue)
            {
                inner = new JsonObject(document.Options);
                Put(owner, key, inner);
            }

            owner = inner;
        }

        return (owner, keys[^1]);
    }

    /// <summary>A list that was written with names or numbers becomes one.</summary>
    JsonArray List(string place)
    {
        var (owner, key) = Make(place);
        if (At(owner, key) is JsonArray list)
        {
            return list;
        }

        var made = new JsonArray(At(owner, key) is JsonObject named ? [.. named.Select(pair => pair.Value?.DeepClone())] : []);
        Put(owner, key, made);
        return made;
    }

    void Prune(string place, string? stays)
    {
        if (place.Length == 0 || Get(place) is not (JsonObject { Count: 0 } or JsonArray { Count: 0 }))
        {
            return;
        }

        var (owner, key) = Make(place);
        if (place == stays)
        {
            Put(owner, key, JsonValue.Create(true));
        }
        else if (owner is JsonObject group)
        {
            group.Remove(key);
            Prune(Before(place), stays);
        }
    }

    ConfigurationDraft Changed(Action<ConfigurationDraft> change)
    {
        var next = new ConfigurationDraft((JsonObject)document.DeepClone());
        change(next);
        return next;
    }
}
