using System.Text;

namespace Web3Tel.Simulator.Channels;

/// <summary>The names under which a caller profile's fields appear, with one prefix: <c>Caller-</c>, <c>Channel-</c> or <c>Other-Leg-</c>.</summary>
sealed class ProfileHeaders(string prefix)
{
    public static readonly ProfileHeaders Caller = new("Caller-");
    public static readonly ProfileHeaders Channel = new("Channel-");
    public static readonly ProfileHeaders OtherLeg = new("Other-Leg-");

    public byte[] Direction { get; } = Name(prefix, "Direction");
    public byte[] LogicalDirection { get; } = Name(prefix, "Logical-Direction");
    public byte[] Username { get; } = Name(prefix, "Username");
    public byte[] Dialplan { get; } = Name(prefix, "Dialplan");
    public byte[] CallerIdName { get; } = Name(prefix, "Caller-ID-Name");
    public byte[] CallerIdNumber { get; } = Name(prefix, "Caller-ID-Number");
    public byte[] OrigCallerIdName { get; } = Name(prefix, "Orig-Caller-ID-Name");
    public byte[] OrigCallerIdNumber { get; } = Name(prefix, "Orig-Caller-ID-Number");
    public byte[] CalleeIdName { get; } = Name(prefix, "Callee-ID-Name");
    public byte[] CalleeIdNumber { get; } = Name(prefix, "Callee-ID-Number");
    public byte[] NetworkAddr { get; } = Name(prefix, "Network-Addr");
    public byte[] Ani { get; } = Name(prefix, "ANI");
    public byte[] DestinationNumber { get; } = Name(prefix, "Destination-Number");
    public byte[] UniqueId { get; } = Name(prefix, "Unique-ID");
    public byte[] Source { get; } = Name(prefix, "Source");
    public byte[] TransferSource { get; } = Name(prefix, "Transfer-Source");
    public byte[] Context { get; } = Name(prefix, "Context");
    public byte[] ChannelName { get; } = Name(prefix, "Channel-Name");
    public byte[] ProfileIndex { get; } = Name(prefix, "Profile-Index");
    public byte[] ProfileCreated { get; } = Name(prefix, "Profile-Created-Time");
    public byte[] ChannelCreated { get; } = Name(prefix, "Channel-Created-Time");
    public byte[] Answered { get; } = Name(prefix, "Channel-Answered-Time");
    public byte[] Progress { get; } = Name(prefix, "Channel-Progress-Time");
    public byte[] ProgressMedia { get; } = Name(prefix, "Channel-Progress-Media-Time");
    public byte[] Hangup { get; } = Name(prefix, "Channel-Hangup-Time");
    public byte[] Transfer { get; } = Name(prefix, "Channel-Transfer-Time");
    public byte[] Resurrect { get; } = Name(prefix, "Channel-Resurrect-Time");
    public byte[] Bridged { get; } = Name(prefix, "Channel-Bridged-Time");
    public byte[] LastHold { get; } = Name(prefix, "Channel-Last-Hold");
    public byte[] HoldAccum { get; } = Name(prefix, "Channel-Hold-Accum");
    public byte[] ScreenBit { get; } = Name(prefix, "Screen-Bit");
    public byte[] HideName { get; } = Name(prefix, "Privacy-Hide-Name");
    public byte[] HideNumber { get; } = Name(prefix, "Privacy-Hide-Number");

    static byte[] Name(string prefix, string field) => Encoding.ASCII.GetBytes(prefix + field);
}
