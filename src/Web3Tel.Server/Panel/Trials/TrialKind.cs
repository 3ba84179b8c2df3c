namespace Web3Tel.Server.Panel.Trials;

/// <summary>What a caller on trial meets.</summary>
public enum TrialKind
{
    Taken,
    Words,

    /// <summary>A recorded prompt, by its name.</summary>
    Prompt,

    /// <summary>A sound of the switch.</summary>
    Sound,
    Music,
    Key,
    Reads,
    Rings,
    Busy,
    Talks,
    Records,
    Trouble,
    Ended,
}
