using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Configurations;
using Web3Tel.Server.Panel;
using Web3Tel.Server.Panel.Forms;
using Web3Tel.Server.Panel.Workshop;
using Web3Tel.Server.Scenarios;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

public sealed class DifferenceWordsTests
{
    [Fact]
    public void What_a_configuration_has_otherwise_is_told_in_Russian_by_the_names_of_its_fields_and_in_English_by_its_keys()
    {
        var (before, after) = (
            Json("""{ "Queues": [{ "Name": "sales", "Strategy": "RingAll", "Record": true, "Announce": { "Position": "true" } }], "Operators": [{ "Id": "1001", "Pin": "a" }], "Greeting": "a.wav" }"""),
            Json("""{ "Queues": [{ "Name": "sales", "Strategy": "TopDown", "Record": false, "Results": [{ "Id": "x:]", "Name": "X" }] }], "Operators": [{ "Id": "1001", "Pin": "b" }], "Unheard": "of" }"""));
        var differences = Differences.Between(before, after);

        DifferenceWords.OfConfiguration(differences, Language.English).Should().Equal(
            "Greeting is gone; it was a.wav.",
            "Operators[1001]:Pin was changed.",
            "Queues[sales]:Announce:Position is gone; it was true.",
            "Queues[sales]:Record is now false; it was true.",
            "Queues[sales]:Results is now x:].",
            "Queues[sales]:Results[x:]]:Id is now x:].",
            "Queues[sales]:Results[x:]]:Name is now X.",
            "Queues[sales]:Strategy is now TopDown; it was RingAll.",
            "Unheard is now of.");
        DifferenceWords.OfConfiguration(differences, Language.Russian).Should().Equal(
            "Greeting (что сначала слышат звонящие на другие номера): больше нет; было a.wav.",
            "Operators[1001]:Pin (Операторы › PIN телефонного меню): изменено.",
            "Queues[sales]:Announce:Position (Очереди › Во время ожидания › называется место): больше нет; было да.",
            "Queues[sales]:Record (Очереди › записывается): теперь нет; было да.",
            "Queues[sales]:Results (Очереди › Результаты на выбор): теперь x:].",
            "Queues[sales]:Results[x:]]:Id (Очереди › Результаты на выбор › код): теперь x:].",
            "Queues[sales]:Results[x:]]:Name (Очереди › Результаты на выбор › название): теперь X.",
            "Queues[sales]:Strategy (Очереди › чья очередь): теперь TopDown; было RingAll.",
            "Unheard: теперь of.");
    }

    [Fact]
    public void What_a_scenario_has_otherwise_is_told_by_the_names_of_steps_and_fields()
    {
        const string Before = """{ "name": "main", "start": "menu", "steps": { "menu": { "do": "menu", "prompt": "a.wav", "keys": { "1": "sales" }, "otherwise": "sales" }, "sales": { "do": "queue", "queue": "sales" } } }""";
        const string After = """{ "name": "main", "language": "Russian", "start": "menu", "calendars": { "office": { "week": { "monday": [ "09:00-18:00" ] } } }, "steps": { "menu": { "do": "menu", "prompt": { "ru": "Здравствуйте" }, "keys": { "2": "sales" }, "otherwise": "sales" }, "sales": { "do": "voicemail" } } }""";

        DifferenceWords.OfScenario(ScenarioKeeper.Compare(Before, After), Language.Russian).Should().Contain([
            "calendars:office:week:monday (Календарь office › неделя › monday): теперь 09:00-18:00.",
            "language (язык): теперь Russian; было English.",
            "steps:menu:keys:1 (шаг menu › клавиша 1): больше нет; было sales.",
            "steps:menu:keys:2 (шаг menu › клавиша 2): теперь sales.",
            "steps:menu:prompt (шаг menu › подсказка): больше нет; было a.wav.",
            "steps:menu:prompt:ru (шаг menu › подсказка › слова по-русски): теперь Здравствуйте.",
            "steps:sales:do (шаг sales › что делает): теперь voicemail; было queue."]);
    }

    [Fact]
    public void Every_field_of_forms_and_steps_is_told_by_its_name()
    {
        Ways(FormSection.Root, []).Should().HaveCountGreaterThan(100).And.AllSatisfy(way =>
            DifferenceWords.OfConfiguration(new Difference("there", [.. way], null, "1", IsSecret: false), Language.Russian).Count(character => character == '›').Should().Be(way.Length - 1, string.Join(':', way)));
        StepFields.Of.SelectMany(kind => kind.Value).Select(field => field.Name).Distinct().Should().AllSatisfy(field =>
            DifferenceWords.OfScenario(new Difference("there", ["steps", "x", field, "1"], null, "1", IsSecret: false), Language.Russian).Replace("шаг x", "", StringComparison.Ordinal).Should().MatchRegex(@"› [^›]*[а-яё]", field));
    }

    static IEnumerable<string[]> Ways(IEnumerable<FormField> fields, string[] before) =>
        fields.SelectMany(field => (string[][])[[.. before, field.Name], .. Ways(field.Inner, [.. before, field.Name])]);

    static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
