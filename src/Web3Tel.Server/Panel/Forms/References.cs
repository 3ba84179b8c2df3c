using Web3Tel.Scenarios;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Web3Tel.Server.Panel.Workshop;

namespace Web3Tel.Server.Panel.Forms;

/// <summary>Where a queue or an operator is named, so that nothing is taken out that something leads to.</summary>
static class References
{
    /// <summary>Places in words, such as <c>Operators 1001: queues</c>.</summary>
    /// <param name="list">What it is one of.</param>
    /// <param name="name">Its name.</param>
    public static IReadOnlyList<string> To(ConfigurationDraft draft, IEnumerable<Scenario> scenarios, FormField list, string name, string language) => name.Length == 0
        ? []
        : [.. FormSection.Root.SelectMany(field => In(draft, field, field.Name, field.Label(language), list, name, language)), .. scenarios.SelectMany(scenario => In(scenario, list, name, language))];

    static IEnumerable<string> In(ConfigurationDraft draft, FormField field, string place, string told, FormField list, string name, string language) => field.Kind switch
    {
        FormFieldKind.List => draft.Entries(place).SelectMany(entry =>
            field.Inner.SelectMany(inner => In(draft, inner, $"{entry}:{inner.Name}", $"{told} {draft.Word($"{entry}:{field.Names.Name}")}: {inner.Label(language)}", list, name, language))),
        FormFieldKind.Group or FormFieldKind.Switch => field.Inner.SelectMany(inner => In(draft, inner, $"{place}:{inner.Name}", $"{told}: {inner.Label(language)}", list, name, language)),
        _ => Names(draft, field, place, list, name) ? [told] : [],
    };

    static bool Names(ConfigurationDraft draft, FormField field, string place, FormField list, string name) => (field.Kind, IsQueue(list)) switch
    {
        (FormFieldKind.Queue, true) => draft.Word(place) == name,
        (FormFieldKind.Queues, true) => draft.Texts(place).Contains(name),
        (FormFieldKind.Next, true) => draft.Word(place).Split(" else ", StringSplitOptions.TrimEntries).Contains($"queue:{name}"),
        (FormFieldKind.Mailbox, true) => draft.Word(place) == $"queue:{name}",
        (FormFieldKind.Mailbox, false) => draft.Word(place) == $"operator:{name}",
        _ => false,
    };

    static IEnumerable<string> In(Scenario scenario, FormField list, string name, string language)
    {
        var steps = JsonNode.Parse(ScenarioJson.Write(scenario))!["steps"]!.AsObject();
        return from step in steps
               let data = step.Value!.AsObject()
               from field in StepFields.Of[$"{data["do"]}"]
               where Names(data[field.Name], field.Kind, IsQueue(list), name)
               select $"{WorkshopWords.In(language).Scenarios} {scenario.Name}: {step.Key}, {StepWords.In(language).Field(field.Name)}";
    }

    static bool Names(JsonNode? value, StepFieldKind kind, bool isQueue, string name) => (kind, isQueue) switch
    {
        (StepFieldKind.Queue, true) or (StepFieldKind.Operator, false) => $"{value}" == name,
        (StepFieldKind.Operators, false) => value is JsonArray many && many.Any(one => $"{one}" == name),
        (StepFieldKind.Mailbox, true) => $"{value}" == $"queue:{name}",
        (StepFieldKind.Mailbox, false) => $"{value}" == $"operator:{name}",
        _ => false,
    };

    static bool IsQueue(FormField list) => list == QueueFields.All;
}
