namespace Web3Tel.Simulator.Channels;

/// <summary>FreeSWITCH's call states with their numbers.</summary>
enum CallState
{
    Down = 0,
    Dialing = 1,
    Ringing = 2,
    Early = 3,
    Active = 4,
    Held = 5,
    RingWait = 6,
    Hangup = 7,
}
