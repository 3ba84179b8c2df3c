using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Listeners;

/// <summary>The commands that choose events.</summary>
static class SubscriptionCommands
{
    public static string MyEvents(Listener listener, string argument)
    {
        if (listener.Subscription.IsMyEvents)
        {
            return "-ERR aready enabled.";
        }

        if (listener.Channel is null)
        {
            var id = argument.Split(' ')[0];
            if (listener.Switch.Channels.Find(id) is not { } channel)
            {
                return "-ERR invalid uuid";
            }

            listener.Follow(channel);
        }

        if (argument.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            listener.Subscription.Format = EventFormat.Json;
        }

        listener.Subscription.TakeMyEvents();
        listener.Subscribed();
        return "+OK Events Enabled";
    }

    public static string Event(Listener listener, string argument)
    {
        var words = argument.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var names = words.AsSpan();
        if (words is [var format, ..] && Format(format) is { } chosen)
        {
            listener.Subscription.Format = chosen;
            names = names[1..];
        }

        if (names.Length == 0)
        {
            return "-ERR no keywords supplied";
        }

        foreach (var name in names)
        {
            listener.Subscription.Take(name);
        }

        listener.Subscribed();
        return $"+OK event listener enabled {(listener.Subscription.Format == EventFormat.Json ? "json" : "plain")}";
    }

    public static string NixEvent(Listener listener, string argument)
    {
        var names = argument.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0)
        {
            return "-ERR no keywords supplied";
        }

        foreach (var name in names)
        {
            listener.Subscription.Drop(name);
        }

        return "+OK events nixed";
    }

    public static string NoEvents(Listener listener) =>
        listener.Subscription.Stop() ? "+OK no longer listening for events" : "-ERR not listening for events";

    public static string Filter(Listener listener, string argument)
    {
        var reply = Apply(listener.Subscription, argument.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries), argument);
        listener.Subscribed();
        return reply;
    }

    static string Apply(Subscription subscription, string[] words, string argument)
    {
        switch (words)
        {
            case ["delete", "all", ..]:
                subscription.ClearFilters();
                return "+OK filter deleted. [all][]";
            case ["delete", var header]:
                subscription.RemoveFilter(header, null);
                return $"+OK filter deleted. [{header}][]";
            case ["delete", var header, var value]:
                subscription.RemoveFilter(header, value);
                return $"+OK filter deleted. [{header}][{value}]";
            case ["add", var header, var value]:
                subscription.AddFilter(header, value);
                return $"+OK filter added. [{header}]=[{value}]";
            case [var header, _, ..]:
                var rest = argument[(header.Length + 1)..];
                subscription.AddFilter(header, rest);
                return $"+OK filter added. [{header}]=[{rest}]";
            default:
                return "-ERR invalid syntax";
        }
    }

    static EventFormat? Format(string word) => word.ToLowerInvariant() switch
    {
        "plain" => EventFormat.Plain,
        "json" => EventFormat.Json,
        _ => null,
    };
}
