using Microsoft.Extensions.Logging;

namespace Web3Tel.FreeSwitch;

static partial class Log
{
    [LoggerMessage(2001, LogLevel.Debug, "FreeSWITCH {Node} refused a command that nobody waits for: {Why}")]
    public static partial void Refused(ILogger logger, string node, string? why);

    [LoggerMessage(2002, LogLevel.Debug, "A command to FreeSWITCH {Node} that nobody waits for was not answered")]
    public static partial void NotDone(ILogger logger, Exception error, string node);

    [LoggerMessage(2003, LogLevel.Debug, "FreeSWITCH could not be asked whether channel {Channel} lives")]
    public static partial void NotAsked(ILogger logger, Exception error, string channel);

    [LoggerMessage(2004, LogLevel.Information, "FreeSWITCH {Node} is connected; {Calls} legs live on it")]
    public static partial void Connected(ILogger logger, string node, int calls);

    [LoggerMessage(2005, LogLevel.Warning, "FreeSWITCH {Node} cannot be commanded: {Why}")]
    public static partial void Down(ILogger logger, string node, string why);

    [LoggerMessage(2006, LogLevel.Error, "The calls of FreeSWITCH {Node} could not be listed; asked again in a second")]
    public static partial void SurveyFailed(ILogger logger, Exception error, string node);

    [LoggerMessage(2007, LogLevel.Error, "Call {Call}: the conversation is not recorded: {Why}. Is the recordings folder writable for FreeSWITCH?")]
    public static partial void NotRecorded(ILogger logger, string call, string why);

    [LoggerMessage(2008, LogLevel.Error, "A FreeSWITCH that is not set (Core-UUID {Core}) hands calls over: they are given back to it. Set its event socket in Web3Tel:OtherFreeSwitches")]
    public static partial void Stranger(ILogger logger, string core);
}
