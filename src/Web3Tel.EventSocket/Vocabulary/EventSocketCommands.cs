using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Vocabulary;

namespace Web3Tel.EventSocket;

/// <summary>
/// The commands by their names, as tasks. Cancelling stops waiting, not FreeSWITCH; errors are those of
/// <see cref="IEventSocket.Send"/>.
/// </summary>
public static class EventSocketCommands
{
    /// <summary>Sends any command and gives its answer.</summary>
    public static Task<TReply> SendAsync<TReply>(this IEventSocket socket, Command<TReply> command, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(socket);
        return TaskObserver<TReply>.Await(socket.Send(command), cancellation);
    }

    /// <summary>Runs an api command; the connection does nothing else until it returns.</summary>
    public static Task<ApiResponse> SendApi(this IEventSocket socket, string command, CancellationToken cancellation = default) =>
        socket.SendAsync(new Api(command), cancellation);

    /// <summary>Sends a line that has no record of its own.</summary>
    public static Task<CommandReply> SendCommand(this IEventSocket socket, string command, CancellationToken cancellation = default) =>
        socket.SendAsync(new OtherCommand(command), cancellation);

    /// <summary>Runs an api command beside the connection.</summary>
    public static Task<BackgroundJobResult> BackgroundJob(
        this IEventSocket socket, string command, string arguments = "", string? jobUuid = null, CancellationToken cancellation = default) =>
        socket.SendAsync(new BgApi(arguments.Length == 0 ? command : $"{command} {arguments}") { JobUuid = jobUuid }, cancellation);

    /// <summary>Runs an application on the channel that an outbound connection belongs to, to its end.</summary>
    public static Task<ApplicationResult> ExecuteApplication(
        this OutboundSocket socket, string application, string arguments = "", int loops = 1, bool eventLock = false, CancellationToken cancellation = default) =>
        socket.SendAsync(new Execute(application, arguments) { Loops = loops, EventLock = eventLock }, cancellation);

    /// <summary>Runs an application on a channel, to its end.</summary>
    public static Task<ApplicationResult> ExecuteApplication(
        this IEventSocket socket,
        string uuid,
        string application,
        string arguments,
        int loops = 1,
        bool eventLock = false,
        CancellationToken cancellation = default) =>
        socket.SendAsync(new Execute(application, arguments) { Uuid = uuid, Loops = loops, EventLock = eventLock }, cancellation);

    /// <summary>Hangs a channel up; null for the one that an outbound connection belongs to.</summary>
    public static Task<CommandReply> Hangup(
        this IEventSocket socket, string? uuid = null, HangupCause cause = HangupCause.NormalClearing, CancellationToken cancellation = default) =>
        socket.SendAsync(new SendMsg(uuid, new("call-command", "hangup"), new("hangup-cause", cause.ToWire())), cancellation);

    /// <summary>Asks for events by name.</summary>
    public static Task<CommandReply> SubscribeEvents(this IEventSocket socket, params EventName[] names) =>
        socket.SendAsync(new Events([.. names]));

    /// <summary>Asks for <c>CUSTOM</c> events by their subclasses.</summary>
    public static Task<CommandReply> SubscribeCustomEvents(this IEventSocket socket, params string[] subclasses) =>
        socket.SendAsync(new Events { Subclasses = [.. subclasses] });

    /// <summary>Asks for the events of one channel; null for the one that an outbound connection belongs to.</summary>
    public static Task<CommandReply> MyEvents(this IEventSocket socket, string? uuid = null, CancellationToken cancellation = default) =>
        socket.SendAsync(new MyEvents(uuid), cancellation);

    /// <summary>Lets through only events with that header and value.</summary>
    public static Task<CommandReply> Filter(this IEventSocket socket, string header, string value, CancellationToken cancellation = default) =>
        socket.SendAsync(new Filter(header, value), cancellation);

    /// <summary>Takes back a filter, or every filter on a header.</summary>
    public static Task<CommandReply> FilterDelete(
        this IEventSocket socket, string header, string? value = null, CancellationToken cancellation = default) =>
        socket.SendAsync(new FilterDelete(header, value), cancellation);

    /// <summary>Keeps an outbound connection for a while after its channel has hung up.</summary>
    public static Task<CommandReply> Linger(this OutboundSocket socket, TimeSpan time, CancellationToken cancellation = default) =>
        socket.SendAsync(new Linger(time), cancellation);

    /// <summary>Asks for FreeSWITCH's log, up to a level from 0 to 7.</summary>
    public static Task<CommandReply> EnableLogging(this IEventSocket socket, int level, CancellationToken cancellation = default) =>
        socket.SendAsync(new EnableLogging(level), cancellation);

    /// <summary>Takes the log back.</summary>
    public static Task<CommandReply> DisableLogging(this IEventSocket socket, CancellationToken cancellation = default) =>
        socket.SendAsync(new DisableLogging(), cancellation);

    /// <summary>Ends the connection in good order.</summary>
    public static Task<CommandReply> Exit(this IEventSocket socket, CancellationToken cancellation = default) =>
        socket.SendAsync(new Exit(), cancellation);
}
