using System.Collections.Immutable;
using Web3Tel.Callers;
using Web3Tel.Queues;
using Web3Tel.Speech;

namespace Web3Tel.Distribution;

/// <summary>What an agent is told of the caller to come: the queue, the time waited, the name.</summary>
static class WhisperedWords
{
    /// <summary>How often it is looked what the time waited would be: no rounded time is shorter.</summary>
    static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    public static Spoken Of(Caller caller, QueueSettings queue, DateTimeOffset at) => Within(caller, queue, at, TimeSpan.Zero);

    /// <summary>All that it may be from now on until then.</summary>
    public static Spoken Within(Caller caller, QueueSettings queue, DateTimeOffset at, TimeSpan time)
    {
        var language = queue.Announce?.Language ?? Language.English;
        var waited = at > caller.Joined ? at - caller.Joined.Value : TimeSpan.Zero;
        return new Spoken(language,
        [
            queue.Label ?? queue.Name,
            .. Enumerable.Range(0, (int)Math.Ceiling(time / Step) + 1).Select(step => Phrases.Waited(language, waited + (step * Step))).Distinct(),
            .. SpokenName.Of(caller.Name) is { } name ? [name] : ImmutableArray<string>.Empty,
        ]);
    }
}
