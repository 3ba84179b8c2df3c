using System.Collections.Immutable;
using System.Globalization;

namespace Web3Tel.Server.Panel.Forms;

/// <summary>A field of the configuration: what draws its form, and all that a form knows of it.</summary>
/// <param name="Name">Its key in the document; empty for a <see cref="FormFieldKind.Part"/>.</param>
/// <param name="English">What stands beside it.</param>
/// <param name="Russian">The same in Russian.</param>
public sealed record FormField(string Name, FormFieldKind Kind, string English, string Russian)
{
    /// <summary>What counts when it is left out, to be read; empty for nothing.</summary>
    public string Default { get; init; } = "";

    /// <summary>Whether an entry has to have it.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>Whether a copy of its entry has it no more: another one cannot have the same.</summary>
    public bool IsOwn { get; init; }

    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Of what has fields of its own.</summary>
    public ImmutableArray<FormField> Fields { get; init; } = [];

    /// <summary>Fields as they stand in the data: those of parts among the others.</summary>
    public IEnumerable<FormField> Inner => InData(Fields);

    /// <summary>Of a list: the field that its entries are known by.</summary>
    public FormField Names => Inner.First();

    public string Label(string language) => language == Language.Russian ? Russian : English;

    public FormField Needed() => this with { IsNeeded = true };

    public FormField Own() => this with { IsOwn = true };

    /// <summary>What counts when it is left out.</summary>
    public FormField Or(object? usual) => this with
    {
        Default = usual switch
        {
            TimeSpan time => time.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            null => "",
            _ => Convert.ToString(usual, CultureInfo.InvariantCulture) ?? "",
        },
    };

    /// <summary>Fields as they stand in the data.</summary>
    public static IEnumerable<FormField> InData(IEnumerable<FormField> fields) => fields.SelectMany(one => one.Kind == FormFieldKind.Part ? one.Inner : [one]);

    public static FormField Text(string name, string english, string russian) => new(name, FormFieldKind.Text, english, russian);

    public static FormField Number(string name, string english, string russian) => new(name, FormFieldKind.Number, english, russian);

    public static FormField Sound(string name, string english, string russian) => new(name, FormFieldKind.Sound, english, russian);

    public static FormField Next(string name, string english, string russian) => new(name, FormFieldKind.Next, english, russian);

    public static FormField Texts(string name, string english, string russian) => new(name, FormFieldKind.Texts, english, russian);

    /// <param name="usual">What counts when it is left out; null for what is set elsewhere.</param>
    public static FormField Flag(string name, string english, string russian, bool? usual) => new FormField(name, FormFieldKind.Flag, english, russian).Or(usual);

    /// <param name="usual">What counts when it is left out.</param>
    public static FormField Choice<T>(string name, string english, string russian, T usual)
        where T : struct, Enum => Choice<T>(name, english, russian).Or(usual);

    public static FormField Choice<T>(string name, string english, string russian)
        where T : struct, Enum => new(name, FormFieldKind.Choice, english, russian) { Choices = [.. Enum.GetNames<T>()] };

    public static FormField Part(string english, string russian, params ImmutableArray<FormField> fields) => new("", FormFieldKind.Part, english, russian) { Fields = fields };

    public static FormField Group(string name, string english, string russian, params ImmutableArray<FormField> fields) => new(name, FormFieldKind.Group, english, russian) { Fields = fields };

    public static FormField List(string name, string english, string russian, params ImmutableArray<FormField> fields) => new(name, FormFieldKind.List, english, russian) { Fields = fields };
}
