using Web3Tel.EventSocket.Framing;
using Web3Tel.Simulator.Commands;
using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Listeners;

/// <summary><c>api</c>, which holds its connection until it is done, and <c>bgapi</c>, which answers first and reports later.</summary>
static class ApiCalls
{
    public static void Run(Listener listener, string call)
    {
        var (name, argument) = Split(call);
        ApiTable.Execute(listener.Switch, name, argument, response =>
        {
            if (!listener.IsClosed)
            {
                listener.AnswerApi(response);
            }
        });
    }

    public static void RunInBackground(Listener listener, ReceivedCommand command)
    {
        var freeSwitch = listener.Switch;
        var (name, argument) = Split(command.Arguments);
        var job = command["Job-UUID"] ?? freeSwitch.NewUuid();
        var owner = listener.Channel?.Id;
        listener.Answer($"~Reply-Text: +OK Job-UUID: {job}\nJob-UUID: {job}\n\n");
        BackgroundCommand.Start(freeSwitch, EventKind.BackgroundJob, job, owner, name, argument);
    }

    static (string Name, string Argument) Split(string call) =>
        call.Split(' ', 2) is [var name, var argument] ? (name, argument.Trim()) : (call, "");
}
