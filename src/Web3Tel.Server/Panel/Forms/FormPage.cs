using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Panel.Forms;

/// <summary>A configuration on the table: what stands in it, what is wrong, and who takes changes.</summary>
/// <param name="Edit">Takes what is changed, null for a change that stands alone, and the draft after it.</param>
sealed record FormPage(
    ConfigurationDraft Draft, IReadOnlyList<SettingsError> Errors, FormChoices Choices, ServiceSettings Settings, string Language, Func<string?, ConfigurationDraft, Task> Edit)
{
    const string Root = "Web3Tel:";

    public FormWords Said => FormWords.In(Language);

    /// <summary>What is wrong at a place, or in it.</summary>
    public IEnumerable<SettingsError> At(string place) => Errors.Where(error =>
        error.Key.Length > Root.Length && error.Key.AsSpan(Root.Length) is var key && key.StartsWith(place, StringComparison.OrdinalIgnoreCase) && (key.Length == place.Length || key[place.Length] == ':'));

    /// <summary>What is wrong with a list or section itself, not with anything in it.</summary>
    public IEnumerable<string> Of(string place) => Errors.Where(error => error.Key.Equals(Root + place, StringComparison.OrdinalIgnoreCase)).Select(Text);

    public string Text(SettingsError error) => $"{error.What} {error.Fix}";

    public Task Set(string place, JsonNode? value, string? stays = null) => Edit(place, WithoutPassword(place, Draft.Set(place, value, stays)));

    /// <summary>The password of a telephone is kept with the number it registers by: it is of no use with another.</summary>
    ConfigurationDraft WithoutPassword(string place, ConfigurationDraft draft) =>
        place.EndsWith(":Id", StringComparison.Ordinal) && $"{ConfigurationDraft.Before(place)}:PhonePassword" is var password && draft.Word(password) is not ("" or Configurations.KeptPins.Mark)
            ? draft.Set(password, null)
            : draft;
}
