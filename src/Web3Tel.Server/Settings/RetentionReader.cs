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
            var queue = of == RetentionScope.Queue ? item.Required("Queue", ("Name a queue, such as sales, or give Of: NoQueue or Others.", "Назовите очередь, например sales, или задайте Of: NoQueue или Others.")) : "";
            if (of != RetentionScope.Queue && item.Has("Queue"))
            {
                item.Refuse("Queue", ($"is \"{item.Text("Queue")}\", and the rule is of {of}.", $"= «{item.Text("Queue")}», а правило — {of}."), ("Leave one of the two out.", "Уберите что-то одно."));
            }

            item.Required("Days", ("Give whole days, such as 180, or leave the rule out to keep recordings for ever.", "Задайте целые дни, например 180, или уберите правило, чтобы хранить всегда."));
            var rule = new RetentionRule(queue, item.Number("Days", Century, 1, Century), of);
            if (rules.Exists(other => other.Name == rule.Name) && rule.Name.Length > 0)
            {
                var named = of == RetentionScope.Queue ? queue : $"{of}";
                item.Refuse(of == RetentionScope.Queue ? "Queue" : "Of", ($"is \"{named}\", which has a rule already.", $"= «{named}», и правило для этого уже есть."), ("Name each once.", "Называйте каждую один раз."));
            }

            rules.Add(rule);
            item.RefuseOthers();
        }

        return rules;
    }
}
