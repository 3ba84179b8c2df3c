using System.Collections.Immutable;

namespace Web3Tel.Scenarios;

/// <summary>Finds all that is wrong with a scenario at once, each with the step's path.</summary>
public static class ScenarioCheck
{
    public static ImmutableArray<ScenarioProblem> Problems(Scenario scenario, ScenarioSurroundings surroundings) =>
    [
        .. OfNames(scenario),
        .. OfCalendars(scenario),
        .. ScenarioWays.Problems(scenario, surroundings.Entries),
        .. scenario.Steps.SelectMany(step => new ScenarioStepCheck(scenario, surroundings, $"steps.{step.Key}").Problems(step.Value)),
    ];

    static IEnumerable<ScenarioProblem> OfNames(Scenario scenario)
    {
        (string Path, string Name)[] names =
        [
            ("name", scenario.Name),
            .. scenario.Steps.Keys.Select(id => ($"steps.{id}", id)),
            .. scenario.Calendars.Keys.Select(name => ($"calendars.{name}", name)),
        ];
        return
        [
            .. names.Where(name => !Scenario.IsName(name.Name)).Select(name => new ScenarioProblem(
                name.Path, "is no name: use letters of the English alphabet, digits, - and _.", "такое имя нельзя: используйте латинские буквы, цифры, - и _.")),
            .. scenario.Version >= 1 ? Array.Empty<ScenarioProblem>() : [new ScenarioProblem("version", "must be at least 1.", "должна быть не меньше 1.")],
        ];
    }

    static IEnumerable<ScenarioProblem> OfCalendars(Scenario scenario) => scenario.Calendars.SelectMany(calendar => (ScenarioProblem[])
    [
        .. calendar.Value.Misread().Select(wrong => new ScenarioProblem(
            $"calendars.{calendar.Key}.{wrong.Path}",
            $"\"{wrong.Value}\" is not understood: days of the week are monday or monday-friday, holidays 12-31, days 2026-12-31, time zones Europe/Moscow.",
            $"«{wrong.Value}» не разобрать: дни недели — monday или monday-friday, праздники — 12-31, дни — 2026-12-31, часовые пояса — Europe/Moscow.")),
        .. calendar.Value.Twice().Select(day => new ScenarioProblem(
            $"calendars.{calendar.Key}.week", $"{day} has its hours twice: name each day once.", $"{day} указан дважды: назовите каждый день один раз.")),
    ]);
}
