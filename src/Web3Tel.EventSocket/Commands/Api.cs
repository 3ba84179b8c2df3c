using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Commands;

/// <summary>Runs an api command. The connection does nothing else, events included, until it returns.</summary>
public sealed record Api : Command<ApiResponse>
{
    /// <param name="text">The command and its arguments, such as <c>status</c>.</param>
    public Api(string text) => Text = OneLine.Require(text);

    public string Text { get; }

    protected internal override void Write(CommandWriter writer) => writer.Line($"api {Text}").End();

    protected internal override ApiResponse Read(Frame reply) => ApiResponse.From(reply);
}
