using System.Text;

namespace Web3Tel.Simulator.Events;

/// <summary>The name of a header, as bytes once and for all.</summary>
sealed class HeaderName(string name)
{
    public static readonly HeaderName Application = new("Application");
    public static readonly HeaderName ApplicationData = new("Application-Data");
    public static readonly HeaderName ApplicationResponse = new("Application-Response");
    public static readonly HeaderName ApplicationUuid = new("Application-UUID");
    public static readonly HeaderName BridgeA = new("Bridge-A-Unique-ID");
    public static readonly HeaderName BridgeB = new("Bridge-B-Unique-ID");
    public static readonly HeaderName HangupCause = new("Hangup-Cause");
    public static readonly HeaderName OriginalCallState = new("Original-Channel-Call-State");
    public static readonly HeaderName CallStateNumber = new("Channel-Call-State-Number");
    public static readonly HeaderName Direction = new("Direction");
    public static readonly HeaderName SentName = new("Sent-Callee-ID-Name");
    public static readonly HeaderName SentNumber = new("Sent-Callee-ID-Number");
    public static readonly HeaderName BridgedTo = new("Bridged-To");
    public static readonly HeaderName DtmfDigit = new("DTMF-Digit");
    public static readonly HeaderName DtmfDuration = new("DTMF-Duration");
    public static readonly HeaderName DtmfSource = new("DTMF-Source");
    public static readonly HeaderName MessageAccount = new("Message-Account");
    public static readonly HeaderName RecordFilePath = new("Record-File-Path");
    public static readonly HeaderName PlaybackFilePath = new("Playback-File-Path");
    public static readonly HeaderName PlaybackFileType = new("Playback-File-Type");
    public static readonly HeaderName PlaybackStatus = new("Playback-Status");
    public static readonly HeaderName ReadCodecName = new("channel-read-codec-name");
    public static readonly HeaderName ReadCodecRate = new("channel-read-codec-rate");
    public static readonly HeaderName ReadCodecBitRate = new("channel-read-codec-bit-rate");
    public static readonly HeaderName WriteCodecName = new("Channel-Write-Codec-Name");
    public static readonly HeaderName WriteCodecRate = new("Channel-Write-Codec-Rate");
    public static readonly HeaderName WriteCodecBitRate = new("Channel-Write-codec-bit-rate");
    public static readonly HeaderName ApiCommand = new("API-Command");
    public static readonly HeaderName ApiArgument = new("API-Command-Argument");
    public static readonly HeaderName JobUuid = new("Job-UUID");
    public static readonly HeaderName JobOwner = new("Job-Owner-UUID");
    public static readonly HeaderName JobCommand = new("Job-Command");
    public static readonly HeaderName JobArgument = new("Job-Command-Arg");

    public byte[] Bytes { get; } = Encoding.ASCII.GetBytes(name);
}
