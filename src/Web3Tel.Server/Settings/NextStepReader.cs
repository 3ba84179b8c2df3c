using System.Collections.Immutable;
using Web3Tel.Queues;

namespace Web3Tel.Server.Settings;

/// <summary>Reads where callers go who leave a queue: <c>queue:support</c>, <c>hangup</c>, <c>hangup:/sounds/sorry.wav</c>.</summary>
static class NextStepReader
{
    const string Fix = "Give queue:<name>, hangup, or hangup:<sound>, such as queue:support.";

    /// <returns>Null when the key is missing.</returns>
    public static NextStep? Read(SettingsReader section, string name)
    {
        var text = section.Text(name);
        if (text.Length == 0)
        {
            return null;
        }

        NextStep? step = text.Split(':', 2) switch
        {
            ["queue", { Length: > 0 } queue] => new NextStep.Queue(queue.Trim()),
            ["hangup"] => new NextStep.HangUp(),
            ["hangup", { Length: > 0 } message] => new NextStep.HangUp(message.Trim()),
            _ => null,
        };
        if (step is null)
        {
            section.Refuse(name, $"is \"{text}\".", Fix);
        }

        return step;
    }

    public static ImmutableArray<ExitKey> Keys(SettingsReader queue) => [.. queue.Sections("ExitKeys").Select(Key).OfType<ExitKey>()];

    static ExitKey? Key(SettingsReader section)
    {
        var key = section.Required("Key", "Give one of 0-9, * and #.");
        section.Required("To", Fix);
        var step = Read(section, "To");
        if (key.Length > 1)
        {
            section.Refuse("Key", $"is \"{key}\".", "Give one of 0-9, * and #.");
        }

        section.RefuseOthers();
        return key.Length == 1 && step is not null ? new ExitKey(key[0], step) : null;
    }
}
