using System.Collections.Immutable;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Sockets;

namespace Web3Tel.EventSocket.Commands;

/// <summary>Asks for events, besides those asked for already. The last format asked for holds for all.</summary>
public sealed record Events : LineCommand
{
    /// <param name="names">The events to get; <see cref="EventName.Custom"/> is implied by subclasses.</param>
    public Events(params ImmutableArray<EventName> names) => Names = names;

    public EventFormat Format { get; init; }

    public ImmutableArray<EventName> Names { get; }

    /// <summary>The kinds of <c>CUSTOM</c> events to get, such as <c>sofia::register</c>.</summary>
    public ImmutableArray<string> Subclasses
    {
        get;
        init => field = EventList.RequireWords(value, nameof(Subclasses));
    } = [];

    protected override string Text => $"event {Format.ToWire()} {EventList.Write(Names, Subclasses)}";

    internal override SessionSetup Remember(SessionSetup setup) => setup with
    {
        Format = Format,
        Names = setup.Names.Union(Names),
        Subclasses = setup.Subclasses.Union(Subclasses),
    };
}
