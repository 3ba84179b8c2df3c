namespace Web3Tel.Simulator.Commands;

/// <summary>mod_hash: <c>insert/realm/key/value</c>, <c>select/realm/key</c>, <c>delete/realm/key</c>.</summary>
static class HashCommand
{
    public static string Run(SimulatedFreeSwitch freeSwitch, string argument)
    {
        var parts = argument.Split('/', 4);
        switch (parts)
        {
            case ["insert", var realm, var key, var value]:
                freeSwitch.Hash[$"{realm}_{key}"] = value;
                return "+OK\n";
            case ["insert_ifempty", var realm, var key, var value]:
                return freeSwitch.Hash.TryAdd($"{realm}_{key}", value) ? "+OK\n" : "-ERR key already exists\n";
            case ["select", var realm, var key, ..]:
                return freeSwitch.Hash.GetValueOrDefault($"{realm}_{key}", "");
            case ["delete", var realm, var key, ..]:
                return freeSwitch.Hash.Remove($"{realm}_{key}") ? "+OK\n" : "-ERR Not found\n";
            default:
                return "-ERR Usage: hash [insert|insert_ifempty|delete|delete_ifmatch|select]/<realm>/<key>/<value>\n";
        }
    }
}
