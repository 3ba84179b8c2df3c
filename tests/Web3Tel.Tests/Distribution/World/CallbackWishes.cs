using System.Globalization;
using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Distribution;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>People who want to be called back: on the line, or from elsewhere.</summary>
sealed class CallbackWishes(Habits habits, Exchange exchange, ServiceLives lives)
{
    readonly Dictionary<string, HashSet<DateTimeOffset>> _places = [];
    readonly HashSet<(string Number, TimeSpan Priority)> _priorities = [];
    int _elsewhere;

    /// <summary>Ids of those that were promised.</summary>
    public HashSet<string> Promised { get; } = [];

    /// <summary>Called with each number that has asked for it.</summary>
    public Action<string> Asking { get; set; } = _ => { };

    public void Ask()
    {
        if (!lives.IsAlive)
        {
            return;
        }

        if (habits.Chance(0.3))
        {
            var number = "+79169" + (++_elsewhere).ToString("D6", CultureInfo.InvariantCulture);
            Ask(new CallbackWish(CallerNumbers.QueueOf(number), number) { Skills = CallerNumbers.SkillsOf(number), Priority = CallerNumbers.PriorityOf(number) });
            return;
        }

        var waiting = exchange.Channels.Alive
            .Where(channel => channel is { IsCaller: true, Connection: not null, Peer: null } && lives.Current.Callers.GetValueOrDefault(channel.Ref)?.State is CallerState.Waiting)
            .ToArray();
        if (waiting.Length == 0)
        {
            return;
        }

        var channel = habits.One(waiting);
        var caller = lives.Current.Callers[channel.Ref];
        Ask(new CallbackWish(caller.Queue!, caller.Number)
        {
            Call = caller.Call,
            Joined = caller.Joined,
            Priority = caller.Priority,
            Skills = caller.Demand,
        });
        exchange.After(habits.Between(0, 5), () => exchange.Channels.HangUpUnlessTalking(channel));
    }

    /// <summary>A callback has had this place: whoever comes in person has it, too.</summary>
    public bool HadPlace(string number, DateTimeOffset? place) => place is { } at && _places.TryGetValue(number, out var places) && places.Contains(at);

    /// <summary>A callback has taken this priority over from the call it was asked for in: it stays when the customer joins anew.</summary>
    public bool HadPriority(string number, TimeSpan? priority) => priority is { } had && _priorities.Contains((number, had));

    public void Observe(CallCenter state)
    {
        foreach (var call in state.Callbacks.Values)
        {
            var caller = state.Callers[call];
            if (!_places.TryGetValue(caller.Number, out var places))
            {
                _places[caller.Number] = places = [];
            }

            places.Add(caller.Joined!.Value - caller.Priority);
            _priorities.Add((caller.Number, caller.Priority));
        }
    }

    void Ask(CallbackWish wish)
    {
        Asking(wish.Number);
        var life = lives.Restarts;
        lives.Ask(wish).Subscribe(reply =>
        {
            if (reply == CallbackReply.Accepted && life == lives.Restarts && lives.IsAlive && PendingOf(wish) is { } promised)
            {
                Promised.Add(promised);
            }
        });
    }

    string? PendingOf(CallbackWish wish) =>
        lives.Current.Callbacks.TryGetValue($"{wish.Queue}/{wish.Number.TrimStart('+')}", out var call) ? call.Id : null;
}
