using Web3Tel.Scenarios;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Scenarios;

/// <summary>
/// Every version of every scenario that callers have gone through, a file each: so that a call that comes back after a restart goes on in the
/// version it began with. The service numbers the versions: whoever changes a file need not think of it.
/// </summary>
sealed class ScenarioArchive(string folder, ILogger logger)
{
    /// <summary>The scenarios, with the versions they have or now get, and all earlier versions.</summary>
    public ScenarioShelf Open(IEnumerable<Scenario> scenarios)
    {
        var shelf = new ScenarioShelf();
        var kept = Kept().ToLookup(scenario => scenario.Name, StringComparer.Ordinal);
        foreach (var earlier in kept.SelectMany(same => same))
        {
            shelf.Keep(earlier);
        }

        foreach (var scenario in scenarios)
        {
            var newest = kept[scenario.Name].MaxBy(earlier => earlier.Version);
            if (newest is not null && ScenarioJson.Write(newest) == ScenarioJson.Write(scenario with { Version = newest.Version }))
            {
                shelf.Publish(newest);
                continue;
            }

            var next = scenario with { Version = Math.Max(scenario.Version, (newest?.Version ?? 0) + 1) };
            Keep(next);
            shelf.Publish(next);
        }

        return shelf;
    }

    IEnumerable<Scenario> Kept()
    {
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (Read(file) is { } scenario)
            {
                yield return scenario;
            }
        }
    }

    Scenario? Read(string file)
    {
        try
        {
            if (ScenarioJson.Read(File.ReadAllText(file)).Scenario is { } scenario && Path.GetFileName(file) == NameOf(scenario))
            {
                return scenario;
            }

            Log.ScenarioNotRead(logger, file, null);
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
            Log.ScenarioNotRead(logger, file, e);
        }

        return null;
    }

    /// <summary>Whole or not at all. A disk that takes nothing keeps no call waiting: after a restart its version may not be there.</summary>
    void Keep(Scenario scenario)
    {
        var file = Path.Combine(folder, NameOf(scenario));
        try
        {
            Directory.CreateDirectory(folder);
            var draft = file + ".new";
            File.WriteAllText(draft, ScenarioJson.Write(scenario));
            File.Move(draft, file, overwrite: true);
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
            Log.ScenarioNotKept(logger, file, e);
        }
    }

    static string NameOf(Scenario scenario) => FormattableString.Invariant($"{scenario.Name}@{scenario.Version}.json");
}
