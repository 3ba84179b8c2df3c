using System.Net;
using System.Xml;
using System.Xml.Linq;
using Web3Tel.Calls;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Doctor;

/// <summary>The dialplan as FreeSWITCH has it in memory, variables put in: does it hand calls over to us, and does it keep callers when we are away?</summary>
static class DialplanCheck
{
    static readonly Sentence UseOurs = new(
        "Take freeswitch/dialplan/public.xml into FreeSWITCH's dialplan folder, then: fs_cli -x reloadxml.",
        "Положите freeswitch/dialplan/public.xml в папку dialplan FreeSWITCH, затем: fs_cli -x reloadxml.");

    public static async Task<IEnumerable<Finding>> Look(OutboundSettings outbound, Interview interview)
    {
        var actions = Actions(await interview.Ask("xml_locate dialplan") ?? "");
        var handedOver = new List<(SocketAction Socket, XElement Action)>();
        foreach (var action in actions.Where(action => Is(action, "socket") && !IsServiceNumber(action)))
        {
            handedOver.Add((SocketAction.Read(await PutIn(interview, (string?)action.Attribute("data") ?? "")), action));
        }

        if (handedOver.Count == 0)
        {
            return
            [
                Finding.Wrong(
                    Checks.Dialplan,
                    new Sentence("The dialplan hands no call over: it has no action \"socket\".", "Диалплан не передаёт звонков: в нём нет действия \"socket\"."),
                    UseOurs),
            ];
        }

        var ours = handedOver.FindAll(one => one.Socket.LeadsTo(outbound.Listen));
        return ours.Count == 0 ? [Elsewhere(handedOver[0].Socket, outbound.Listen)] : [.. ours.SelectMany(one => Judge(one.Socket, one.Action)).Distinct()];
    }

    static IEnumerable<Finding> Judge(SocketAction socket, XElement action)
    {
        if (!socket.IsAsync || !socket.IsFull)
        {
            yield return Finding.Wrong(
                Checks.Dialplan,
                new Sentence($"Calls are handed to {socket} without \"async full\": the service cannot command them.", $"Звонки передаются на {socket} без \"async full\": служба не сможет ими управлять."),
                new Sentence($"Write <action application=\"socket\" data=\"{socket} async full\"/>, then: fs_cli -x reloadxml.", $"Напишите <action application=\"socket\" data=\"{socket} async full\"/>, затем: fs_cli -x reloadxml."));
        }
        else if (!action.ElementsBeforeSelf().Any(before => Is(before, "set") && (string?)before.Attribute("data") == "socket_resume=true"))
        {
            yield return Finding.Warning(
                Checks.Dialplan,
                new Sentence("Before \"socket\" the dialplan does not set socket_resume=true: callers who wait are cut off when the service stops.", "Перед \"socket\" диалплан не ставит socket_resume=true: при остановке службы ожидающие будут отключены."),
                UseOurs);
        }
        else if (action.Parent?.Attribute("field")?.Value.Contains("web3tel/beat", StringComparison.Ordinal) != true)
        {
            yield return Finding.Warning(
                Checks.Dialplan,
                new Sentence("The dialplan does not look whether the service lives (hash web3tel/beat): while it is away each call uses up file descriptors.", "Диалплан не смотрит, жива ли служба (hash web3tel/beat): пока её нет, каждый звонок тратит файловые дескрипторы."),
                UseOurs);
        }
        else
        {
            yield return Finding.Ok(Checks.Dialplan, $"The dialplan hands calls over to {socket}, and keeps callers while the service is away.", $"Диалплан передаёт звонки на {socket} и удерживает звонящих, пока службы нет.");
        }
    }

    static Finding Elsewhere(SocketAction socket, IPEndPoint listen) => Finding.Wrong(
        Checks.Dialplan,
        new Sentence($"The dialplan hands calls over to {socket}; the service awaits them at {listen}.", $"Диалплан передаёт звонки на {socket}, а служба ждёт их на {listen}."),
        new Sentence(
            $"Set web3tel_service={listen} in vars.xml, then fs_cli -x reloadxml; or set Web3Tel:Outbound:Listen.",
            $"Запишите web3tel_service={listen} в vars.xml, затем fs_cli -x reloadxml; или поменяйте Web3Tel:Outbound:Listen."));

    static IReadOnlyList<XElement> Actions(string xml)
    {
        try
        {
            return [.. XElement.Parse(xml).Descendants().Where(element => element.Name.LocalName is "action" or "anti-action")];
        }
        catch (XmlException)
        {
            return [];
        }
    }

    /// <summary>An operator's own call to a service number: nobody waits there, and nothing is lost with it.</summary>
    static bool IsServiceNumber(XElement socket) =>
        socket.ElementsBeforeSelf().Any(before => Is(before, "set") && ((string?)before.Attribute("data"))?.StartsWith($"{CallVariables.Phone}=", StringComparison.Ordinal) == true);

    static bool Is(XElement action, string application) => (string?)action.Attribute("application") == application;

    /// <summary>Variables that FreeSWITCH puts in when the call comes.</summary>
    static async Task<string> PutIn(Interview interview, string data) =>
        data.Contains("${", StringComparison.Ordinal) ? await interview.Ask($"expand echo {data}") ?? data : data;
}
