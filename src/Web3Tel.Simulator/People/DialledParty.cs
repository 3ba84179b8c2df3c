namespace Web3Tel.Simulator.People;

/// <summary>Whom a dial string means.</summary>
/// <param name="Number">The number dialled.</param>
/// <param name="ChannelName">What the leg to it is called.</param>
/// <param name="Endpoint">FreeSWITCH's name of the way it goes: <c>sofia</c> or <c>loopback</c>.</param>
/// <param name="Operator">Who has the telephone there.</param>
sealed record DialledParty(string Number, string ChannelName, string Endpoint, SimulatedOperator Operator)
{
    /// <summary>What the dial string of the directory says of whose channel it is; null when the directory was not asked.</summary>
    public string? PresenceId { get; init; }

    /// <summary>The party, or null and the cause with which dialling it fails at once.</summary>
    public static DialledParty? Find(SimulatedFreeSwitch freeSwitch, string destination, out string cause)
    {
        var parts = destination.Split('/');
        (var found, cause) = parts switch
        {
            ["error", var wanted, ..] => (null, wanted),
            ["user", var user] => User(freeSwitch, user.Split('@')[0]),
            ["loopback", var number, ..] => Loopback(freeSwitch, number),
            ["sofia", "gateway", _, var number] => Sofia(freeSwitch, number, number),
            ["sofia", _, var address] => Sofia(freeSwitch, address.Split('@')[0], address),
            _ => (null, "CHAN_NOT_IMPLEMENTED"),
        };
        return found;
    }

    static (DialledParty?, string) User(SimulatedFreeSwitch freeSwitch, string user) =>
        freeSwitch.Subscribers.Find(user) switch
        {
            null => (null, "SUBSCRIBER_ABSENT"),
            { IsRegistered: false } => (null, "USER_NOT_REGISTERED"),
            var phone => (new DialledParty(user, $"sofia/internal/{user}@127.0.0.1:5062", "sofia", phone) { PresenceId = phone.PresenceId }, ""),
        };

    static (DialledParty?, string) Loopback(SimulatedFreeSwitch freeSwitch, string number) =>
        freeSwitch.Subscribers.Find(number) is { } phone
            ? (new DialledParty(number, $"loopback/{number}-a", "loopback", phone), "")
            : (null, "NO_ROUTE_DESTINATION");

    static (DialledParty?, string) Sofia(SimulatedFreeSwitch freeSwitch, string number, string address) =>
        freeSwitch.Subscribers.Find(number) is { } phone
            ? (new DialledParty(number, $"sofia/internal/{address}", "sofia", phone), "")
            : (null, "NORMAL_TEMPORARY_FAILURE");
}
