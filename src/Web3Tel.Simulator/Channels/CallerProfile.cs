using System.Buffers;
using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Channels;

/// <summary>Who calls whom on a channel, and when what happened to it. Times are microseconds since 1970; 0 is never.</summary>
sealed record CallerProfile
{
    Rendered? plain;

    public required string Direction { get; init; }

    public required string LogicalDirection { get; init; }

    public string Username { get; init; } = "";

    public string Dialplan { get; init; } = "";

    public string CallerIdName { get; init; } = "";

    public string CallerIdNumber { get; init; } = "";

    public string OrigCallerIdName { get; init; } = "";

    public string OrigCallerIdNumber { get; init; } = "";

    public string CalleeIdName { get; init; } = "";

    public string CalleeIdNumber { get; init; } = "";

    public string NetworkAddr { get; init; } = "";

    public string Ani { get; init; } = "";

    public required string Destination { get; init; }

    public required string UniqueId { get; init; }

    public required string Source { get; init; }

    public string TransferSource { get; init; } = "";

    public required string Context { get; init; }

    public required string ChannelName { get; init; }

    /// <summary>Grows each time the profile is stepped, as at a bridge or a transfer; 0 leaves it out.</summary>
    public int Index { get; init; } = 1;

    public required long Created { get; init; }

    public required long ChannelCreated { get; init; }

    public long Answered { get; init; }

    public long Progress { get; init; }

    public long ProgressMedia { get; init; }

    public long HungUp { get; init; }

    public long Transferred { get; init; }

    public long Bridged { get; init; }

    /// <summary>All of it as <c>event plain</c> has it, made once: a profile never changes, only gives way to another.</summary>
    public ReadOnlySpan<byte> AsPlain(ProfileHeaders names)
    {
        // A copy by "with" has its original's text until it makes its own.
        if (plain is null || !ReferenceEquals(plain.Owner, this) || plain.Names != names)
        {
            var buffer = new ArrayBufferWriter<byte>(0x600);
            Write(new PlainSink(buffer), names);
            plain = new Rendered(this, names, buffer.WrittenSpan.ToArray());
        }

        return plain.Bytes;
    }

    public void Write(IHeaderSink sink, ProfileHeaders names)
    {
        Add(sink, names.Direction, Direction);
        Add(sink, names.LogicalDirection, LogicalDirection);
        Add(sink, names.Username, Username);
        Add(sink, names.Dialplan, Dialplan);
        Add(sink, names.CallerIdName, CallerIdName);
        Add(sink, names.CallerIdNumber, CallerIdNumber);
        Add(sink, names.OrigCallerIdName, OrigCallerIdName);
        Add(sink, names.OrigCallerIdNumber, OrigCallerIdNumber);
        Add(sink, names.CalleeIdName, CalleeIdName);
        Add(sink, names.CalleeIdNumber, CalleeIdNumber);
        Add(sink, names.NetworkAddr, NetworkAddr);
        Add(sink, names.Ani, Ani);
        Add(sink, names.DestinationNumber, Destination);
        Add(sink, names.UniqueId, UniqueId);
        Add(sink, names.Source, Source);
        Add(sink, names.TransferSource, TransferSource);
        Add(sink, names.Context, Context);
        Add(sink, names.ChannelName, ChannelName);
        if (Index > 0)
        {
            sink.Add(names.ProfileIndex, Index);
        }

        sink.Add(names.ProfileCreated, Created);
        sink.Add(names.ChannelCreated, ChannelCreated);
        sink.Add(names.Answered, Answered);
        sink.Add(names.Progress, Progress);
        sink.Add(names.ProgressMedia, ProgressMedia);
        sink.Add(names.Hangup, HungUp);
        sink.Add(names.Transfer, Transferred);
        sink.Add(names.Resurrect, 0);
        sink.Add(names.Bridged, Bridged);
        sink.Add(names.LastHold, 0);
        sink.Add(names.HoldAccum, 0);
        sink.Add(names.ScreenBit, "true");
        sink.Add(names.HideName, "false");
        sink.Add(names.HideNumber, "false");
    }

    static void Add(IHeaderSink sink, byte[] name, string value)
    {
        if (value.Length > 0)
        {
            sink.Add(name, value);
        }
    }

    sealed class Rendered(CallerProfile owner, ProfileHeaders names, byte[] bytes)
    {
        public CallerProfile Owner => owner;

        public ProfileHeaders Names => names;

        public byte[] Bytes => bytes;
    }
}
