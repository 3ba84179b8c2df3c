using System.Collections.Immutable;

namespace Web3Tel.Scenarios;

/// <summary>Where the steps of a scenario lead: all of it from the steps' own ways.</summary>
static class ScenarioWays
{
    public static IEnumerable<ScenarioProblem> Problems(Scenario scenario, ImmutableHashSet<string> entries)
    {
        var roots = entries.Add(scenario.Start);
        var found = Reached(scenario, roots);
        var ends = Ending(scenario);
        var empty = Circles(scenario);
        return
        [
            .. Missing("start", scenario.Start, scenario),
            .. scenario.Operator is { } reception ? Missing("operator", reception, scenario) : [],
            .. entries.Order(StringComparer.Ordinal).SelectMany(entry => Missing($"steps.{entry}", entry, scenario)),
            .. from step in scenario.Steps
               from way in step.Value.Ways
               let path = $"steps.{step.Key}.{way.Name}"
               from problem in way.Step is { } next ? Missing(path, next, scenario)
                   : way.IsNeeded ? [new ScenarioProblem(path, "leads nowhere: name the step that follows.", "никуда не ведёт: укажите следующий шаг.")]
                   : Array.Empty<ScenarioProblem>()
               select problem,
            .. from step in scenario.Steps.Keys
               where !found.Contains(step)
               select new ScenarioProblem($"steps.{step}", "is never reached: lead to it, or remove it.", "недостижим: ведите к нему или уберите его."),
            .. from step in scenario.Steps.Keys
               where found.Contains(step) && !ends.Contains(step) && !empty.Contains(step)
               select new ScenarioProblem(
                   $"steps.{step}",
                   "has no way out for a caller who does nothing: it goes round for ever. Lead to a queue, a message or the end of the call.",
                   "не имеет выхода для того, кто ничего не делает: круг без конца. Ведите в очередь, к сообщению или к концу звонка."),
            .. from step in scenario.Steps.Keys
               where empty.Contains(step)
               select new ScenarioProblem(
                   $"steps.{step}",
                   "is part of a circle in which the caller hears nothing and is asked nothing: lead somewhere else.",
                   "входит в круг, в котором абонент ничего не слышит и его ни о чём не спрашивают: ведите в другое место."),
        ];
    }

    static ScenarioProblem[] Missing(string path, string step, Scenario scenario) => scenario.Steps.ContainsKey(step)
        ? []
        : [Unknown(path, step, scenario)];

    /// <summary>A slip of the pen is found sooner with the name that was meant.</summary>
    static ScenarioProblem Unknown(string path, string step, Scenario scenario)
    {
        var (english, russian) = scenario.Steps.Keys.FirstOrDefault(id => id.Equals(step, StringComparison.OrdinalIgnoreCase) || id.StartsWith(step, StringComparison.OrdinalIgnoreCase)) is { } meant
            ? ($"Did you mean \"{meant}\"?", $"Может быть, «{meant}»?")
            : ($"Steps are {string.Join(", ", scenario.Steps.Keys)}.", $"Есть {string.Join(", ", scenario.Steps.Keys)}.");
        return new ScenarioProblem(path, $"leads to \"{step}\", which is no step. {english}", $"ведёт к «{step}», такого шага нет. {russian}");
    }

    static HashSet<string> Reached(Scenario scenario, IEnumerable<string> roots)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(roots);
        while (open.TryPop(out var id))
        {
            if (scenario.Steps.TryGetValue(id, out var step) && found.Add(id))
            {
                foreach (var next in step.Ways.Select(way => way.Step).OfType<string>())
                {
                    open.Push(next);
                }

                if (step is ScenarioStep.Menu { OperatorKey.Length: > 0 } && scenario.Operator is { } reception)
                {
                    open.Push(reception);
                }
            }
        }

        return found;
    }

    /// <summary>Steps from which also a caller who does nothing comes to an end. What leads nowhere is told elsewhere, and counts as one.</summary>
    static HashSet<string> Ending(Scenario scenario)
    {
        var before = scenario.Steps
            .SelectMany(step => step.Value.Ways.Where(way => way is { Step: not null, WithoutCaller: true }), (step, way) => (From: step.Key, To: way.Step!))
            .ToLookup(way => way.To, way => way.From, StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(scenario.Steps.Where(step => IsEnd(scenario, step.Value)).Select(step => step.Key));
        while (open.TryPop(out var id))
        {
            if (found.Add(id))
            {
                foreach (var earlier in before[id])
                {
                    open.Push(earlier);
                }
            }
        }

        return found;
    }

    static bool IsEnd(Scenario scenario, ScenarioStep step) =>
        step.IsEnd || step.Ways.Any(way => way.Step is null ? way.IsNeeded : !scenario.Steps.ContainsKey(way.Step));

    /// <summary>Steps that lead back to themselves without taking any time.</summary>
    static HashSet<string> Circles(Scenario scenario) =>
    [
        .. scenario.Steps.Keys.Where(start =>
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>([start]);
            while (open.TryPop(out var id))
            {
                if (scenario.Steps.GetValueOrDefault(id) is { IsInstant: true } step)
                {
                    foreach (var next in step.Ways.Select(way => way.Step).OfType<string>())
                    {
                        if (next == start)
                        {
                            return true;
                        }

                        if (seen.Add(next))
                        {
                            open.Push(next);
                        }
                    }
                }
            }

            return false;
        }),
    ];
}
