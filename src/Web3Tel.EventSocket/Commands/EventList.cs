using System.Collections.Immutable;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Commands;

/// <summary>The list of events in a command; after <c>CUSTOM</c> come subclasses only, so it is last.</summary>
static class EventList
{
    public static string ToWire(this EventFormat format) => format switch
    {
        EventFormat.Plain => "plain",
        EventFormat.Json => "json",
    };

    public static ImmutableArray<string> RequireWords(ImmutableArray<string> words, string name)
    {
        foreach (var word in words)
        {
            OneLine.RequireWord(word, name);
        }

        return words;
    }

    public static string Write(ImmutableArray<EventName> names, ImmutableArray<string> subclasses)
    {
        var words = names.Where(name => name != EventName.Custom).Select(name => name.ToWire());
        if (!subclasses.IsEmpty || names.Contains(EventName.Custom))
        {
            words = words.Append(EventName.Custom.ToWire()).Concat(subclasses);
        }

        return string.Join(' ', words) is { Length: > 0 } list ? list : throw new ArgumentException("At least one event is needed.", nameof(names));
    }
}
