using System.Text.Json.Nodes;
using Web3Tel.Server.Configurations;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Panel.Forms;

/// <summary>A configuration on the table: what stands in it, what is wrong, and who takes changes.</summary>
public sealed class FormPage
{
    const string Root = "Web3Tel:";

    readonly IReadOnlyList<SettingsError> errors;

    /// <param name="edit">Takes what is changed, null for a change that stands alone, and the draft after it.</param>
    internal FormPage(
        ConfigurationDraft draft, IReadOnlyList<SettingsError> errors, FormChoices choices, ServiceSettings settings, string language, Func<string?, ConfigurationDraft, Task> edit)
    {
        this.errors = errors;
        (Draft, Choices, Settings, Language, Edit) = (draft, choices, settings, language, edit);
    }

    public ConfigurationDraft Draft { get; }

    public string Language { get; }

    public Func<string?, ConfigurationDraft, Task> Edit { get; }

    public FormWords Said => FormWords.In(Language);

    internal FormChoices Choices { get; }

    /// <summary>Those that are valid.</summary>
    internal ServiceSettings Settings { get; }

    /// <summary>What is wrong at a place, or in it.</summary>
    public IEnumerable<string> At(string place) => errors.Where(error => IsAt(error, place)).Select(Text);

    /// <summary>What is wrong with a list or section itself, not with anything in it.</summary>
    public IEnumerable<string> Of(string place) => errors.Where(error => error.Key.Equals(Root + place, StringComparison.OrdinalIgnoreCase)).Select(Text);

    public Task Set(string place, JsonNode? value, string? stays = null) => Edit(place, WithoutPassword(place, Draft.Set(place, value, stays)));

    static bool IsAt(SettingsError error, string place) => error.Key.Length > Root.Length && error.Key[Root.Length..] is var key
        && key.StartsWith(place, StringComparison.OrdinalIgnoreCase) && (key.Length == place.Length || key[place.Length] == ':');

    string Text(SettingsError error) => error.In(Panel.Language.Told(Language));

    /// <summary>The password of a telephone is kept with the number it registers by: it is of no use with another.</summary>
    static ConfigurationDraft WithoutPassword(string place, ConfigurationDraft draft) =>
        place.EndsWith(":Id", StringComparison.Ordinal) && $"{ConfigurationDraft.Before(place)}:PhonePassword" is var password && draft.Word(password) is not ("" or KeptPins.Mark)
            ? draft.Set(password, null)
            : draft;
}
