using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Flows;
using Web3Tel.Server.Configurations;
using Web3Tel.Server.Panel.Forms;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Tests.Configurations;
using Xunit;

namespace Web3Tel.Server.Tests.Panel.Forms;

/// <summary>The description that draws the forms, held against the readers of the document.</summary>
public sealed partial class FormFieldsTests : ConfigurationTest
{
    const string Unknown = "Nonsense";

    [Fact]
    public void Every_key_that_can_be_set_has_its_field_and_there_is_no_field_besides() =>
        Sections().Prepend(("", ConfigurationDocument.Keys, FormSection.Root.Select(field => field.Name))).Should().NotBeEmpty().And.AllSatisfy(one => one.Fields.Should().BeEquivalentTo(one.Keys, one.Place));

    [Fact]
    public void Every_field_has_a_name_in_both_languages() => Fields(FormSection.All.SelectMany(page => page.Fields)).Should().AllSatisfy(field =>
    {
        field.English.Should().NotBeNullOrWhiteSpace(field.Name).And.NotMatchRegex("[а-яё]", field.Name);
        field.Russian.Should().NotBeNullOrWhiteSpace(field.Name);
        if (field.Name != "Pin")
        {
            field.Russian.Should().MatchRegex("[а-яё]", field.Name);
        }
    });

    IEnumerable<(string Place, IEnumerable<string> Keys, IEnumerable<string> Fields)> Sections() => FormSection.Root.SelectMany(field => Sections(field, []));

    /// <summary>What a reader says that it knows when it is given what it does not.</summary>
    IEnumerable<(string Place, IEnumerable<string> Keys, IEnumerable<string> Fields)> Sections(FormField field, (FormField Field, string Key)[] way)
    {
        if (field.Fields.IsEmpty)
        {
            yield break;
        }

        way = [.. way, (field, field.Name)];
        var place = "Web3Tel:" + string.Join(':', way.Select(one => one.Field.Kind == FormFieldKind.List ? $"{one.Key}:0" : one.Key)) + $":{Unknown}";
        var refused = Refused(Nested(way)).Should().ContainSingle(error => error.Key == place, place).Subject;
        yield return (place, Listed().Match(refused.Fix).Groups[1].Value.Split(", "), field.Inner.Select(inner => inner.Name));
        foreach (var inner in field.Inner.SelectMany(inner => Sections(inner, way)))
        {
            yield return inner;
        }
    }

    static JsonObject Nested((FormField Field, string Key)[] way)
    {
        JsonNode node = new JsonObject { [Unknown] = "1" };
        foreach (var (field, key) in way.Reverse())
        {
            node = new JsonObject { [key] = field.Kind == FormFieldKind.List ? new JsonArray(node) : node };
        }

        return (JsonObject)node;
    }

    ImmutableArray<SettingsError> Refused(JsonObject document)
    {
        try
        {
            ConfigurationDocument.Over(Service.Services.GetRequiredService<ServiceSettings>(), document, NamedSteps.None);
            return [];
        }
        catch (SettingsException e)
        {
            return e.Errors;
        }
    }

    static IEnumerable<FormField> Fields(IEnumerable<FormField> fields) => fields.SelectMany(field => Fields(field.Fields).Prepend(field));

    [GeneratedRegex("did you mean one of (.*)\\?")]
    private static partial Regex Listed();
}
