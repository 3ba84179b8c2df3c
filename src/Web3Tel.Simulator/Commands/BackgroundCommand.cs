using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Commands;

/// <summary>Carries out a command later, and tells the outcome in an event.</summary>
static class BackgroundCommand
{
    /// <summary>The command <c>bgapi</c>, which is not the Event Socket's <c>bgapi</c> but does the same.</summary>
    public static string Run(SimulatedFreeSwitch freeSwitch, string argument)
    {
        var job = freeSwitch.NewUuid();
        var words = argument.Split(' ', 2);
        Start(freeSwitch, EventKind.CommandJob, job, null, words[0], words.ElementAtOrDefault(1) ?? "");
        return $"+OK Job-UUID: {job}\n";
    }

    /// <param name="owner">The call whose connection asked for it, or null.</param>
    public static void Start(SimulatedFreeSwitch freeSwitch, EventKind kind, string job, string? owner, string name, string argument) =>
        freeSwitch.After(TimeSpan.Zero, () =>
            ApiTable.Execute(freeSwitch, name, argument, response => Report(freeSwitch, kind, job, owner, name, argument, response)));

    static void Report(
        SimulatedFreeSwitch freeSwitch, EventKind kind, string job, string? owner, string name, string argument, string response)
    {
        List<Header> headers = [Header.Of(HeaderName.JobUuid, job)];
        if (owner is not null)
        {
            headers.Add(Header.Of(HeaderName.JobOwner, owner));
        }

        headers.Add(Header.Of(HeaderName.JobCommand, name));
        if (argument.Length > 0)
        {
            headers.Add(Header.Of(HeaderName.JobArgument, argument));
        }

        freeSwitch.Fire(kind, [.. headers], response, owner);
    }
}
