using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Web3Tel.Distribution;
using Web3Tel.Queues;
using Web3Tel.Server.Settings;
using Web3Tel.WhatIf;

namespace Web3Tel.Server.Commands;

/// <summary><c>web3tel whatif</c>: a past day with other rules or other people.</summary>
static class WhatIfCommand
{
    static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static int Run(Options options, TextWriter output, TimeProvider time)
    {
        var json = options.Flag("--json");
        var within = TimeSpan.FromSeconds(options.Number("--within", 20, 1, 3_600));
        var proposal = Read(options);
        options.Flag("--data");
        options.Flag("--date");
        options.RefuseOthers();

        using var past = PastCommand.Open(options, time);
        var day = Day(past);
        if (proposal.Problems(day.Configuration).ToArray() is { Length: > 0 } problems)
        {
            throw new CommandException(string.Join(Environment.NewLine, problems));
        }

        var report = DayReport.Of(day, proposal, within);
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(report, Readable));
        }
        else
        {
            FigureTable.Write(output, past.From, within, report);
        }

        return 0;
    }

    static PastDay Day(PastData past)
    {
        var reader = new DayReader(past.From, past.To);
        foreach (var moment in past.Moments())
        {
            reader.Read(moment);
            if (reader.IsOver)
            {
                break;
            }
        }

        return reader.Complete() is { Calls.Length: > 0 } day
            ? day
            : throw new CommandException($"The journal has no caller of {past.From:yyyy-MM-dd} who joined a queue and is gone: choose another day with --date.");
    }

    static Proposal Read(Options options) => new()
    {
        Configuration = options.Text("--configuration") is { } file ? Configured(file) : null,
        Strategies = options.Texts("--strategy").Select(StrategyOf).GroupBy(pair => pair.Key).Select(group => group.Last())
            .ToImmutableDictionary(StringComparer.Ordinal),
        Staff = [.. options.Texts("--operators").Select(StaffOf)],
        MostPatience = TimeSpan.FromSeconds(options.Number("--patience", 900, 1, 86_400)),
        Seed = options.Number("--seed", 1, 0, int.MaxValue),
    };

    static Configuration Configured(string file)
    {
        var path = Path.GetFullPath(file);
        return File.Exists(path)
            ? SettingsFile.Read(SettingsSources.OfFile(path)).CallCenter
            : throw new CommandException($"There is no file {path}: --configuration names one like appsettings.json.");
    }

    static KeyValuePair<string, Strategy> StrategyOf(string text) =>
        text.Split('=') is not [{ Length: > 0 } queue, var name]
            ? throw new CommandException($"--strategy is \"{text}\": write queue=strategy, such as sales=RoundRobin.")
            : Enum.GetNames<Strategy>().FirstOrDefault(one => one.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } known
                ? KeyValuePair.Create(queue, Enum.Parse<Strategy>(known))
                : throw new CommandException($"There is no strategy \"{name}\": strategies are {string.Join(", ", Enum.GetNames<Strategy>())}.");

    static StaffChange StaffOf(string text)
    {
        var (queue, number) = text.Split('=') is [{ Length: > 0 } name, var by] ? (name, by) : (null, text);
        return int.TryParse(number, CultureInfo.InvariantCulture, out var change) && change is >= -1_000 and <= 1_000
            ? new StaffChange(queue, change)
            : throw new CommandException($"--operators is \"{text}\": write +2, -1 or sales=+2.");
    }
}
