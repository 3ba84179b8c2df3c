using System.Collections.Immutable;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Sockets;

namespace Web3Tel.EventSocket.Commands;

/// <summary>Takes back some of the events asked for.</summary>
public sealed record NixEvents : LineCommand
{
    public NixEvents(params ImmutableArray<EventName> names) => Names = names;

    public ImmutableArray<EventName> Names { get; }

    /// <summary>The kinds of <c>CUSTOM</c> events to take back.</summary>
    public ImmutableArray<string> Subclasses
    {
        get;
        init => field = EventList.RequireWords(value, nameof(Subclasses));
    } = [];

    protected override string Text => $"nixevent {EventList.Write(Names, Subclasses)}";

    internal override SessionSetup Remember(SessionSetup setup) => setup with
    {
        Names = setup.Names.Except(Names),
        Subclasses = setup.Subclasses.Except(Subclasses),
    };
}
