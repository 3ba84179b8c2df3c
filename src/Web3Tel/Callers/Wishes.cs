using System.Collections.Immutable;
using Web3Tel.Distribution;
using Web3Tel.Queues;
using Web3Tel.Skills;

namespace Web3Tel.Callers;

/// <summary>What limits the agents a waiting caller may be offered to, and until when each limit holds. Each falls away by itself, and none returns.</summary>
/// <param name="Since">From when the limits count: when the caller entered the queue.</param>
/// <param name="Profile">What holds now.</param>
public sealed record Wishes(DateTimeOffset Since, Profile Profile)
{
    /// <summary>What the agent must have when the preferred skills have fallen away.</summary>
    public SkillSet Required { get; init; } = SkillSet.None;

    /// <summary>When the preferred skills fall away; null when they have, there are none, or they never do.</summary>
    public DateTimeOffset? PreferredUntil { get; init; }

    /// <summary>When any skills will do; null when they do, there are none, or they never will.</summary>
    public DateTimeOffset? RequiredUntil { get; init; }

    /// <summary>When the next level of agents opens; null when all are open.</summary>
    public DateTimeOffset? LevelAt { get; init; }

    /// <summary>Until when the caller waits for the agent spoken with last.</summary>
    public DateTimeOffset? AgentUntil { get; init; }

    /// <summary>When the next limit falls away.</summary>
    internal DateTimeOffset? Until => Deadline.Earliest(PreferredUntil, RequiredUntil, LevelAt, AgentUntil);

    /// <summary>What of it holds at that time; with words for each limit that has fallen away as a whole.</summary>
    internal (Wishes Wishes, ImmutableArray<string> Gone) At(DateTimeOffset at, QueueSettings queue, int topLevel)
    {
        var wishes = this;
        var gone = ImmutableArray.CreateBuilder<string>();
        if (AgentUntil <= at)
        {
            gone.Add($"No longer for {Profile.Agent} alone.");
            wishes = wishes.ForAnyAgent();
        }

        if (RequiredUntil <= at)
        {
            gone.Add("Any skills will do.");
            wishes = wishes with { Profile = wishes.Profile with { Must = SkillSet.None }, Required = SkillSet.None, PreferredUntil = null, RequiredUntil = null };
        }
        else if (PreferredUntil <= at)
        {
            gone.Add("The preferred skills have fallen away.");
            wishes = wishes with { Profile = wishes.Profile with { Must = Required }, PreferredUntil = null };
        }

        if (LevelAt <= at)
        {
            wishes = wishes.WithLevels(at, queue, topLevel);
            if (wishes.Profile.Waits is null)
            {
                gone.Add("All levels are open.");
            }
        }

        return (wishes, gone.ToImmutable());
    }

    /// <summary>The agent need not be waited for any longer.</summary>
    internal Wishes ForAnyAgent() => Profile.Agent is null ? this : this with { Profile = Profile with { Agent = null }, AgentUntil = null };

    /// <summary>The agent did not take the caller: others are tried.</summary>
    internal Wishes RefusedBy(string agent) => Profile.Agent == agent ? ForAnyAgent() : this;

    /// <summary>The levels that are open at that time.</summary>
    /// <param name="topLevel">The highest level there is.</param>
    internal Wishes WithLevels(DateTimeOffset at, QueueSettings queue, int topLevel)
    {
        if (queue.LevelWait is not { } wait || topLevel <= 1)
        {
            return this with { Profile = Profile with { Waits = null }, LevelAt = null };
        }

        // A clock set back takes nothing away.
        var waited = Math.Max(0, (at - Since).Ticks / wait.Ticks);
        var allOpen = queue.LevelWaitMultiplied ? waited >= topLevel - 1 : waited >= 1;
        return allOpen
            ? this with { Profile = Profile with { Waits = null }, LevelAt = null }
            : this with { Profile = Profile with { Waits = (int)waited }, LevelAt = Since + TimeSpan.FromTicks((waited + 1) * wait.Ticks) };
    }
}
