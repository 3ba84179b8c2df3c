using System.Globalization;
using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Sockets;

namespace Web3Tel.EventSocket.Commands;

/// <summary>
/// Runs a dialplan application on a channel; answered when it has ended. It ends with an error when the channel hangs
/// up first (<see cref="ChannelHungUpException"/>) or the connection is lost.
/// </summary>
public sealed record Execute : Command<ApplicationResult>
{
    /// <param name="application">The application, such as <c>playback</c>.</param>
    /// <param name="arguments">Its arguments on one line.</param>
    public Execute(string application, string arguments = "")
    {
        Application = OneLine.RequireWord(application);
        Arguments = OneLine.Require(arguments);
    }

    public string Application { get; }

    public string Arguments { get; }

    /// <summary>The channel; null for the one that an outbound connection belongs to.</summary>
    public string? Uuid
    {
        get;
        init => field = value is null ? null : OneLine.RequireWord(value, nameof(Uuid));
    }

    /// <summary>The id by which its end is recognized; a new one each time it is sent by default.</summary>
    public string? EventUuid
    {
        get;
        init => field = value is null ? null : OneLine.RequireWord(value, nameof(EventUuid));
    }

    /// <summary>How often to run it. The first end is the answer.</summary>
    public int Loops
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Loops), value, "An application runs at least once.");
    } = 1;

    /// <summary>Whether it waits for the application before it; without it applications nest.</summary>
    public bool EventLock { get; init; }

    protected internal override void Write(CommandWriter writer)
    {
        writer.Line(Uuid is null ? "sendmsg" : $"sendmsg {Uuid}");
        writer.Header("call-command", "execute").Header("execute-app-name", Application);
        if (Arguments.Length > 0)
        {
            writer.Header("execute-app-arg", Arguments);
        }

        if (EventUuid is not null)
        {
            writer.Header("Event-UUID", EventUuid);
        }

        if (Loops > 1)
        {
            writer.Header("loops", Loops.ToString(CultureInfo.InvariantCulture));
        }

        if (EventLock)
        {
            writer.Header("event-lock", "true");
        }

        writer.End();
    }

    /// <summary>The reply says only that it was queued, or why not.</summary>
    protected internal override ApplicationResult Read(Frame reply) => new(CommandReply.From(reply).ErrorMessage, null);

    internal override IObservable<ApplicationResult> On(Session session) => new ExecuteObservable(session, this);
}
