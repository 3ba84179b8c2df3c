using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Web3Tel.Server.Configurations;
using Web3Tel.Server.Doctor;
using Web3Tel.Server.Settings;
using Web3Tel.Speech;

namespace Web3Tel.Server.Commands;

/// <summary>
/// <c>web3tel doctor</c>: is everything there that the call center needs, and if not, what is to be done? It takes the settings of the service,
/// also from the command line, and <c>--json</c> and <c>--language en|ru</c>; otherwise it speaks the language of the shell (LANG).
/// </summary>
static class DoctorCommand
{
    const string SettingsPrefix = "Web3Tel:";
    const int Column = 14;

    /// <summary>The first that is set counts, as for every program.</summary>
    static readonly string[] ShellLanguage = ["LC_ALL", "LC_MESSAGES", "LANG"];

    static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Returns the exit code: 0 when nothing is wrong, 1 when something is, 2 for a command that cannot be carried out.</summary>
    public static async Task<int> Run(IReadOnlyList<string> args, TextWriter output, TextWriter errors, Machine machine)
    {
        try
        {
            var (settings, others) = Apart(args);
            var options = new Options(others);
            var json = options.Flag("--json");
            var language = LanguageOf(options.Text("--language"));
            options.RefuseOthers();

            var findings = new List<Finding>();
            await foreach (var finding in Findings(settings, machine))
            {
                findings.Add(finding);
                if (!json)
                {
                    Write(output, finding, language);
                }
            }

            if (json)
            {
                output.WriteLine(Json(findings, language));
            }

            return Count(findings, Verdict.Wrong) == 0 ? 0 : 1;
        }
        catch (CommandException e)
        {
            await errors.WriteLineAsync(e.Message);
            return 2;
        }
    }

    static IAsyncEnumerable<Finding> Findings(string[] args, Machine machine)
    {
        try
        {
            return new Checkup(LastPublished.In(SettingsFile.Read(SettingsSources.Of(args))), machine).Look();
        }
        catch (SettingsException e)
        {
            return e.Errors
                .Select(error => Finding.Wrong(Checks.Settings, new Sentence($"{error.Key} {error.What}", $"{error.Key} {error.What}"), new Sentence(error.Fix, error.Fix)))
                .Append(NothingElse())
                .ToAsyncEnumerable();
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            var why = e.InnerException?.Message ?? e.Message;
            return new[]
            {
                Finding.Wrong(
                    Checks.Settings,
                    new Sentence($"The settings cannot be read: {e.Message} {why}", $"Настройки не читаются: {e.Message} {why}"),
                    new Sentence("Mend the file: it is JSON with comments.", "Исправьте файл: это JSON с комментариями.")),
                NothingElse(),
            }.ToAsyncEnumerable();
        }
    }

    static Finding NothingElse() => Finding.Warning(
        Checks.Settings,
        new Sentence("Nothing else was looked at.", "Остальное не проверялось."),
        new Sentence("Mend the settings, then run the doctor again.", "Исправьте настройки и запустите доктора снова."));

    /// <summary>Settings, with their values, and what is left.</summary>
    static (string[] Settings, string[] Others) Apart(IReadOnlyList<string> args)
    {
        var settings = new List<string>();
        var others = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var isSetting = args[i].TrimStart('-', '/').StartsWith(SettingsPrefix, StringComparison.OrdinalIgnoreCase);
            (isSetting ? settings : others).Add(args[i]);
            if (isSetting && !args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Count)
            {
                settings.Add(args[++i]);
            }
        }

        return ([.. settings], [.. others]);
    }

    static Language LanguageOf(string? asked) => (asked ?? Shell()) switch
    {
        "en" => Language.English,
        "ru" => Language.Russian,
        _ when asked is null => Language.English,
        _ => throw new CommandException($"--language is \"{asked}\": give en or ru."),
    };

    static string Shell() => ShellLanguage
        .Select(Environment.GetEnvironmentVariable)
        .FirstOrDefault(value => value is { Length: > 1 })?[..2] ?? "";

    static void Write(TextWriter output, Finding finding, Language language)
    {
        var verdict = finding.Verdict switch
        {
            Verdict.Ok => language == Language.Russian ? "хорошо" : "ok",
            Verdict.Warning => language == Language.Russian ? "внимание" : "warning",
            Verdict.Wrong => language == Language.Russian ? "плохо" : "wrong",
        };
        output.WriteLine($"{verdict,-9} {finding.Check.PadRight(Column)} {finding.Found.In(language)}");
        if (finding.Mend is { } mend)
        {
            output.WriteLine($"{"",-9} {"",Column} -> {mend.In(language)}");
        }
    }

    static string Json(List<Finding> findings, Language language) => JsonSerializer.Serialize(
        new
        {
            Wrong = Count(findings, Verdict.Wrong),
            Warnings = Count(findings, Verdict.Warning),
            Findings = findings.Select(finding => new { finding.Check, finding.Verdict, Found = finding.Found.In(language), Mend = finding.Mend?.In(language) }),
        },
        Readable);

    static int Count(List<Finding> findings, Verdict verdict) => findings.Count(finding => finding.Verdict == verdict);
}
