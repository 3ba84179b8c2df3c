using System.Globalization;
using System.Net;

namespace Web3Tel.Server.Settings;

/// <summary>
/// Reads one section: each value with its default and its limits. Errors are collected, not thrown; keys that nobody asked for are
/// errors too, since a misspelt setting would otherwise be ignored in silence.
/// </summary>
sealed class SettingsReader(IConfigurationSection section, List<SettingsError> errors)
{
    /// <summary>What to do where a number stands twice.</summary>
    public static readonly (string English, string Russian) Once = ("Name each number once.", "Указывайте каждый номер один раз.");

    readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);

    public string KeyOf(string name) => $"{section.Path}:{name}";

    /// <summary>Of what is read at the start only.</summary>
    public void Refuse(string name, string what, string fix) => errors.Add(new SettingsError(KeyOf(name), what, fix));

    /// <summary>Of the configuration: told in the language of who changes it.</summary>
    public void Refuse(string name, (string English, string Russian) what, (string English, string Russian) fix) =>
        errors.Add(new SettingsError(KeyOf(name), what.English, fix.English, what.Russian, fix.Russian));

    /// <summary>A value that will not do.</summary>
    public void RefuseValue(string name, string value, (string English, string Russian) fix) => Refuse(name, ($"is \"{value}\".", $"= «{value}»."), fix);

    /// <summary>One of several values that will not do.</summary>
    public void RefuseOne(string name, string value, (string English, string Russian) fix) => Refuse(name, ($"has \"{value}\".", $"содержит «{value}»."), fix);

    /// <summary>A text, trimmed; the default when it is missing or empty.</summary>
    public string Text(string name, string fallback = "") => Raw(name) ?? fallback;

    /// <summary>A text that must be there.</summary>
    public string Required(string name, string fix) => Required(name, (fix, fix));

    /// <inheritdoc cref="Required(string, string)"/>
    public string Required(string name, (string English, string Russian) fix)
    {
        var text = Raw(name);
        if (text is null)
        {
            Refuse(name, ("is missing.", "не указано."), fix);
        }

        return text ?? "";
    }

    public int Number(string name, int fallback, int least, int most)
    {
        var text = Raw(name);
        if (text is null)
        {
            return fallback;
        }

        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        RefuseValue(name, text, ($"Give a whole number from {least} to {most}, such as {fallback}.", $"Задайте целое число от {least} до {most}, например {fallback}."));
        return fallback;
    }

    /// <summary>Names with a whole number each, such as <c>{ "en": 3 }</c>.</summary>
    public IEnumerable<KeyValuePair<string, int>> Numbers(string name, int least, int most)
    {
        var reader = Section(name);
        return [.. section.GetSection(name).GetChildren().Select(child => KeyValuePair.Create(child.Key, reader.Number(child.Key, least, least, most)))];
    }

    public TimeSpan Seconds(string name, double fallback, double least, double most)
    {
        var text = Raw(name);
        if (text is null)
        {
            return TimeSpan.FromSeconds(fallback);
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds >= least && seconds <= most)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        RefuseValue(name, text, (
            string.Create(CultureInfo.InvariantCulture, $"Give seconds from {least} to {most}, such as {fallback}."),
            string.Create(CultureInfo.InvariantCulture, $"Задайте секунды от {least} до {most}, например {fallback}.")));
        return TimeSpan.FromSeconds(fallback);
    }

    public bool Flag(string name, bool fallback)
    {
        var text = Raw(name);
        if (text is null || bool.TryParse(text, out var flag))
        {
            return text is null ? fallback : bool.Parse(text);
        }

        RefuseValue(name, text, ("Give true or false.", "Задайте true или false."));
        return fallback;
    }

    /// <summary>Whether a section is wanted, which may be a mere <c>true</c> for all of its defaults.</summary>
    public bool Is(string name) => section.GetSection(name).Value is null || Flag(name, false);

    public T OneOf<T>(string name, T fallback)
        where T : struct, Enum
    {
        var text = Raw(name);
        if (text is null)
        {
            return fallback;
        }

        if (Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value))
        {
            return value;
        }

        RefuseValue(name, text, ($"Give one of {string.Join(", ", Enum.GetNames<T>())}.", $"Задайте одно из: {string.Join(", ", Enum.GetNames<T>())}."));
        return fallback;
    }

    public IPEndPoint EndPoint(string name, string fallback)
    {
        var text = Raw(name) ?? fallback;
        if (text.Contains(':', StringComparison.Ordinal) && IPEndPoint.TryParse(text, out var endPoint))
        {
            return endPoint;
        }

        Refuse(name, $"is \"{text}\".", $"Give an address and a port, such as {fallback}.");
        return IPEndPoint.Parse(fallback);
    }

    /// <summary>Texts: a list in JSON, <c>…__0</c>, <c>…__1</c> in the environment, or one value separated by commas.</summary>
    public string[] Texts(string name, params string[] fallback)
    {
        known.Add(name);
        var list = section.GetSection(name);
        var texts = list.Value?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            ?? [.. list.GetChildren().Select(child => child.Value?.Trim()).OfType<string>().Where(text => text.Length > 0)];
        return texts.Length == 0 ? fallback : texts;
    }

    /// <summary>The section of that name, which may be missing.</summary>
    public SettingsReader Section(string name)
    {
        known.Add(name);
        return new SettingsReader(section.GetSection(name), errors);
    }

    /// <summary>The sections of a list.</summary>
    public IEnumerable<SettingsReader> Sections(string name)
    {
        known.Add(name);
        return section.GetSection(name).GetChildren().Select(child => new SettingsReader(child, errors));
    }

    /// <summary>Whether it is set; a setting it is either way.</summary>
    public bool Has(string name)
    {
        known.Add(name);
        return section.GetSection(name).Exists();
    }

    /// <summary>These are settings, too, even when nobody needs them at present.</summary>
    public void Ignore(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            known.Add(name);
        }
    }

    /// <summary>Call when everything has been asked for.</summary>
    public void RefuseOthers()
    {
        foreach (var child in section.GetChildren().Where(child => !known.Contains(child.Key)))
        {
            var names = string.Join(", ", known.Order(StringComparer.Ordinal));
            Refuse(child.Key, ("is not a setting.", "— такой настройки нет."), ($"Remove it, or did you mean one of {names}?", $"Уберите её — или имелось в виду одно из: {names}?"));
        }
    }

    string? Raw(string name)
    {
        known.Add(name);
        return section[name]?.Trim() is { Length: > 0 } text ? text : null;
    }
}
