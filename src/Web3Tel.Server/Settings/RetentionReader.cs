using Web3Tel.Server.Recordings;

namespace Web3Tel.Server.Settings;

/// <summary>Reads how long recordings are kept.</summary>
static class RetentionReader
{
    const int Century = 36_500;

    public static IReadOnlyList<RetentionRule> Read(SettingsReader root)
    {
        var rules = new List<RetentionRule>();
        foreach (var item in root.Sections("KeepRecordings"))
        {
            var of = item.OneOf("Of", RetentionScope.Queue);
            var queue = of == RetentionScope.Queue ? item.Required("Queue", "Name a queue, such as sales, or give Of: NoQueue or Others.") : "";
            if (of != RetentionScope.Queue && item.Has("Queue"))
            {
                item.Refuse("Queue", $"is \"{item.Text("Queue")}\", and the rule is of {of}.", "Leave one of the two out.");
            }

            item.Required("Days", "Give whole days, such as 180, or leave the rule out to keep recordings for ever.");
            var rule = new RetentionRule(queue, item.Number("Days", Century, 1, Century), of);
            if (rules.Exists(other => other.Name == rule.Name) && rule.Name.Length > 0)
            {
                item.Refuse(of == RetentionScope.Queue ? "Queue" : "Of", $"is \"{(of == RetentionScope.Queue ? queue : of)}\", which has a rule already.", "Name each once.");
            }

            rules.Add(rule);
            item.RefuseOthers();
        }

        return rules;
    }
}
