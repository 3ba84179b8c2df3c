using System.Globalization;
using Web3Tel.Callers;
using Web3Tel.Calls;

namespace Web3Tel.Recordings;

/// <summary>Where a conversation is recorded: a folder a day, a name a person can read.</summary>
static class RecordingName
{
    const int UuidDigits = 8;

    /// <summary>Such as <c>2026/11/24/101502-79161234567-anna-1f0c22ab.wav</c>, in UTC; only letters that no file system minds.</summary>
    public static string For(Caller caller, string agent, DateTimeOffset at) => For(caller.Number, caller.Call, agent, at);

    /// <param name="number">Of whom the agent talks with.</param>
    /// <param name="call">The call it is recorded for.</param>
    public static string For(string number, CallRef call, string agent, DateTimeOffset at)
    {
        var time = at.UtcDateTime.ToString("yyyy'/'MM'/'dd'/'HHmmss", CultureInfo.InvariantCulture);
        number = string.Concat(number.Where(char.IsAsciiDigit));
        var who = string.Concat(agent.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_'));
        var uuid = string.Concat(call.Id.Where(char.IsAsciiLetterOrDigit).Take(UuidDigits));
        return $"{time}-{(number.Length == 0 ? "unknown" : number)}-{who}-{uuid}.wav";
    }
}
