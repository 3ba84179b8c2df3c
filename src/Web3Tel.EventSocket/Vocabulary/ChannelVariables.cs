using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket;

/// <summary>The variables of a channel, as tasks.</summary>
public static class ChannelVariables
{
    const string Undefined = "_undef_";

    /// <summary>The variable's value: null when the channel has none, or there is no such channel.</summary>
    public static async Task<string?> GetChannelVariable(
        this IEventSocket socket, string uuid, string name, CancellationToken cancellation = default)
    {
        var response = await socket.SendAsync(new GetVariable(uuid, name), cancellation).ConfigureAwait(false);
        return response.Success && response.Body != Undefined ? response.Body : null;
    }

    /// <summary>Sets one variable; an empty value takes it away.</summary>
    public static Task<ApiResponse> SetChannelVariable(
        this IEventSocket socket, string uuid, string name, string value, CancellationToken cancellation = default) =>
        socket.SetMultipleChannelVariables(uuid, [new(name, value)], cancellation);

    /// <summary>Sets several variables at once.</summary>
    public static Task<ApiResponse> SetMultipleChannelVariables(
        this IEventSocket socket, string uuid, IEnumerable<KeyValuePair<string, string>> variables, CancellationToken cancellation = default) =>
        socket.SendAsync(new SetVariables(uuid, variables), cancellation);
}
