namespace Web3Tel.Recordings;

/// <summary>How far the pause of a recording is, as far as the switch has said.</summary>
public enum PauseState
{
    /// <summary>Asked for: the switch has not said yet that it writes silence, or there is no recording yet that could be paused.</summary>
    Beginning,

    /// <summary>The switch writes silence.</summary>
    Paused,

    /// <summary>Over: the switch has not said yet that it writes sound again.</summary>
    Ending,
}
