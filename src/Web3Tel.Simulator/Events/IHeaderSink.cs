using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Events;

/// <summary>Takes the headers of an event one after another: as text, as JSON, or to look one of them up.</summary>
interface IHeaderSink
{
    void Add(ReadOnlySpan<byte> name, string value);

    void Add(ReadOnlySpan<byte> name, long value);

    void Add(ChannelVariables variables);

    void Add(CallerProfile profile, ProfileHeaders names);

    void Add(EventHead head);

    void Body(string text);
}
