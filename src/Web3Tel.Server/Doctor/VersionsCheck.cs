using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Web3Tel.Server.Doctor;

/// <summary>Which programs there are.</summary>
static partial class VersionsCheck
{
    /// <summary>What the service is tested with.</summary>
    static readonly Version Tested = new(1, 10, 12);

    public static Finding OfService()
    {
        var versions = $"Web3Tel {typeof(VersionsCheck).Assembly.GetName().Version?.ToString(3)}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}";
        return Finding.Ok(Checks.Versions, versions, versions);
    }

    public static async Task<IEnumerable<Finding>> OfFreeSwitch(Interview interview)
    {
        var said = await interview.Ask("version") ?? "";
        var version = Number().Match(said) is { Success: true } match ? Version.Parse(match.ValueSpan) : null;
        var sentence = new Sentence($"FreeSWITCH {version}", $"FreeSWITCH {version}");
        var mend = new Sentence($"Web3Tel is tested with FreeSWITCH {Tested}: install it.", $"Web3Tel проверен с FreeSWITCH {Tested}: установите эту версию.");
        return
        [
            version switch
            {
                null => Finding.Warning(Checks.Versions, new Sentence("FreeSWITCH does not tell its version.", "FreeSWITCH не называет своей версии."), mend),
                { Major: 1, Minor: 10, Build: >= 12 } => new Finding(Checks.Versions, Verdict.Ok, sentence),
                { Major: < 1 } or { Major: 1, Minor: < 10 } => Finding.Wrong(Checks.Versions, sentence, mend),
                _ => Finding.Warning(Checks.Versions, sentence, mend),
            },
        ];
    }

    [GeneratedRegex(@"(?<=Version )\d+\.\d+\.\d+")]
    private static partial Regex Number();
}
