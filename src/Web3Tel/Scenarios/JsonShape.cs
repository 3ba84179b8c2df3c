using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Web3Tel.Hours;
using Web3Tel.Skills;

namespace Web3Tel.Scenarios;

/// <summary>
/// Whether JSON has the form of a type, asked of the very description by which it is then read: all that is wrong at once, while reading itself
/// stops at the first mistake and passes over names it does not know.
/// </summary>
static class JsonShape
{
    public static ImmutableArray<ScenarioProblem> Problems(JsonElement element, JsonTypeInfo type)
    {
        var found = ImmutableArray.CreateBuilder<ScenarioProblem>();
        Look(element, type, "", found);
        return found.ToImmutable();
    }

    static void Look(JsonElement element, JsonTypeInfo type, string path, ImmutableArray<ScenarioProblem>.Builder found)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when element.ValueKind != JsonValueKind.Object:
            case JsonTypeInfoKind.Dictionary when element.ValueKind != JsonValueKind.Object:
                found.Add(Wrong(path, element, "an object, { … }", "объект, { … }"));
                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind != JsonValueKind.Array:
                found.Add(Wrong(path, element, "a list, [ … ]", "список, [ … ]"));
                break;
            case JsonTypeInfoKind.Object when type.PolymorphismOptions is { } kinds:
                LookAtKind(element, type, kinds, path, found);
                break;
            case JsonTypeInfoKind.Object:
                LookAtProperties(element, type, except: null, path, found);
                break;
            case JsonTypeInfoKind.Dictionary:
                Twice(element, path, found);
                foreach (var item in element.EnumerateObject())
                {
                    Look(item.Value, Of(type.ElementType!, type), Join(path, item.Name), found);
                }

                break;
            case JsonTypeInfoKind.Enumerable:
                foreach (var (i, item) in element.EnumerateArray().Index())
                {
                    Look(item, Of(type.ElementType!, type), $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]", found);
                }

                break;
            case JsonTypeInfoKind.None:
                LookAtValue(element, type, path, found);
                break;
        }
    }

    static void LookAtKind(JsonElement element, JsonTypeInfo type, JsonPolymorphismOptions kinds, string path, ImmutableArray<ScenarioProblem>.Builder found)
    {
        var name = kinds.TypeDiscriminatorPropertyName;
        var known = string.Join(", ", kinds.DerivedTypes.Select(kind => kind.TypeDiscriminator));
        if (!element.TryGetProperty(name, out var said) || said.ValueKind != JsonValueKind.String)
        {
            found.Add(new ScenarioProblem(Join(path, name), $"is missing: give one of {known}.", $"не указано: одно из {known}."));
        }
        else if (kinds.DerivedTypes.Where(kind => kind.TypeDiscriminator as string == said.GetString()).Select(kind => kind.DerivedType).FirstOrDefault() is { } derived)
        {
            LookAtProperties(element, Of(derived, type), name, path, found);
        }
        else
        {
            found.Add(new ScenarioProblem(Join(path, name), $"is \"{said.GetString()}\": give one of {known}.", $"«{said.GetString()}» нет: одно из {known}."));
        }
    }

    /// <param name="except">A name that is no property.</param>
    static void LookAtProperties(JsonElement element, JsonTypeInfo type, string? except, string path, ImmutableArray<ScenarioProblem>.Builder found)
    {
        Twice(element, path, found);
        var properties = type.Properties.Where(property => property.Set is not null).ToDictionary(property => property.Name, StringComparer.Ordinal);
        foreach (var item in element.EnumerateObject().Where(item => item.Name != except))
        {
            if (!properties.TryGetValue(item.Name, out var property))
            {
                var known = string.Join(", ", properties.Keys);
                found.Add(new ScenarioProblem(Join(path, item.Name), $"is unknown. Known are {known}.", $"неизвестно. Есть {known}."));
            }
            else if (item.Value.ValueKind != JsonValueKind.Null || !property.IsSetNullable)
            {
                Look(item.Value, Of(property.PropertyType, type), Join(path, item.Name), found);
            }
        }

        foreach (var missing in properties.Values.Where(property => property.IsRequired && !element.TryGetProperty(property.Name, out _)))
        {
            found.Add(new ScenarioProblem(Join(path, missing.Name), "is missing.", "не указано."));
        }
    }

    static void LookAtValue(JsonElement element, JsonTypeInfo type, string path, ImmutableArray<ScenarioProblem>.Builder found)
    {
        try
        {
            if (element.Deserialize(type) is not null)
            {
                return;
            }

            found.Add(Wrong(path, element, "something", "значение"));
        }
        catch (JsonException e)
        {
            var value = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
            var (english, russian) = value switch
            {
                _ when value == typeof(string) => ("a text, \"…\"", "текст, \"…\""),
                _ when value == typeof(int) => ("a whole number", "целое число"),
                _ when value == typeof(bool) => ("true or false", "true или false"),
                { IsEnum: true } => ($"one of {string.Join(", ", Enum.GetNames(value))}", $"одно из {string.Join(", ", Enum.GetNames(value))}"),
                _ when value == typeof(DateTimeOffset) => ("a time, such as \"2026-12-31T18:00:00+03:00\"", "время, например \"2026-12-31T18:00:00+03:00\""),
                _ when value == typeof(TimeSpan) => ("seconds, at most 86400, such as 5", "секунды, не больше 86400, например 5"),
                _ when value == typeof(Period) => ("hours from and to, such as \"09:00-18:00\"", "часы от и до, например \"09:00-18:00\""),
                _ when value == typeof(ScenarioPrompt) =>
                    ("a sound, such as \"hello.wav\", or { \"sound\": …, \"en\": …, \"ru\": … }", "звук, например \"hello.wav\", или { \"sound\": …, \"en\": …, \"ru\": … }"),
                _ when value == typeof(SkillSet) => ("skills with their levels, such as { \"en\": 2 }", "навыки с их уровнями, например { \"en\": 2 }"),
                _ => ("", ""),
            };
            found.Add(english.Length > 0 ? Wrong(path, element, english, russian) : new ScenarioProblem(path, $"is {Shown(element)}: {e.Message}", $"здесь {Shown(element)}: {e.Message}"));
        }
        catch (InvalidOperationException)
        {
            found.Add(Wrong(path, element, "something else", "другое"));
        }
    }

    static void Twice(JsonElement element, string path, ImmutableArray<ScenarioProblem>.Builder found)
    {
        foreach (var name in element.EnumerateObject().GroupBy(item => item.Name, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key))
        {
            found.Add(new ScenarioProblem(Join(path, name), "stands there twice: give it one meaning.", "указано дважды: оставьте одно значение."));
        }
    }

    static ScenarioProblem Wrong(string path, JsonElement element, string english, string russian) =>
        new(path, $"is {Shown(element)}: give {english}.", $"здесь {Shown(element)}, а нужно: {russian}.");

    static string Shown(JsonElement element) => element.GetRawText() is var text && text.Length > 40 ? $"{text[..40]}…" : text;

    static JsonTypeInfo Of(Type type, JsonTypeInfo beside) => beside.Options.GetTypeInfo(type);

    static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
