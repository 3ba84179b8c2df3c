using System.Globalization;
using Web3Tel.EventSocket.Framing;
using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Listeners;

/// <summary><c>sendmsg</c>: puts a message into a channel's queue. <c>+OK</c> means queued, also for a call that has just ended.</summary>
static class SendMessages
{
    const int QueueLimit = 256;

    public static void Handle(Listener listener, ReceivedCommand command)
    {
        var id = command.Arguments.Length > 0 ? command.Arguments : command["session-id"];
        var own = listener.Channel is { } channel && (string.IsNullOrEmpty(id) || id == channel.Id) ? channel : null;
        if ((own ?? listener.Switch.Channels.Find(id ?? "")) is not { } target)
        {
            listener.Answer($"-ERR invalid session id [{id}]");
            return;
        }

        if (target.Execution.Waiting > QueueLimit)
        {
            // mod_event_socket gives up on the whole connection here, without a word.
            listener.Close(notice: false);
            return;
        }

        var isInline = own is not null && !listener.IsAsync && command["async"] is not "true";
        target.Execution.Post(Message(command, isInline ? () => listener.Answer("+OK") : null));
        if (!isInline || !target.IsUp)
        {
            listener.Answer("+OK");
        }
    }

    static SendMessage Message(ReceivedCommand command, Action? done) => new(
        command["call-command"] ?? "",
        command["execute-app-name"],
        command["execute-app-arg"] is { Length: > 0 } argument ? argument : command["content-type"] == "text/plain" ? command.Body : null,
        command["event-uuid"],
        command["event-lock"] is "true",
        int.TryParse(command["loops"], CultureInfo.InvariantCulture, out var loops) ? loops : 1,
        command["hangup-cause"],
        done);
}
