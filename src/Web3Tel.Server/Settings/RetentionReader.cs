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
            var queue = item.Required("Queue", "Name a queue, such as sales.");
            item.Required("Days", "Give whole days, such as 180, or leave the queue out to keep its recordings for ever.");
            var rule = new RetentionRule(queue, item.Number("Days", Century, 1, Century));
            if (rules.Exists(other => other.Queue == queue) && queue.Length > 0)
            {
                item.Refuse("Queue", $"is \"{queue}\", which has a rule already.", "Name each queue once.");
            }

            rules.Add(rule);
            item.RefuseOthers();
        }

        return rules;
    }
}
