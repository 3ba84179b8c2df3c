using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Web3Tel.Agents;
using Web3Tel.Distribution;
using Web3Tel.Reports;
using Web3Tel.Server.Api;
using Web3Tel.Server.Panel;
using Web3Tel.Server.Recordings;
using Web3Tel.Server.Reports;

namespace Web3Tel.Server.Commands;

/// <summary><c>web3tel report</c>: the figures of days gone by, counted anew from the journal.</summary>
static class ReportCommand
{
    /// <summary>How often it is looked whether anything of the time is still going on.</summary>
    const int LookEvery = 1_000;

    static readonly JsonSerializerOptions Readable = Json();

    /// <summary>Options by the parameters of the API that say the same.</summary>
    static readonly Dictionary<string, string> Names = new()
    {
        ["from"] = "--from",
        ["to"] = "--to",
        ["interval"] = "--interval",
        ["timeZone"] = "--time-zone",
        ["answeredWithin"] = "--answered-within",
        ["abandonedWithin"] = "--abandoned-within",
        ["lang"] = "--lang",
        ["format"] = "--format",
        ["queue"] = "--queue",
        ["operator"] = "--operator",
        ["line"] = "--line",
    };

    public static int Run(Options options, TextWriter output, TimeProvider time)
    {
        var subject = SubjectOf(options.Text("--of") ?? "queues");
        var given = Names.Where(name => options.Text(name.Value) is not null).ToDictionary(name => name.Key, name => new StringValues(options.Text(name.Value)));
        var data = PastCommand.Data(options);
        options.RefuseOthers();
        var wanted = new ReportReader(new QueryCollection(given), subject, TimeZoneInfo.Utc, DateOnly.FromDateTime(PastData.LastDay(data).DateTime));
        if (wanted.Errors.Count > 0)
        {
            throw new CommandException(string.Join(Environment.NewLine, wanted.Errors.Select(error => $"{Names.GetValueOrDefault(error.Key, error.Key)} {error.Value}")));
        }

        var report = new Report(wanted.Query);
        var (last, names) = Read(data, report, time);
        var language = wanted.Text("lang") ?? Language.English;
        switch (wanted.AsCsv)
        {
            case true:
                foreach (var line in new ReportTable(report, names, language).Lines())
                {
                    output.Write(CsvLine.Of(line));
                }

                break;
            case false:
                output.WriteLine(JsonSerializer.Serialize(ReportData.Of(new ReportAnswer(report, last, IsUpToDate: true, WholeFrom: null), names), Readable));
                break;
            case null:
                TextTable.Write(output, WithoutEmptyColumns([.. new ReportTable(report, names, language).Lines()]), texts: subject == Subject.Operator ? 4 : 3);
                break;
        }

        return 0;
    }

    /// <summary>Counts what belongs to the time of the report, to its end: a call that came in it may be over much later.</summary>
    static (DateTimeOffset? Last, Dictionary<string, string> Names) Read(string data, Report report, TimeProvider time)
    {
        var (from, to) = (report.Query.From, report.Query.To);
        using var past = new PastData(data, from.ToUniversalTime(), time);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        FactReader? reader = null;
        DateTimeOffset? last = null;
        var read = 0;
        foreach (var moment in past.Moments())
        {
            // Nothing happened between the state that was kept and the first step after it.
            reader ??= new FactReader(moment.Before, moment.At < from ? moment.At : from);
            reader.Read(moment);
            last = moment.At;
            if (moment.Happened is Event.Configured configured)
            {
                Name(names, configured.Configuration.Agents);
            }

            if (read++ % LookEvery == 0 && moment.At >= to && IsOver(moment.After, to))
            {
                break;
            }
        }

        if (reader is not null)
        {
            Name(names, reader.State.Configuration.Agents);
            report.Add(reader.Take());
        }

        return (last, names);
    }

    static bool IsOver(CallCenter state, DateTimeOffset to) =>
        state.Callers.Values.All(caller => caller.Journey[0].At >= to)
        && state.Agents.Values.All(agent => agent.State is not (AgentState.Talking or AgentState.WrapUp) || agent.State.Since >= to);

    static void Name(Dictionary<string, string> names, IEnumerable<AgentSettings> agents)
    {
        foreach (var agent in agents)
        {
            names[agent.Id] = agent.Name;
        }
    }

    static string[][] WithoutEmptyColumns(string[][] lines)
    {
        int[] wanted = [.. Enumerable.Range(0, lines[0].Length).Where(column => lines.Length == 1 || lines.Skip(1).Any(line => line[column] is not ("" or "0")))];
        return [.. lines.Select(line => wanted.Select(column => line[column]).ToArray())];
    }

    static Subject SubjectOf(string text) => text switch
    {
        "queues" => Subject.Queue,
        "operators" => Subject.Operator,
        "lines" => Subject.Line,
        _ => throw new CommandException($"--of is \"{text}\": give queues, operators or lines."),
    };

    static JsonSerializerOptions Json()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true };
        ApiJson.Configure(options);
        return options;
    }
}
