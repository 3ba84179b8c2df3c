using Web3Tel.Server.Configurations;
using Web3Tel.Server.Panel.Forms;
using Web3Tel.Server.Panel.Workshop;

namespace Web3Tel.Server.Panel;

/// <summary>
/// What versions have otherwise, in the reader's language. In Russian with what the place is called in the forms: its keys, which stand there in
/// both, are English.
/// </summary>
static class DifferenceWords
{
    const string Apart = " › ";

    static readonly Dictionary<string, string> OfCalendar = new(StringComparer.Ordinal)
    {
        ["timeZone"] = "часовой пояс",
        ["week"] = "неделя",
        ["holidays"] = "закрыто каждый год",
        ["days"] = "дни с особыми часами",
        ["byHand"] = "вручную",
    };

    public static IReadOnlyList<string> OfConfiguration(IEnumerable<Difference> differences, string language) => [.. differences.Select(one => OfConfiguration(one, language))];

    public static IReadOnlyList<string> OfScenario(IEnumerable<Difference> differences, string language) => [.. differences.Select(one => OfScenario(one, language))];

    public static string OfConfiguration(Difference difference, string language) => Told(difference, language, InForms);

    public static string OfScenario(Difference difference, string language) => Told(difference, language, InScenario);

    static string Told(Difference difference, string language, Func<ReadOnlySpan<string>, IEnumerable<string>> labels) =>
        difference.In(Language.Told(language), language == Language.Russian && string.Join(Apart, labels(difference.Keys.AsSpan())) is { Length: > 0 } label ? label : null);

    static List<string> InForms(ReadOnlySpan<string> keys)
    {
        var labels = new List<string>();
        var fields = FormSection.Root;
        foreach (var key in keys)
        {
            if (fields.FirstOrDefault(field => field.Name.Equals(key, StringComparison.OrdinalIgnoreCase)) is not { } found)
            {
                break;
            }

            labels.Add(found.Label(Language.Russian));
            fields = found.Inner;
        }

        return labels;
    }

    static IEnumerable<string> InScenario(ReadOnlySpan<string> keys) => keys switch
    {
        ["start"] => ["первый шаг"],
        ["language"] => [WorkshopWords.Russian.Language],
        ["operator"] => [WorkshopWords.Russian.OperatorStep],
        ["steps", var step, .. var rest] => [$"шаг {step}", .. OfStep(rest)],
        ["calendars", var calendar, .. var rest] => [$"{WorkshopWords.Russian.Calendar} {calendar}", .. rest is [var first, .. var after] ? [OfCalendar.GetValueOrDefault(first, first), .. after] : Array.Empty<string>()],
        _ => [],
    };

    static IEnumerable<string> OfStep(ReadOnlySpan<string> keys) => keys switch
    {
        [] => [],
        ["do", ..] => ["что делает"],
        ["keys", var key, ..] => [$"клавиша {key}"],
        [var field, .. var rest] => [StepWords.Russian.Field(field), .. rest.ToArray().Select(StepWords.Russian.Field)],
    };
}
