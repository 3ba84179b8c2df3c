using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Doctor;

/// <summary>Whether the way to numbers outside is there: those who are called back are called over it.</summary>
static class LineOutCheck
{
    const string Gateway = "sofia/gateway/";

    public static async Task<IEnumerable<Finding>> Look(ServiceSettings settings, Interview interview)
    {
        if (settings.CallCenter.LineOut is not { } line)
        {
            return [Finding.Ok(Checks.LineOut, "No number outside is dialled, and nobody is called back.", "Внешние номера не набираются, и никому не перезванивают.")];
        }

        if (!line.StartsWith(Gateway, StringComparison.Ordinal))
        {
            return [Finding.Ok(Checks.LineOut, $"Numbers outside are dialled by {line}, which is believed.", $"Внешние номера набираются через {line}; это принимается на веру.")];
        }

        var name = line[Gateway.Length..].Split('/')[0];
        var status = await interview.Ask($"sofia status gateway {name}") ?? "";
        return
        [
            status.Contains("Invalid Gateway!", StringComparison.Ordinal)
                ? Finding.Wrong(
                    Checks.LineOut,
                    new Sentence($"FreeSWITCH has no gateway {name}: nobody outside can be called.", $"У FreeSWITCH нет шлюза {name}: наружу позвонить нельзя."),
                    new Sentence(
                        $"<gateway name=\"{name}\"> belongs into a SIP profile, then: fs_cli -x \"sofia profile internal rescan\". Or name another in Web3Tel:LineOut.",
                        $"<gateway name=\"{name}\"> должен стоять в профиле SIP, затем: fs_cli -x \"sofia profile internal rescan\". Или назовите другой в Web3Tel:LineOut."))
            : IsDown(status)
                ? Finding.Wrong(
                    Checks.LineOut,
                    new Sentence($"The gateway {name} is down: nobody outside can be called.", $"Шлюз {name} не работает: наружу позвонить нельзя."),
                    new Sentence(
                        $"See why: fs_cli -x \"sofia status gateway {name}\"; often its address, user name or password is wrong.",
                        $"Узнайте почему: fs_cli -x \"sofia status gateway {name}\"; часто неверны адрес, имя или пароль."))
            : Finding.Ok(Checks.LineOut, $"FreeSWITCH has the gateway {name}.", $"У FreeSWITCH есть шлюз {name}."),
        ];
    }

    static bool IsDown(string status) => status.Split('\n').Any(line => line.Split('\t', StringSplitOptions.TrimEntries) is ["Status", var state] && state.StartsWith("DOWN", StringComparison.Ordinal));
}
