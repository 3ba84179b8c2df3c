namespace Web3Tel.Server.Tests.Voicemail;

/// <summary>In the middle of what the service dies: each is a place between two things that are written down, or said to somebody.</summary>
enum DyingMoment
{
    /// <summary>A call has just come.</summary>
    Called,

    /// <summary>Callers are speaking.</summary>
    Recording,

    /// <summary>A caller has said it all, and the switch is about to tell.</summary>
    Recorded,

    /// <summary>A message is on the disk as left, and nothing has been done about it.</summary>
    Kept,

    /// <summary>The outbox has the e-mail, and the message does not know it.</summary>
    PassedOn,

    /// <summary>The mail server has the whole text and has not taken it.</summary>
    Sending,

    /// <summary>The mail server has taken it and has not said so.</summary>
    Taken,
}
