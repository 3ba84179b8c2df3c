using System.Net.WebSockets;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Doctor;

/// <summary>Telephones in the browser: has FreeSWITCH what they need, and does it listen where we look for it?</summary>
static class VertoCheck
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static async Task<IEnumerable<Finding>> Look(VertoSettings settings, Interview interview, TimeProvider time)
    {
        if (settings.Url is not { } url)
        {
            return [Finding.Ok(Checks.Verto, "No telephones in the browser are set (Web3Tel:Verto:Url).", "Телефоны в браузере не заданы (Web3Tel:Verto:Url).")];
        }

        foreach (var module in (string[])["mod_verto", "mod_rtc", "mod_xml_curl"])
        {
            if (await interview.Ask($"module_exists {module}") != "true")
            {
                var package = module.Replace("mod_", "freeswitch-mod-", StringComparison.Ordinal).Replace('_', '-');
                return
                [
                    Finding.Wrong(
                        Checks.Verto,
                        new Sentence($"{module} is not loaded: no telephone in the browser works.", $"{module} не загружен: телефоны в браузере не работают."),
                        new Sentence($"Debian: apt install {package}, then restart FreeSWITCH.", $"Debian: apt install {package}, затем перезапустите FreeSWITCH.")),
                ];
            }
        }

        return
        [
            await Listens(url, time)
                ? Finding.Ok(Checks.Verto, $"FreeSWITCH listens for telephones in the browser at {url}.", $"FreeSWITCH ждёт телефоны в браузере на {url}.")
                : Finding.Wrong(
                    Checks.Verto,
                    new Sentence($"Nobody answers at {url}: no telephone in the browser works.", $"На {url} никто не отвечает: телефоны в браузере не работают."),
                    new Sentence(
                        "Compare Web3Tel:Verto:Url with verto_port in vars.xml; fs_cli -x \"verto status\" says whether the profile runs.",
                        "Сравните Web3Tel:Verto:Url с verto_port в vars.xml; fs_cli -x \"verto status\" показывает, работает ли профиль.")),
        ];
    }

    static async Task<bool> Listens(Uri url, TimeProvider time)
    {
        using var socket = new ClientWebSocket();
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            await socket.ConnectAsync(url, patience.Token);
            return true;
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            return false;
        }
    }
}
