using System.Reactive.Concurrency;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.Speech;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>What operators and supervisors want in a world; what makes no sense must change nothing but the count of it.</summary>
sealed class Commanding(HistoricalScheduler clock, Habits habits, Exchange exchange, ServiceLives lives, Laws laws)
{
    /// <summary>Commands to operators that were obeyed.</summary>
    public int Commands { get; private set; }

    /// <summary>Commands to conversations with those who were called that were obeyed.</summary>
    public int Outgoing { get; private set; }

    /// <summary>Commands to conversations and to those who wait that were obeyed, by kind.</summary>
    public Dictionary<string, int> Talks { get; } = [];

    public void CommandAnAgent()
    {
        if (!lives.IsAlive)
        {
            return;
        }

        var before = lives.Current;
        var agent = habits.One([.. before.Agents.Keys]);
        var command = NotedCall.Of(before, before.Agents[agent]) is { } noted && habits.Chance(0.3) ? habits.Note(agent, noted.Call.Id, clock.Now) : habits.Command(agent, clock.Now);
        var refused = AgentCommand.Refusal(before, command) is not null;
        lives.Post((Event)command);
        Commands += refused ? 0 : 1;
        if (!refused && command is Event.NoteTaken note)
        {
            lives.Noted.Add(note);
        }
        else if (!refused && command is Event.AgentReady && before.Agents[agent].SignedIn)
        {
            Revise(agent);
        }

        if (refused)
        {
            laws.NothingChanged(before, (Event)command, lives.Current);
            laws.IsToldInRussian((Event)command, AgentCommand.Refusal(before, command, Language.Russian));
        }
    }

    /// <summary>Who comes back to work thinks of the last conversation again. Nothing is drawn by chance for it: it changes nothing of what follows.</summary>
    void Revise(string agent)
    {
        var over = lives.History.Puts.LastOrDefault(entry => entry.Agent == agent);
        if (over is null)
        {
            return;
        }

        var latest = lives.History.Puts.Last(entry => entry.Id == over.Id);
        var before = lives.Current;
        var command = new Event.NoteRevised(clock.Now, agent, latest, "sold", "after all", agent);
        var refused = AgentCommand.Refusal(before, command) is not null;
        lives.Post(command);
        if (refused)
        {
            laws.NothingChanged(before, command, lives.Current);
            laws.IsToldInRussian(command, AgentCommand.Refusal(before, command, Language.Russian));
        }
        else
        {
            lives.Noted.Add(new Event.NoteTaken(command.At, agent, latest.Id, command.Result, command.Text, agent));
        }
    }

    /// <summary>Once in a while it is the conversation of an operator who called outside.</summary>
    bool CommandAnOutgoingTalk(CallCenter before)
    {
        if (before.OutgoingCalls.IsEmpty || !habits.Chance(0.05))
        {
            return false;
        }

        var call = habits.One([.. before.OutgoingCalls.Values]);
        var command = habits.TalkCommand(call.Call, consults: false, [.. before.Agents.Keys], clock.Now);
        var refused = TalkCommand.Refusal(before, command) is not null;
        lives.Post((Event)command);
        if (refused)
        {
            laws.NothingChanged(before, (Event)command, lives.Current);
            laws.IsToldInRussian((Event)command, TalkCommand.Refusal(before, command, Language.Russian));
        }

        Outgoing += refused ? 0 : 1;
        return true;
    }

    /// <summary>Somebody wants something of a conversation, or of a caller who waits.</summary>
    public void CommandATalk()
    {
        if (!lives.IsAlive || lives.Current is not { Callers.IsEmpty: false } before || CommandAnOutgoingTalk(before))
        {
            return;
        }

        // Where more has begun already more can be asked.
        var callers = before.Callers.Values.OrderBy(caller => caller.Sequence).ToArray();
        var busy = callers.Where(caller => caller.Guest is not null || caller.State is CallerState.Talking).ToArray();
        var consulted = before.Guests.Values.Where(guest => guest.State == GuestState.Consulting).Select(guest => guest.Call).ToArray();
        var call = consulted.Length > 0 && habits.Chance(0.3) ? habits.One(consulted) : habits.One(busy.Length > 0 && habits.Chance(0.7) ? busy : callers).Call;
        var consults = consulted.Contains(call);
        var command = habits.TalkCommand(call, consults, [.. before.Agents.Keys], clock.Now);
        var refused = TalkCommand.Refusal(before, command) is not null;
        if (!refused && command is Event.MoveAsked)
        {
            exchange.Channels.Find(command.Call)?.WasMoved = true;
        }

        lives.Post((Event)command);
        if (refused)
        {
            laws.NothingChanged(before, (Event)command, lives.Current);
            laws.IsToldInRussian((Event)command, TalkCommand.Refusal(before, command, Language.Russian));
            return;
        }

        Talks[command.GetType().Name] = Talks.GetValueOrDefault(command.GetType().Name) + 1;
        if (command is Event.MoveAsked asked)
        {
            laws.MovesOneOnly(before, asked, lives.Current);
        }
    }
}
