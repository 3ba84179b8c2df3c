using System.Globalization;

namespace Web3Tel.FreeSwitch.Legs;

/// <summary>What keeps an answered leg for a while, in FreeSWITCH's words.</summary>
static class ParkedLeg
{
    /// <summary>
    /// Value of <c>park_timeout</c>: FreeSWITCH itself frees the leg after it, so that an operator whose service has died is not left in
    /// silence. It is asked at each park, and forgotten then.
    /// </summary>
    public static string Timeout(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds)}:NORMAL_CLEARING");

    /// <summary>A dialplan in one word, for <c>inline</c>: plays to the end and parks. The sources must have no space and no <c>^</c>.</summary>
    public static string Playing(IEnumerable<string> sources, TimeSpan parkTime) => $"m:^:{string.Join('^', sources.Select(SoundApplication.Of).Select(sound => $"{sound.Name}:{sound.Data}"))}^set:park_timeout={Timeout(parkTime)}^park:";
}
