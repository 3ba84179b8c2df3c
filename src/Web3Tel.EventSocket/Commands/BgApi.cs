using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Sockets;

namespace Web3Tel.EventSocket.Commands;

/// <summary>Runs an api command beside the connection; answered when its BACKGROUND_JOB event comes.</summary>
public sealed record BgApi : Command<BackgroundJobResult>
{
    /// <param name="text">The command and its arguments, such as <c>originate user/1001 &amp;park()</c>.</param>
    public BgApi(string text) => Text = OneLine.Require(text);

    public string Text { get; }

    /// <summary>The id the job shall have; a new one each time it is sent by default.</summary>
    public string? JobUuid
    {
        get;
        init => field = value is null ? null : OneLine.RequireWord(value, nameof(JobUuid));
    }

    protected internal override void Write(CommandWriter writer)
    {
        writer.Line($"bgapi {Text}");
        if (JobUuid is not null)
        {
            writer.Header(HeaderNames.JobUuid, JobUuid);
        }

        writer.End();
    }

    /// <summary>The reply says only that the job was taken, or why not.</summary>
    protected internal override BackgroundJobResult Read(Frame reply) => new(JobUuid ?? "", CommandReply.From(reply).ReplyText);

    internal override IObservable<BackgroundJobResult> On(Session session) => new JobObservable(session, this);
}
