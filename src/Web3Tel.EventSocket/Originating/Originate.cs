using System.Reactive.Linq;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Sockets;

namespace Web3Tel.EventSocket.Originating;

/// <summary>Makes a call in the background; answered when it is answered, or when it is known that it will not be.</summary>
public sealed record Originate : Command<OriginateResult>
{
    readonly string text;

    /// <param name="destination">Whom to call.</param>
    /// <param name="application">What the call does when it is answered, such as <c>park</c>.</param>
    /// <param name="arguments">The application's arguments, without a closing parenthesis in them.</param>
    /// <param name="options">How to call.</param>
    public Originate(DialString destination, string application = "park", string arguments = "", OriginateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(destination);
        OneLine.RequireWord(application);
        if (OneLine.Require(arguments).Contains(')', StringComparison.Ordinal))
        {
            throw new ArgumentException($"FreeSWITCH would cut the arguments at the first ')': '{arguments}'.", nameof(arguments));
        }

        var variables = VariableBlock.Write((options ?? new OriginateOptions()).ToVariables());
        text = $"originate {Argument(variables + destination)} {Argument($"&{application}({arguments})")}";
    }

    /// <summary>The id the job shall have; a new one each time it is sent by default.</summary>
    public string? JobUuid { get; init; }

    protected internal override void Write(CommandWriter writer) => Job.Write(writer);

    protected internal override OriginateResult Read(Frame reply) => OriginateResult.From(Job.Read(reply));

    internal override IObservable<OriginateResult> On(Session session) => Job.On(session).Select(OriginateResult.From);

    BgApi Job => new(text) { JobUuid = JobUuid, Timeout = Timeout };

    /// <summary>The command's arguments are separated at spaces first.</summary>
    static string Argument(string argument) => Separated.Escape(argument, ' ', nameof(argument));
}
