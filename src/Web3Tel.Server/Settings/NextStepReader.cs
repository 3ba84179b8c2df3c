using System.Collections.Immutable;
using Web3Tel.Queues;

namespace Web3Tel.Server.Settings;

/// <summary>
/// Reads where callers go who leave a queue: <c>queue:support</c>, <c>step:voicemail</c>, <c>number:+79161234567</c>, <c>hangup</c>,
/// <c>hangup:/sounds/sorry.wav</c>; after a number <c>else</c> and one of them again, for when it cannot be reached.
/// </summary>
static class NextStepReader
{
    const string Otherwise = " else ";

    static readonly (string, string) Fix = (
        "Give queue:<name>, step:<name>, number:<number>, hangup, or hangup:<sound>, such as queue:support; after a number also else and one of them.",
        "Задайте queue:<имя>, step:<имя>, number:<номер>, hangup или hangup:<звук>, например queue:support; после номера можно else и ещё одно из них.");

    static readonly (string, string) KeyFix = ("Give one of 0-9, * and #.", "Задайте одну из 0-9, * и #.");

    /// <returns>Null when the key is missing.</returns>
    public static NextStep? Read(SettingsReader section, string name)
    {
        var text = section.Text(name);
        if (text.Length == 0)
        {
            return null;
        }

        var step = Read(text);
        if (step is null)
        {
            section.RefuseValue(name, text, Fix);
        }

        return step;
    }

    /// <summary>Where only a named step may stand: its name, or null when the key is missing.</summary>
    public static string? Name(SettingsReader section, string name)
    {
        var step = Read(section, name);
        if (step is not (null or NextStep.Named))
        {
            section.Refuse(name, ("is no step.", "— не шаг."), ("Give step:<name>, such as step:survey, or leave it out.", "Задайте step:<имя>, например step:survey, или уберите."));
        }

        return (step as NextStep.Named)?.Name;
    }

    public static ImmutableArray<ExitKey> Keys(SettingsReader queue) => [.. queue.Sections("ExitKeys").Select(Key).OfType<ExitKey>()];

    static NextStep? Read(string text) => text.Split(Otherwise, 2, StringSplitOptions.TrimEntries) switch
    {
        [var first, var then] => Read(first) is NextStep.Number number && Read(then) is { } next ? number with { Otherwise = next } : null,
        [var one] => one.Split(':', 2, StringSplitOptions.TrimEntries) switch
        {
            ["queue", { Length: > 0 } queue] => new NextStep.Queue(queue),
            ["step", { Length: > 0 } step] => new NextStep.Named(step),
            ["number", { Length: > 0 } number] => new NextStep.Number(number),
            ["hangup"] => new NextStep.HangUp(),
            ["hangup", { Length: > 0 } message] => new NextStep.HangUp(message),
            _ => null,
        },
        _ => null,
    };

    static ExitKey? Key(SettingsReader section)
    {
        var key = section.Required("Key", KeyFix);
        section.Required("To", Fix);
        var step = Read(section, "To");
        if (key.Length > 1)
        {
            section.RefuseValue("Key", key, KeyFix);
        }

        section.RefuseOthers();
        return key.Length == 1 && step is not null ? new ExitKey(key[0], step) : null;
    }
}
