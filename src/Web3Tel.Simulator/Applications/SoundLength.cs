using System.Globalization;
using System.Text.RegularExpressions;

namespace Web3Tel.Simulator.Applications;

/// <summary>How long a source of sound lasts; null is without end.</summary>
static partial class SoundLength
{
    public static TimeSpan? Of(string source, SimulatorOptions options)
    {
        if (source.StartsWith("file_string://", StringComparison.Ordinal))
        {
            return source["file_string://".Length..].Split('!').Aggregate((TimeSpan?)TimeSpan.Zero, (sum, part) => sum + Of(part, options));
        }

        if (source.StartsWith("local_stream://", StringComparison.Ordinal))
        {
            return null;
        }

        if (source.StartsWith("silence_stream://", StringComparison.Ordinal))
        {
            var text = source["silence_stream://".Length..].Split(',')[0];
            return int.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= 0 ? TimeSpan.FromMilliseconds(time) : null;
        }

        return Tone().Match(source) is { Success: true } tone ? Length(tone) : options.SoundLengths.GetValueOrDefault(source, options.DefaultSoundLength);
    }

    static TimeSpan? Length(Match tone)
    {
        var loops = tone.Groups["loops"] is { Success: true } text ? int.Parse(text.Value, CultureInfo.InvariantCulture) : 1;
        var once = int.Parse(tone.Groups["on"].Value, CultureInfo.InvariantCulture) + int.Parse(tone.Groups["off"].Value, CultureInfo.InvariantCulture);
        return loops < 0 ? null : TimeSpan.FromMilliseconds(once * loops);
    }

    [GeneratedRegex(@"^tone_stream://%\((?<on>\d+),\s*(?<off>\d+)[^)]*\)(;loops=(?<loops>-?\d+))?")]
    private static partial Regex Tone();
}
