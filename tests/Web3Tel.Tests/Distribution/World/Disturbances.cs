using System.Reactive.Concurrency;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Voicemail;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>What lines, phones and callers do in a world besides calling, and what is said twice.</summary>
sealed class Disturbances(HistoricalScheduler clock, Habits habits, Exchange exchange, ServiceLives lives, Laws laws)
{
    public void LoseTheNode()
    {
        if (lives.Line is { IsCut: false, IsUp: true } line)
        {
            line.Down(exchange.Channels.Alive);
            clock.Schedule(habits.Between(3, 15), () =>
            {
                if (!line.IsCut)
                {
                    line.Up();
                }
            });
        }
    }

    public void LoseAConnection()
    {
        var callers = exchange.Channels.Alive.Where(channel => channel.Connection is not null).ToArray();
        if (callers.Length > 0)
        {
            exchange.LoseConnection(habits.One(callers), habits.Between(0.1, 8));
        }
    }

    public void CallOutside() => exchange.CallOutside($"user/{habits.From(1001, 1012)}", habits.About(20));

    public void DialOut() => exchange.DialOut($"{habits.From(1001, 1012)}", habits.One(["5558", "5559", "5561"]));

    public void PressAKey()
    {
        var callers = exchange.Channels.Alive.Where(channel => channel is { Connection: not null, Peer: null }).ToArray();
        if (callers.Length > 0)
        {
            habits.One(callers).Tell(new CallEvent.Digit(clock.Now, habits.One(['1', '2', '3', '4'])));
        }
    }

    /// <summary>A phone comes or goes; more come, so that calls are served.</summary>
    public void ChangeADevice()
    {
        if (lives.IsAlive)
        {
            var agent = habits.One([.. lives.Current.Agents.Keys]);
            lives.Post(new Event.DeviceChanged(clock.Now, agent, habits.Chance(0.3) ? DeviceState.Unregistered : DeviceState.Registered));
        }
    }

    /// <summary>A caller begins a message, and somebody reads it: steps of a journey and of the audit trail, and nothing else changes.</summary>
    public void LeaveAMessage()
    {
        if (!lives.IsAlive || lives.Current.Callers.IsEmpty)
        {
            return;
        }

        var before = lives.Current;
        var caller = habits.One([.. before.Callers.Values.OrderBy(one => one.Sequence)]);
        lives.Post(new Event.MessageBegun(clock.Now, caller.Call, "queue:sales", "message"));
        lives.Post(new Event.MessageMarked(clock.Now, "olga", "queue:sales", "message", MessageMark.Read));
        var after = lives.Current;
        var same = after with { Number = before.Number, Audit = before.Audit, Callers = after.Callers.SetItem(caller.Call, caller) };
        if (!Laws.AreSame(before, same) || after.Callers[caller.Call].Journey.Count != caller.Journey.Count + 1
            || after.Audit.Count != before.Audit.Count + (before.Audit.Count < 1_000 ? 1 : 0))
        {
            laws.Broken($"a message of {caller.Call} changed more than it should");
        }
    }

    /// <summary>Something is wrong in the step of a scenario that a caller is in.</summary>
    public void MissAPrompt()
    {
        if (lives.IsAlive && lives.Current.Callers.Values.Where(one => one.Scenario is not null).OrderBy(one => one.Sequence).ToArray() is [_, ..] callers)
        {
            var before = lives.Current;
            var caller = habits.One(callers);
            lives.Post(new Event.StepReached(clock.Now, caller.Call, caller.Scenario!, "menu.wav is missing."));
            if (caller.State is not CallerState.Leaving && !ScenarioCallers.IsToldOnly(before, caller, lives.Current))
            {
                laws.Broken($"a missing prompt of {caller.Call} changed more than it should");
            }
        }
    }

    /// <summary>Says something again that was said before and is of no consequence any more.</summary>
    public void TalkNonsense()
    {
        if (lives.Journal.Count == 0 || !lives.IsAlive)
        {
            return;
        }

        var said = habits.One(lives.Journal).Event;
        if (!Nonsense.Is(said, lives.Current))
        {
            return;
        }

        var before = lives.Current;
        lives.Post(said with { At = clock.Now });
        laws.NothingChanged(before, said, lives.Current);
    }
}
