using Web3Tel.Simulator.People;

namespace Web3Tel.Simulator.Commands;

/// <summary><c>originate</c>: rings somebody, and puts the leg into an application when it is answered.</summary>
static class OriginateCommand
{
    public static void Run(SimulatedFreeSwitch freeSwitch, string argument, Action<string> reply)
    {
        if (OriginateRequest.Parse(argument) is not { } request)
        {
            reply("-USAGE: <call url> <exten>|&<application_name>(<app_args>) [<dialplan>] [<context>] [<cid_name>] [<cid_num>] [<timeout_sec>]\n");
        }
        else if (DialledParty.Find(freeSwitch, request.Destination, out var cause) is not { } dialled)
        {
            reply($"-ERR {cause}\n");
        }
        else if (request["origination_uuid"] is { } id && freeSwitch.Channels.Find(id) is not null)
        {
            // FreeSWITCH refuses a second session with the same uuid.
            reply("-ERR DESTINATION_OUT_OF_ORDER\n");
        }
        else
        {
            new OutboundLeg(freeSwitch, dialled, request, reply).Ring();
        }
    }
}
