using System.Text.RegularExpressions;

namespace Web3Tel.Server.Doctor;

/// <summary>Whether the way out to numbers outside is there: the gateway that LineOut names, as FreeSWITCH knows it.</summary>
static partial class LineOutCheck
{
    public static async Task<IEnumerable<Finding>> Look(string? lineOut, Interview interview) => lineOut is null
        ? [Finding.Ok(Checks.LineOut, "No line out is set: numbers outside are not called, and nobody is called back.", "Выход наружу не задан: на внешние номера не звонят, и никому не перезванивают.")]
        : Gateway().Match(lineOut) is not { Success: true } gateway
            ? [Finding.Ok(Checks.LineOut, $"LineOut is {lineOut}, which is no gateway: nothing is known of it before a call.", $"LineOut — {lineOut}, это не шлюз: до звонка о нём ничего не узнать.")]
            : [Judge(gateway.Groups[1].Value, await interview.Ask($"sofia status gateway {gateway.Groups[1].Value}") ?? "")];

    static Finding Judge(string name, string status)
    {
        var (state, reached) = (Value(status, "State"), Value(status, "Status"));
        if (state.Length == 0)
        {
            return Finding.Wrong(
                Checks.LineOut,
                new Sentence($"FreeSWITCH knows no gateway \"{name}\", which LineOut names: no number outside can be called.", $"FreeSWITCH не знает шлюза «{name}», который назван в LineOut: на внешние номера не позвонить."),
                new Sentence(
                    "Set gateway and provider_address in vars.xml (the files are in sip_profiles/external), then: fs_cli -x \"sofia profile internal rescan\" after fs_cli -x reloadxml; or correct LineOut.",
                    "Задайте gateway и provider_address в vars.xml (сами файлы — в sip_profiles/external), затем fs_cli -x reloadxml и fs_cli -x \"sofia profile internal rescan\"; или исправьте LineOut."));
        }

        if (state is not ("REGED" or "NOREG"))
        {
            return Finding.Wrong(
                Checks.LineOut,
                new Sentence($"The gateway \"{name}\" is not registered with the provider ({state}).", $"Шлюз «{name}» не зарегистрирован у провайдера ({state})."),
                new Sentence(
                    $"Compare provider_user, provider_password (secrets.xml) and provider_address (vars.xml) with what the provider gave you, and see the log; fs_cli -x \"sofia status gateway {name}\".",
                    $"Сравните provider_user, provider_password (secrets.xml) и provider_address (vars.xml) с данными провайдера и посмотрите журнал; fs_cli -x \"sofia status gateway {name}\"."));
        }

        if (!reached.StartsWith("UP", StringComparison.Ordinal))
        {
            return Finding.Wrong(
                Checks.LineOut,
                new Sentence($"The gateway \"{name}\" is down: the provider does not answer.", $"Шлюз «{name}» не работает: провайдер не отвечает."),
                new Sentence(
                    $"Is provider_address in vars.xml right, and does the network let SIP through? fs_cli -x \"sofia status gateway {name}\".",
                    $"Верен ли provider_address в vars.xml, пропускает ли сеть SIP? fs_cli -x \"sofia status gateway {name}\"."));
        }

        return Finding.Ok(Checks.LineOut, $"The gateway \"{name}\" is up ({state}).", $"Шлюз «{name}» работает ({state}).");
    }

    /// <summary>One line of the answer: a name, blanks or a tab, a value.</summary>
    static string Value(string status, string name) => status.Split('\n')
        .Select(line => line.Split(['\t', ' '], 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .FirstOrDefault(pair => pair is [var key, _] && key == name)?[1] ?? "";

    [GeneratedRegex("sofia/gateway/([^/]+)/")]
    private static partial Regex Gateway();
}
