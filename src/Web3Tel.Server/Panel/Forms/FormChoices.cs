using System.Collections.Immutable;
using Web3Tel.Server.Prompts;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Panel.Forms;

/// <summary>What can be chosen in a field: queues and operators of the draft itself, the rest as the call center is.</summary>
sealed record FormChoices(ImmutableArray<string> Prompts, ImmutableArray<string> Scenarios, ImmutableArray<string> Calendars, ImmutableArray<string> Steps)
{
    static readonly ImmutableArray<string> Zones = [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Order(StringComparer.Ordinal)];

    public static FormChoices Of(ServiceSettings settings, PromptStore prompts) => new(
        [.. prompts.All.Select(prompt => $"prompt:{prompt.Name}")],
        [.. settings.Scenarios.Select(scenario => scenario.Name).Order(StringComparer.Ordinal)],
        [.. settings.Scenarios.SelectMany(scenario => scenario.Calendars.Keys).Distinct().Order(StringComparer.Ordinal)],
        [.. settings.CallCenter.Steps.Select(step => $"step:{step}")]);

    public IEnumerable<string> For(FormField field, ConfigurationDraft draft) => field.Kind switch
    {
        FormFieldKind.Choice => field.Choices,
        FormFieldKind.Queue or FormFieldKind.Queues => Names(draft, QueueFields.All),
        FormFieldKind.Mailbox => [.. Names(draft, QueueFields.All).Select(queue => $"queue:{queue}"), .. Names(draft, OperatorFields.All).Select(id => $"operator:{id}")],
        FormFieldKind.Scenario => Scenarios,
        FormFieldKind.Calendar => Calendars,
        FormFieldKind.TimeZone => Zones,
        FormFieldKind.Sound => Prompts,
        FormFieldKind.Next => [.. Names(draft, QueueFields.All).Select(queue => $"queue:{queue}"), .. Steps, "hangup"],
        _ => [],
    };

    static IEnumerable<string> Names(ConfigurationDraft draft, FormField list) => draft.Entries(list.Name).Select(entry => draft.Word($"{entry}:{list.Names.Name}")).Where(name => name.Length > 0);
}
