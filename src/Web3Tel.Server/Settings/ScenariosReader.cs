using System.Collections.Immutable;
using Web3Tel.Lines;
using Web3Tel.Queues;
using Web3Tel.Scenarios;
using Web3Tel.Speech;

namespace Web3Tel.Server.Settings;

/// <summary>Reads the scenarios of a folder, a file each, and what must hold between them and everything else.</summary>
static class ScenariosReader
{
    const string Key = "Scenarios";
    const string Unusable = "cannot be used: ";
    const string Fix = "See docs/scenario.md.";

    public static ImmutableArray<Scenario> Read(SettingsReader section)
    {
        var name = section.Text(Key);
        if (name.Length == 0)
        {
            return [];
        }

        // Relative to where we were started, else to the program: what we ship lies there.
        string[] folders = [Path.GetFullPath(name), Path.Combine(AppContext.BaseDirectory, name)];
        if (folders.FirstOrDefault(Directory.Exists) is not { } folder)
        {
            section.Refuse(Key, $"is \"{name}\", and there is no such folder.", "Give a folder of scenarios, or leave it out.");
            return [];
        }

        var scenarios = Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file => Read(section, file)).OfType<Scenario>().ToImmutableArray();
        foreach (var twice in scenarios.GroupBy(scenario => scenario.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            section.Refuse(Key, $"has {twice.Count()} files with the scenario \"{twice.Key}\".", "A name is that of one scenario.");
        }

        return [.. scenarios.DistinctBy(scenario => scenario.Name)];
    }

    /// <summary>Refuses what leads nowhere, loops, or could not be heard.</summary>
    public static void Check(SettingsReader section, ServiceSettings settings)
    {
        foreach (var scenario in settings.Scenarios)
        {
            foreach (var problem in ScenarioCheck.Problems(scenario, Around(settings, scenario.Name)))
            {
                section.Refuse(Key, ($"{Unusable}{scenario.Name}: {problem}", $"— не годится: {scenario.Name}: {problem.In(Language.Russian)}"), (Fix, "См. docs/scenario.md."));
            }

            foreach (var line in Lines(settings, scenario.Name).Where(line => line.Calendar is { } calendar && !scenario.Calendars.ContainsKey(calendar)))
            {
                var calendars = string.Join(", ", scenario.Calendars.Keys);
                section.Refuse(
                    "Lines",
                    ($"cannot be used: line {line.Number} has the calendar \"{line.Calendar}\", which {scenario.Name} does not have.", $"— не годится: у линии {line.Number} календарь «{line.Calendar}», а в {scenario.Name} его нет."),
                    ($"Calendars of it are: {calendars}.", $"Его календари: {calendars}."));
            }
        }
    }

    /// <summary>Whether it tells of something that is wrong in that scenario itself.</summary>
    public static bool IsOf(SettingsError error, string scenario) => error.What.StartsWith($"{Unusable}{scenario}: ", StringComparison.Ordinal);

    /// <summary>What there is around a scenario of that name.</summary>
    public static ScenarioSurroundings Around(ServiceSettings settings, string scenario)
    {
        var lines = Lines(settings, scenario).ToArray();
        return new ScenarioSurroundings
        {
            Queues = [.. settings.CallCenter.Queues.Select(queue => queue.Name)],
            Operators = [.. settings.CallCenter.Agents.Select(agent => agent.Id)],
            Lists = [.. settings.Callers.Names],
            Entries = Entries(settings, scenario),
            HasVoice = settings.Speech.Program.Length > 0 || settings.Speech.Through == SpeechThrough.FreeSwitch,
            HasLineOut = settings.CallCenter.LineOut is not null,
            CallingBack = [.. settings.CallCenter.Queues.Where(queue => queue.Callback is not null).Select(queue => queue.Name)],
            HasLineCalendar = lines.Length > 0 && lines.All(line => line.Calendar is not null),
        };
    }

    static IEnumerable<LineSettings> Lines(ServiceSettings settings, string scenario) => settings.CallCenter.Lines.Where(line => line.Scenario == scenario);

    static Scenario? Read(SettingsReader section, string file)
    {
        try
        {
            var (scenario, problems) = ScenarioJson.Read(File.ReadAllText(file));
            foreach (var problem in problems)
            {
                section.Refuse(Key, $"cannot be read: {Path.GetFileName(file)}: {problem}", Fix);
            }

            return scenario;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            section.Refuse(Key, $"cannot be read: {e.Message}", "Let the service read the file, or remove it.");
            return null;
        }
    }

    /// <summary>Steps of the scenario that queues and lines lead to by name.</summary>
    static ImmutableHashSet<string> Entries(ServiceSettings settings, string scenario) =>
    [
        .. settings.CallCenter.Queues
            .SelectMany(queue => queue.ExitKeys.Select(exit => (NextStep?)exit.Step).Concat([queue.WhenFull, queue.WhenTooLong, queue.WhenEmpty]))
            .Concat(settings.CallCenter.Lines.Select(line => line.WhenBusy))
            .SelectMany(Named)
            .Where(name => name.StartsWith($"{scenario}.", StringComparison.Ordinal))
            .Select(name => name[(scenario.Length + 1)..]),
    ];

    static IEnumerable<string> Named(NextStep? step) => step switch
    {
        NextStep.Named named => [named.Name],
        NextStep.Number number => Named(number.Otherwise),
        _ => [],
    };
}
