using Web3Tel.Reports;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Panel;

/// <summary>Of what a report can be, as the page has it.</summary>
static class ReportSubjects
{
    /// <summary>As in the addresses of the API.</summary>
    public static string Path(this Subject subject) => subject switch
    {
        Subject.Queue => "queues",
        Subject.Operator => "operators",
        Subject.Line => "lines",
    };

    /// <summary>Queues where nothing else is asked for.</summary>
    public static Subject Read(string path) => Enum.GetValues<Subject>().FirstOrDefault(subject => subject.Path() == path);

    public static string In(this Subject subject, ReportWords said) => subject switch
    {
        Subject.Queue => said.Queues,
        Subject.Operator => said.Operators,
        Subject.Line => said.Lines,
    };

    /// <summary>What there is to choose from.</summary>
    public static IEnumerable<string> Known(this Subject subject, ServiceSettings settings) => subject switch
    {
        Subject.Queue => settings.CallCenter.Queues.Select(queue => queue.Name),
        Subject.Operator => settings.CallCenter.Agents.Select(agent => agent.Id),
        Subject.Line => settings.Lines.Keys,
    };
}
