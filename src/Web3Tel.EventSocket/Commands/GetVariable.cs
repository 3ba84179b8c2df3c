using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Originating;

namespace Web3Tel.EventSocket.Commands;

/// <summary>Reads a channel's variable, whatever its length and whatever is in it. Without one the answer is <c>_undef_</c>.</summary>
public sealed record GetVariable : Command<ApiResponse>
{
    readonly string text;

    public GetVariable(string uuid, string name) => text = $"api uuid_getvar {OneLine.RequireWord(uuid)} {VariableName.Require(name)}";

    protected internal override void Write(CommandWriter writer) => writer.Line(text).End();

    protected internal override ApiResponse Read(Frame reply) => ApiResponse.From(reply);
}
