using System.Net;
using System.Net.Sockets;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Doctor;

/// <summary>Where calls and pages come in: free, or held by the service itself; and whether FreeSWITCH can get there.</summary>
static class PortsCheck
{
    public static IEnumerable<Finding> Look(ServiceSettings settings, bool serviceRuns)
    {
        if (settings.FreeSwitch is { } @switch)
        {
            yield return Judge(Checks.CallsPort, settings.Outbound.Listen, "Web3Tel:Outbound:Listen", serviceRuns);
            if (Reach(settings.Outbound, @switch.Host) is { } problem)
            {
                yield return problem;
            }
        }

        yield return Judge(Checks.PagePort, settings.Http.Listen, "Web3Tel:Http:Listen", serviceRuns);
        if (settings.Https is { } https)
        {
            yield return Judge(Checks.PagePort, https.Listen, "Web3Tel:Https:Listen", serviceRuns);
        }
    }

    static Finding Judge(string check, IPEndPoint address, string setting, bool serviceRuns) => (Taken.WhyNot(address), serviceRuns) switch
    {
        (null, false) => Finding.Ok(check, $"{address} is free for the service.", $"{address} свободен для службы."),
        (null, true) => Finding.Warning(
            check,
            new Sentence($"A service runs on this data folder, but nobody listens at {address}.", $"На этой папке данных работает служба, но {address} никто не слушает."),
            new Sentence($"The running service has other settings than the doctor: give both the same {setting}.", $"У работающей службы другие настройки, чем у доктора: дайте обоим одно и то же {setting}.")),
        ({ SocketErrorCode: SocketError.AddressAlreadyInUse }, true) =>
            Finding.Ok(check, $"{address} is in use, and the service runs.", $"{address} занят, и служба работает."),
        ({ } why, _) => Finding.Wrong(
            check,
            new Sentence($"The service cannot listen at {address}: {why.Message}.", $"Служба не может слушать {address}: {why.Message}."),
            new Sentence(
                $"See who does: ss -ltnp 'sport = :{address.Port}'. Stop it, or choose another address: {setting}.",
                $"Посмотрите, кто его слушает: ss -ltnp 'sport = :{address.Port}'. Остановите его или выберите другой адрес: {setting}.")),
    };

    /// <summary>Null when FreeSWITCH can hand over its calls.</summary>
    static Finding? Reach(OutboundSettings outbound, string host)
    {
        var addresses = Machine.AddressesOf(host);
        if (addresses.Length == 0)
        {
            return null;
        }

        if (!Machine.Is(host) && IPAddress.IsLoopback(outbound.Listen.Address))
        {
            return Finding.Wrong(
                Checks.CallsPort,
                new Sentence($"Calls are awaited on loopback, {outbound.Listen}, and FreeSWITCH is on another machine, {host}.", $"Звонки ждут на loopback, {outbound.Listen}, а FreeSWITCH — на другой машине, {host}."),
                new Sentence("Name this machine's own address in Web3Tel:Outbound:Listen, and in the dialplan's socket.", "Назовите адрес этой машины в Web3Tel:Outbound:Listen и в socket диалплана."));
        }

        return addresses.Any(address => outbound.Allow.Any(network => network.Contains(address)))
            ? null
            : Finding.Wrong(
                Checks.CallsPort,
                new Sentence($"Calls from {host} would be refused: it is not in Web3Tel:Outbound:Allow.", $"Звонки с {host} будут отклонены: его нет в Web3Tel:Outbound:Allow."),
                new Sentence($"Add {addresses[0]} to Web3Tel:Outbound:Allow.", $"Добавьте {addresses[0]} в Web3Tel:Outbound:Allow."));
    }
}
