using System.Text.RegularExpressions;
using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Listeners;

/// <summary>Which events a connection takes, in which format, through which filters.</summary>
sealed class Subscription
{
    static readonly string[] MyEvents =
    [
        "CHANNEL_ANSWER", "CHANNEL_APPLICATION", "CHANNEL_BRIDGE", "CHANNEL_CREATE", "CHANNEL_DATA", "CHANNEL_DESTROY",
        "CHANNEL_EXECUTE", "CHANNEL_EXECUTE_COMPLETE", "CHANNEL_HANGUP", "CHANNEL_HANGUP_COMPLETE", "CHANNEL_ORIGINATE",
        "CHANNEL_UUID", "CHANNEL_OUTGOING", "CHANNEL_PARK", "CHANNEL_PROGRESS", "CHANNEL_PROGRESS_MEDIA", "CHANNEL_STATE",
        "CHANNEL_UNBRIDGE", "CHANNEL_UNPARK", "DETECTED_SPEECH", "DTMF", "NOTALK", "TALK",
    ];

    readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> excepted = new(StringComparer.OrdinalIgnoreCase);
    readonly List<(string Header, string Value)> filters = [];
    bool all;

    public EventFormat Format { get; set; }

    public bool IsOn { get; private set; }

    /// <summary>Whether only the events of the connection's own call come.</summary>
    public bool IsMyEvents { get; private set; }

    /// <summary>The one channel whose events can pass, when filters leave no other.</summary>
    public string? OnlyChannel =>
        filters is [("unique-id", var id)] && !id.StartsWith('-') && !id.StartsWith('/') ? id : null;

    public bool Wants(EventKind kind) => IsOn && (all ? !excepted.Contains(kind.Name) : names.Contains(kind.Name));

    /// <summary>Takes the fixed list of <c>myevents</c>; nothing of recordings, playback or background jobs is in it.</summary>
    public void TakeMyEvents()
    {
        names.UnionWith(MyEvents);
        IsOn = IsMyEvents = true;
    }

    public void Take(string name)
    {
        IsOn = true;
        if (name.Equals("ALL", StringComparison.OrdinalIgnoreCase))
        {
            all = true;
            excepted.Clear();
        }
        else
        {
            names.Add(name);
            excepted.Remove(name);
        }
    }

    public void Drop(string name)
    {
        IsOn = true;
        if (name.Equals("ALL", StringComparison.OrdinalIgnoreCase))
        {
            all = false;
            names.Clear();
        }
        else
        {
            excepted.Add(name);
            names.Remove(name);
        }
    }

    public bool Stop()
    {
        var was = IsOn;
        IsOn = all = false;
        names.Clear();
        return was;
    }

    public void AddFilter(string header, string value) => filters.Add((header.ToLowerInvariant(), value));

    public void RemoveFilter(string header, string? value) =>
        filters.RemoveAll(filter => filter.Header.Equals(header, StringComparison.OrdinalIgnoreCase) && (value is null || filter.Value == value));

    public void ClearFilters() => filters.Clear();

    /// <summary>Positive filters are ORed and drop whatever lacks their header; a negative one that matches drops at once.</summary>
    public bool Passes(Func<string, string?> header)
    {
        if (filters.Count == 0)
        {
            return true;
        }

        var passes = false;
        foreach (var (name, wanted) in filters)
        {
            var negative = wanted.StartsWith('-');
            if (passes && !negative || header(name) is not { } value || !Matches(value, wanted.TrimStart('-', '+', ' ')))
            {
                continue;
            }

            if (negative)
            {
                return false;
            }

            passes = true;
        }

        return passes;
    }

    static bool Matches(string value, string wanted) =>
        wanted is ['/', .., '/']
            ? Regex.IsMatch(value, wanted[1..^1], RegexOptions.None, TimeSpan.FromSeconds(1))
            : value.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
