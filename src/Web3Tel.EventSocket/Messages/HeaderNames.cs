namespace Web3Tel.EventSocket.Messages;

/// <summary>The headers that a call center reads most.</summary>
public static class HeaderNames
{
    public const string AnswerState = "Answer-State";
    public const string Application = "Application";
    public const string ApplicationData = "Application-Data";
    public const string ApplicationResponse = "Application-Response";
    public const string ApplicationUuid = "Application-UUID";
    public const string CallDirection = "Call-Direction";
    public const string CallerCallerIdName = "Caller-Caller-ID-Name";
    public const string CallerCallerIdNumber = "Caller-Caller-ID-Number";
    public const string CallerDestinationNumber = "Caller-Destination-Number";
    public const string CallerUniqueId = "Caller-Unique-ID";
    public const string ChannelCallState = "Channel-Call-State";
    public const string ChannelCallUuid = "Channel-Call-UUID";
    public const string ChannelName = "Channel-Name";
    public const string ChannelState = "Channel-State";
    public const string ContentDisposition = "Content-Disposition";
    public const string ContentLength = "Content-Length";
    public const string ContentType = "Content-Type";
    public const string CoreUuid = "Core-UUID";
    public const string DtmfDigit = "DTMF-Digit";
    public const string DtmfDuration = "DTMF-Duration";
    public const string EventDateTimestamp = "Event-Date-Timestamp";
    public const string EventName = "Event-Name";
    public const string EventSequence = "Event-Sequence";
    public const string EventSubclass = "Event-Subclass";
    public const string HangupCause = "Hangup-Cause";
    public const string JobCommand = "Job-Command";
    public const string JobUuid = "Job-UUID";
    public const string OtherLegUniqueId = "Other-Leg-Unique-ID";
    public const string ReplyText = "Reply-Text";
    public const string UniqueId = "Unique-ID";
}
