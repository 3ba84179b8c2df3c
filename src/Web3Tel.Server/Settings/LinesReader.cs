using System.Collections.Immutable;
using Web3Tel.Lines;
using Web3Tel.Scenarios;
using Web3Tel.Speech;

namespace Web3Tel.Server.Settings;

/// <summary>Reads what is special of single numbers that callers dial.</summary>
static class LinesReader
{
    const double Day = 86_400;

    /// <param name="scenarios">Those a line may lead to; null where that is looked at later.</param>
    public static ImmutableArray<LineSettings> Read(SettingsReader root, ImmutableArray<Scenario>? scenarios)
    {
        var lines = ImmutableArray.CreateBuilder<LineSettings>();
        foreach (var item in root.Sections("Lines"))
        {
            var line = new LineSettings(item.Required("Number", ("Give what callers dial, such as +79161234567.", "Задайте то, что набирают, например +79161234567.")))
            {
                Priority = item.Seconds("PrioritySeconds", 0, -Day, Day),
                Demand = MatchingReader.Demand(item) is { IsEmpty: false } demand ? demand : null,
                Channels = item.Has("Channels") ? item.Number("Channels", 1, 1, 100_000) : null,
                Record = item.Has("Record") ? item.Flag("Record", true) : null,
                RecordingNotice = PeopleReader.Sound(item, "RecordingNotice"),
                WhenBusy = NextStepReader.Read(item, "WhenBusy"),
                Scenario = item.Has("Scenario") ? item.Text("Scenario") : null,
                Language = item.Has("Language") ? item.OneOf("Language", Language.English) : null,
                TimeZone = item.Has("TimeZone") ? item.Text("TimeZone") : null,
                Calendar = item.Has("Calendar") ? item.Text("Calendar") : null,
            };
            item.Ignore("Scenario", "Language", "TimeZone", "Calendar");
            if (line.Scenario is { } named && scenarios is { } known && known.All(scenario => scenario.Name != named))
            {
                var names = string.Join(", ", known.Select(scenario => scenario.Name));
                item.Refuse(
                    "Scenario",
                    ($"is \"{named}\", which is not there.", $"= «{named}», а его нет."),
                    known.IsEmpty ? ("Set Scenarios to the folder it lies in.", "Задайте в Scenarios папку, где он лежит.") : ($"Scenarios are: {names}.", $"Сценарии: {names}."));
            }

            if (line.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            {
                item.Refuse("TimeZone", ($"is \"{zone}\", which this machine does not know.", $"= «{zone}», а эта машина такого не знает."), ("Give a name such as Europe/Moscow, or leave it out.", "Задайте, например, Europe/Moscow или уберите."));
            }

            if (lines.Any(before => before.Number == line.Number && line.Number.Length > 0))
            {
                item.Refuse("Number", ($"is {line.Number}, which stands in Lines already.", $"= {line.Number}, и он уже есть в Lines."), SettingsReader.Once);
            }

            if (line is { WhenBusy: not null, Channels: null })
            {
                item.Refuse("WhenBusy", ("is set, but the line is never busy.", "задано, но линия никогда не занята."), ("Set Channels, or leave WhenBusy out.", "Задайте Channels или уберите WhenBusy."));
            }

            item.RefuseOthers();
            lines.Add(line);
        }

        return lines.ToImmutable();
    }
}
