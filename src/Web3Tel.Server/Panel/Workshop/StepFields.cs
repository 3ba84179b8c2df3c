using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Web3Tel.Scenarios;
using Web3Tel.Skills;

namespace Web3Tel.Server.Panel.Workshop;

/// <summary>What each kind of step has to be filled in: read from the steps themselves, so that a new one has its form.</summary>
static class StepFields
{
    /// <summary>Kinds of steps by the name in the data, as they are declared.</summary>
    public static ImmutableArray<string> Kinds { get; } = [.. Declared.Select(one => $"{one.TypeDiscriminator}")];

    /// <summary>By the kind of step.</summary>
    public static ImmutableDictionary<string, ImmutableArray<StepField>> Of { get; } = Declared.ToImmutableDictionary(one => $"{one.TypeDiscriminator}", one => Read(one.DerivedType));

    static IEnumerable<JsonDerivedTypeAttribute> Declared => typeof(ScenarioStep).GetCustomAttributes<JsonDerivedTypeAttribute>();

    /// <summary>A new step of that kind, with what it must have: of lists the first.</summary>
    public static JsonObject Fresh(string kind, Func<StepFieldKind, string?> first)
    {
        var step = new JsonObject { ["do"] = kind };
        foreach (var field in Of[kind].Where(field => field.IsNeeded && field.Kind is not (StepFieldKind.Way or StepFieldKind.Keys)))
        {
            step[field.Name] = field.Kind switch
            {
                StepFieldKind.Prompt => new JsonObject(),
                StepFieldKind.Number => 0,
                StepFieldKind.Choice => field.Choices[0],
                _ => first(field.Kind) ?? "",
            };
        }

        return step;
    }

    static ImmutableArray<StepField> Read(Type type)
    {
        var usual = (ScenarioStep)Activator.CreateInstance(type)!;
        var ways = usual.Ways.Select(way => way.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
               where property.CanWrite && property.GetCustomAttribute<JsonIgnoreAttribute>() is null
               let name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name)
               let kind = ways.Contains(name) ? StepFieldKind.Way : KindOf(type, name, Bare(property))
               select new StepField(name, kind, property.GetCustomAttribute<RequiredMemberAttribute>() is not null, Told(property.GetValue(usual)), ChoicesOf(Bare(property))),
        ];
    }

    static Type Bare(PropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    static StepFieldKind KindOf(Type step, string name, Type type) =>
        type == typeof(TimeSpan) || type == typeof(int) ? StepFieldKind.Number
        : type == typeof(bool) ? StepFieldKind.Flag
        : type.IsEnum ? StepFieldKind.Choice
        : type == typeof(ScenarioPrompt) ? StepFieldKind.Prompt
        : type == typeof(SkillSet) ? StepFieldKind.Skills
        : type == typeof(ImmutableArray<string>) ? StepFieldKind.Operators
        : type != typeof(string) ? StepFieldKind.Keys
        : (step.Name, name) switch
        {
            (_, "queue") => StepFieldKind.Queue,
            (nameof(ScenarioStep.Operator), "operator") => StepFieldKind.Operator,
            (_, "mailbox") => StepFieldKind.Mailbox,
            (_, "calendar") => StepFieldKind.Calendar,
            (_, "list") => StepFieldKind.List,
            _ => StepFieldKind.Text,
        };

    static ImmutableArray<string> ChoicesOf(Type type) => type.IsEnum ? [.. Enum.GetNames(type)] : [];

    static string Told(object? value) => value switch
    {
        TimeSpan time => time.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        string or int or Enum => $"{value}",
        _ => "",
    };
}
