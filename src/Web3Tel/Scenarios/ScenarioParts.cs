using System.Reactive;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Flows;
using Web3Tel.Hours;
using Web3Tel.Skills;
using Web3Tel.Speech;
using Web3Tel.Voicemail;

namespace Web3Tel.Scenarios;

/// <summary>What the steps of scenarios are carried out with. What is left out is told when a step needs it, and the call goes on.</summary>
public sealed record ScenarioParts(IScenarios Scenarios, Func<CallInfo, ScenarioLine> LineOf)
{
    /// <summary>Lists of callers, as they are when a step asks.</summary>
    public Func<CallerLists> Lists { get; init; } = () => CallerLists.Nobody;

    /// <summary>Where messages are left; null for nowhere.</summary>
    public IMessages? Messages { get; init; }

    /// <summary>How messages are left, when a step begins to take one.</summary>
    public Func<VoicemailSettings> Voicemail { get; init; } = () => VoicemailSettings.Default;

    /// <summary>What somebody has set by hand for a calendar, named <c>scenario.calendar</c>; null for nothing.</summary>
    public Func<string, HandSetting?> ByHand { get; init; } = _ => null;

    /// <summary>A sound by the name that a scenario has for it, in the switch's own words; null for one that is missing.</summary>
    public Func<string, Language, string?> FindSound { get; init; } = (sound, _) => sound;

    /// <summary>Reads out what a source says; null where sources cannot be read.</summary>
    public InformationReader? Information { get; init; }

    /// <summary>Offers to call back; null where nobody is called back.</summary>
    public CallbackOffer? Callback { get; init; }

    internal CallNotes Notes { get; } = new();
}

/// <summary>Reads out what the source of a step says. Gives true when it was heard, false when it could not be read.</summary>
public delegate Flow<bool> InformationReader(ScenarioStep.Information step, Language language);

/// <summary>Offers to call back. Ends when that is promised; goes on with the other flow when it is not wanted or not possible.</summary>
/// <param name="queue">The queue whose operator shall call.</param>
/// <param name="language">What is spoken where the queue does not say otherwise.</param>
public delegate Flow<Unit> CallbackOffer(string queue, Language language, TimeSpan? priority, SkillDemand? skills, Flow<Unit> otherwise);
