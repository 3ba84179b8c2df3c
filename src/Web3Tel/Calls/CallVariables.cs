namespace Web3Tel.Calls;

/// <summary>Channel variables we leave on calls. They outlive the service, and are remembered even without its journal.</summary>
public static class CallVariables
{
    /// <summary>On a caller: the queue joined. On an agent's leg: the queue served.</summary>
    public const string Queue = "web3tel_queue";

    /// <summary>On a caller: when the queue was joined, as <see cref="TimeOfJoining"/> writes it.</summary>
    public const string Joined = "web3tel_joined";

    /// <summary>On a caller with a priority, or whom a supervisor has moved: from when the place counts, written as the time of joining is.</summary>
    public const string Place = "web3tel_place";

    /// <summary>On a caller who leaves a message: the message's id.</summary>
    public const string Message = "web3tel_message";

    /// <summary>On a caller who was asked: the mark given, and for which conversation.</summary>
    public const string Mark = "web3tel_mark";

    /// <summary>On a caller in a scenario: the step reached, as <see cref="Scenarios.ScenarioPlace"/> writes it.</summary>
    public const string Scenario = "web3tel_scenario";

    /// <summary>On a caller in a scenario: the beginning of the names of what has been collected.</summary>
    public const string Note = "web3tel_note_";

    /// <summary>On a caller in a scenario that has set it: the language spoken.</summary>
    public const string Language = "web3tel_language";

    /// <summary>On a caller in a scenario that has set it: from how many seconds earlier the place in queues counts.</summary>
    public const string Earlier = "web3tel_earlier";

    /// <summary>On a caller in a scenario that has set it: what it asks of an agent, as <see cref="Web3Tel.Skills.SkillDemand"/> writes it.</summary>
    public const string Asks = "web3tel_asks";

    /// <summary>On a caller in a scenario: the greeting has been heard.</summary>
    public const string Greeted = "web3tel_greeted";

    /// <summary>On a caller who has heard that the call is recorded.</summary>
    public const string ToldOfRecording = "web3tel_told_of_recording";

    /// <summary>On a call that was recorded by <see cref="CallCommand.Record"/>, set by the switch: how many milliseconds.</summary>
    public const string RecordedLength = "record_ms";

    /// <summary>
    /// On a call to a service number, set by the dialplan: the telephone, as the directory knows its user. The switch has made sure of it:
    /// it must not be set on calls from anywhere else.
    /// </summary>
    public const string Phone = "web3tel_phone";

    /// <summary>On a call of an agent's phone to a number outside, set by the dialplan beside <see cref="Phone"/>: the number.</summary>
    public const string Outgoing = "web3tel_outgoing";

    /// <summary>On a caller who asks for skills: which, as <see cref="Skills.SkillDemand"/> writes them.</summary>
    public const string Skills = "web3tel_skills";

    /// <summary>On a caller who comes from a conversation, set by the switch: the cause by which the other leg ended.</summary>
    public const string TalkEnded = "bridge_hangup_cause";

    /// <summary>On an agent's leg: the agent's id.</summary>
    public const string Agent = "web3tel_agent";

    /// <summary>On an agent's leg: the offer's number.</summary>
    public const string Offer = "web3tel_offer";
}
