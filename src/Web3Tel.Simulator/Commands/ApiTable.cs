using System.Collections.Frozen;
using System.Globalization;
using Web3Tel.Simulator.Events;
using Web3Tel.Simulator.People;

namespace Web3Tel.Simulator.Commands;

/// <summary>The api commands this FreeSWITCH has.</summary>
static class ApiTable
{
    /// <summary>Carries out a command and gives its answer, perhaps later.</summary>
    delegate void Command(SimulatedFreeSwitch freeSwitch, string argument, Action<string> reply);

    static readonly FrozenDictionary<string, Command> Known = new Dictionary<string, Command>
    {
        ["bgapi"] = At(BackgroundCommand.Run),
        ["originate"] = OriginateCommand.Run,
        ["uuid_bridge"] = At(BridgeCommand.Run),
        ["uuid_kill"] = At(ChannelCommands.Kill),
        ["uuid_break"] = At(ChannelCommands.Break),
        ["uuid_exists"] = At(ChannelCommands.Exists),
        ["uuid_broadcast"] = At(ChannelCommands.Broadcast),
        ["uuid_displace"] = At(ChannelCommands.Displace),
        ["uuid_record"] = At(ChannelCommands.Record),
        ["uuid_transfer"] = At(ChannelCommands.Transfer),
        ["uuid_dual_transfer"] = At(DualTransferCommand.Run),
        ["uuid_dump"] = At(ChannelCommands.Dump),
        ["uuid_setvar"] = At(VariableCommands.Set),
        ["uuid_setvar_multi"] = At(VariableCommands.SetMany),
        ["uuid_getvar"] = At(VariableCommands.Get),
        ["hupall"] = At(ChannelCommands.HangupAll),
        ["hash"] = At(HashCommand.Run),
        ["show"] = At(ShowCommand.Run),
        ["sofia"] = At(StatusCommands.Sofia),
        ["status"] = At(StatusCommands.Status),
        ["version"] = At(StatusCommands.Version),
        ["create_uuid"] = At((freeSwitch, _) => freeSwitch.NewUuid()),
        ["strepoch"] = At((freeSwitch, _) => freeSwitch.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ["global_getvar"] = At((freeSwitch, name) => name switch
        {
            "hostname" => freeSwitch.Options.Hostname,
            "core_uuid" => freeSwitch.CoreUuid,
            "domain" => SimulatedOperator.Domain,
            _ => "",
        }),
        ["echo"] = At((_, text) => text),
        ["expand"] = Expand,
    }.ToFrozenDictionary();

    public static void Execute(SimulatedFreeSwitch freeSwitch, string name, string argument, Action<string> reply)
    {
        if (!Known.TryGetValue(name, out var command))
        {
            reply($"-ERR {name} Command not found!\n");
            return;
        }

        freeSwitch.Fire(
            EventKind.Api,
            argument.Length > 0
                ? [Header.Of(HeaderName.ApiCommand, name), Header.Of(HeaderName.ApiArgument, argument)]
                : [Header.Of(HeaderName.ApiCommand, name)]);
        command(freeSwitch, argument, reply);
    }

    /// <summary>Runs a command after putting in what <c>${strepoch()}</c> says.</summary>
    static void Expand(SimulatedFreeSwitch freeSwitch, string argument, Action<string> reply)
    {
        var command = argument.Replace("${strepoch()}", freeSwitch.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var name = command.Split(' ', 2);
        Execute(freeSwitch, name[0], name.Length > 1 ? name[1] : "", reply);
    }

    static Command At(Func<SimulatedFreeSwitch, string, string> command) =>
        (freeSwitch, argument, reply) => reply(command(freeSwitch, argument));
}
