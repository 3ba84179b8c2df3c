using Web3Tel.EventSocket;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Doctor;

/// <summary>The event socket of FreeSWITCH: over it we command, and over it the doctor asks.</summary>
static class EventSocketCheck
{
    /// <summary>What FreeSWITCH's own sample configuration has; everybody knows it.</summary>
    const string KnownPassword = "ClueCon";

    static readonly Sentence Compare = new(
        "Start FreeSWITCH (systemctl start freeswitch, or make freeswitch) with mod_event_socket loaded, and compare listen-ip and listen-port in event_socket.conf.xml with Web3Tel:FreeSwitch:Host and :Port.",
        "Запустите FreeSWITCH (systemctl start freeswitch или make freeswitch) с модулем mod_event_socket и сравните listen-ip и listen-port в event_socket.conf.xml с Web3Tel:FreeSwitch:Host и :Port.");

    /// <returns>The finding, and the connection when there is one.</returns>
    public static async Task<(Finding Finding, InboundSocket? Socket)> Look(SwitchSettings @switch)
    {
        var place = $"{@switch.Host}:{@switch.Port}";
        try
        {
            var socket = await InboundSocket.Connect(@switch.Host, @switch.Port, @switch.Password);
            return (Accepted(@switch, place), socket);
        }
        catch (AuthenticationFailedException)
        {
            return (Finding.Wrong(
                Checks.EventSocket,
                new Sentence($"FreeSWITCH at {place} does not accept the password.", $"FreeSWITCH на {place} не принимает пароль."),
                new Sentence(
                    "Set Web3Tel__FreeSwitch__Password to the password in event_socket.conf.xml (with our configuration: event_socket_password in secrets.xml).",
                    "Запишите в Web3Tel__FreeSwitch__Password пароль из event_socket.conf.xml (в нашей конфигурации: event_socket_password в secrets.xml).")), null);
        }
        catch (RudeRejectionException)
        {
            return (Finding.Wrong(
                Checks.EventSocket,
                new Sentence($"FreeSWITCH at {place} refuses our address (rude rejection): its list does not have it.", $"FreeSWITCH на {place} отвергает наш адрес (rude rejection): его нет в списке."),
                new Sentence(
                    "Name a list with this machine's address in apply-inbound-acl of event_socket.conf.xml (the list is in acl.conf.xml), then: fs_cli -x reloadacl, fs_cli -x \"reload mod_event_socket\".",
                    "Назовите в apply-inbound-acl файла event_socket.conf.xml список с адресом этой машины (сам список — в acl.conf.xml), затем: fs_cli -x reloadacl, fs_cli -x \"reload mod_event_socket\".")), null);
        }
        catch (TimeoutException)
        {
            return (Finding.Wrong(
                Checks.EventSocket,
                new Sentence($"{place} does not greet us: no answer in time.", $"{place} молчит: ответа нет вовремя."),
                new Sentence(
                    "Either a firewall drops the packets, or FreeSWITCH is stuck, or something else listens there: look with fs_cli on its machine.",
                    "Либо пакеты отбрасывает межсетевой экран, либо FreeSWITCH завис, либо там слушает другая программа: посмотрите через fs_cli на его машине.")), null);
        }
        catch (ProtocolException)
        {
            return (Finding.Wrong(
                Checks.EventSocket,
                new Sentence($"What listens at {place} is no event socket.", $"На {place} слушает не event socket."),
                Compare), null);
        }
        catch (IOException e)
        {
            return (Finding.Wrong(
                Checks.EventSocket,
                new Sentence($"FreeSWITCH cannot be reached at {place}: {e.Message}", $"FreeSWITCH недоступен на {place}: {e.Message}"),
                Compare), null);
        }
    }

    static Finding Accepted(SwitchSettings @switch, string place) => @switch.Password == KnownPassword
        ? Finding.Warning(
            Checks.EventSocket,
            new Sentence($"FreeSWITCH at {place} lets us in, with the password that everybody knows.", $"FreeSWITCH на {place} впускает нас — с паролем, который все знают."),
            new Sentence(
                "Choose another in event_socket.conf.xml and Web3Tel__FreeSwitch__Password (make freeswitch-secrets makes one).",
                "Выберите другой в event_socket.conf.xml и Web3Tel__FreeSwitch__Password (make freeswitch-secrets создаёт его)."))
        : Finding.Ok(Checks.EventSocket, $"FreeSWITCH at {place} lets us in.", $"FreeSWITCH на {place} впускает нас.");
}
