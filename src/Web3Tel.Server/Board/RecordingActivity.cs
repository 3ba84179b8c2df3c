namespace Web3Tel.Server.Board;

/// <summary>What the recording of a call does.</summary>
public enum RecordingActivity
{
    Recording,

    /// <summary>To be paused: until the switch says that it is, what is said is recorded.</summary>
    Pausing,

    Paused,

    /// <summary>To go on: until the switch says that it does, it is silent.</summary>
    Resuming,
}
