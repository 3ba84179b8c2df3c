using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FluentAssertions;
using Web3Tel.Scenarios;
using Web3Tel.Server.Panel.Workshop;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

public sealed class ScenarioDraftTests
{
    const string Plain = """
        { "name": "main", "start": "hello", "operator": "wait",
          "steps": {
            "hello": { "do": "greeting", "prompt": "a.wav", "next": "menu" },
            "menu": { "do": "menu", "prompt": "b.wav", "keys": { "1": "wait", "2": "hello" }, "otherwise": "wait" },
            "wait": { "do": "queue", "queue": "sales" } } }
        """;

    static ScenarioDraft Draft => ScenarioDraft.Read(Plain)!;

    [Fact]
    public void A_step_is_put_on_a_way_and_what_was_there_follows_it()
    {
        var (draft, id) = Draft.Add("menu", "keys.1", Fresh("say"));
        id.Should().Be("say");
        Ways(draft).Should().Be("hello:next menu | menu:keys.1 say,keys.2 hello,otherwise wait | wait: | say:next wait");
        Ways(draft.Add(null, "start", Fresh("say")).Draft).Should().EndWith("| say2:next hello");
        draft.Add(null, "start", Fresh("say")).Draft.Start.Should().Be("say2");
        Ways(Draft.Add("menu", "keys.9", Fresh("hangup")).Draft).Should().Contain("keys.9 hangup");
    }

    [Fact]
    public void Whatever_led_to_a_step_that_is_taken_out_leads_to_what_followed_it()
    {
        Ways(Draft.Remove("hello")).Should().Be("menu:keys.1 wait,keys.2 menu,otherwise wait | wait:");
        Draft.Remove("hello").Start.Should().Be("menu");
        Ways(Draft.Remove("wait")).Should().Be("hello:next menu | menu:keys.2 hello");
        Draft.Remove("wait").Text.Should().NotContain("operator");
    }

    [Fact]
    public void A_name_changes_wherever_it_stands()
    {
        var draft = Draft.Rename("wait", "sales");
        Ways(draft).Should().Be("hello:next menu | menu:keys.1 sales,keys.2 hello,otherwise sales | sales:");
        JsonNode.Parse(draft.Text)!["operator"]!.ToString().Should().Be("sales");
        Draft.Rename("hello", "hi").Start.Should().Be("hi");
    }

    [Fact]
    public void Two_steps_that_follow_each_other_change_places()
    {
        var draft = Draft.Up("menu", "hello", "next")!;
        draft.Start.Should().Be("menu");
        Ways(draft).Should().Be("hello:next wait | menu:keys.1 wait,keys.2 hello,otherwise hello | wait:");
        Draft.Up("wait", "menu", "otherwise").Should().BeNull("nothing follows a queue without a way on");
    }

    [Fact]
    public void Another_kind_of_step_keeps_what_both_have()
    {
        var draft = Draft.Turn("hello", Fresh("play"));
        draft.Does("hello").Should().Be("play");
        draft.Get("hello", "prompt")!.ToString().Should().Be("a.wav");
        draft.Get("hello", "next")!.ToString().Should().Be("menu");
    }

    [Fact]
    public void What_is_edited_elsewhere_stays_as_it_was_written()
    {
        var before = JsonNode.Parse(Plain)!;
        var after = JsonNode.Parse(Draft.Set("wait", "patienceSeconds", 30).Text)!;
        after["steps"]!["wait"]!.AsObject().Remove("patienceSeconds").Should().BeTrue();
        JsonNode.DeepEquals(after, before).Should().BeTrue();
    }

    [Fact]
    public void Each_kind_of_step_can_be_added_and_read_again_and_has_its_words_in_both_languages()
    {
        StepFields.Kinds.Should().HaveCount(typeof(ScenarioStep).GetCustomAttributes<JsonDerivedTypeAttribute>().Count());
        foreach (var kind in StepFields.Kinds)
        {
            var (draft, id) = Draft.Add("hello", "next", Fresh(kind));
            ScenarioJson.Read(draft.Text).Problems.Should().BeEmpty(kind);
            draft.Does(id).Should().Be(kind);
            StepWords.Russian.Kind(kind).Should().MatchRegex("[а-яё]");
            StepFields.Of[kind].Should().AllSatisfy(field => StepWords.Russian.Field(field.Name).Should().MatchRegex("[а-яё]", $"{kind}.{field.Name}"));
        }

        ImmutableArray<string> ends = ["voicemail", "hangup"];
        StepFields.Kinds.Where(kind => StepFields.Of[kind].All(field => field.Kind is not StepFieldKind.Way)).Should().BeEquivalentTo(ends);
    }

    [Fact]
    public void Changes_of_one_thing_that_follow_each_other_are_taken_back_at_once()
    {
        var past = new TextHistory();
        past.Add("a", "0");
        past.Add("a", "1");
        past.Add(null, "2");
        past.Undo("3").Should().Be("2");
        past.Undo("2").Should().Be("0");
        past.CanUndo.Should().BeFalse();
        past.Redo("0").Should().Be("2");
        past.Add("a", "2");
        past.CanRedo.Should().BeFalse();
    }

    [Fact]
    public void Which_steps_changed_is_told_whatever_the_order_and_the_defaults_written_out()
    {
        StepChanges.Between(Plain, Plain.Replace("\"queue\": \"sales\"", "\"queue\": \"sales\", \"keys\": {}", StringComparison.Ordinal)).IsEmpty.Should().BeTrue();
        var changes = StepChanges.Between(Plain, Draft.Remove("hello").Add("menu", "keys.1", Fresh("say")).Draft.Text);
        changes.Should().BeEquivalentTo(new StepChanges(["say"], ["menu"], ["hello"]));
    }

    static JsonObject Fresh(string kind) => StepFields.Fresh(kind, _ => null);

    static string Ways(ScenarioDraft draft) => string.Join(" | ", draft.Steps.Select(step => $"{step}:{string.Join(',', draft.Ways(step).Select(way => $"{way.Way} {way.To}"))}"));
}
