namespace Web3Tel.Simulator.Channels;

/// <summary>FreeSWITCH's channel states with their numbers.</summary>
enum ChannelState
{
    New = 0,
    Init = 1,
    Routing = 2,
    SoftExecute = 3,
    Execute = 4,
    ExchangeMedia = 5,
    Park = 6,
    ConsumeMedia = 7,
    Hibernate = 8,
    Reset = 9,
    Hangup = 10,
    Reporting = 11,
    Destroy = 12,
    None = 13,
}
