using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Scenarios;
using Web3Tel.Server.Panel;
using Web3Tel.Server.Panel.Forms;
using Xunit;

namespace Web3Tel.Server.Tests.Panel.Forms;

public sealed class ConfigurationDraftTests
{
    const string Written = """
        {
          // Comments are not kept, all else is.
          "queues": [ { "name": "sales", "Numbers": "1000, 1001", "RingSeconds": "15", "Mine": { "a": [ 1 ] } } ],
          "Operators": { "first": { "Id": "1001", "Queues": [ "sales" ], "Pin": "(kept)", "PhonePassword": "(kept)", "Destination": "user/1001" }, "second": { "Id": "1002" } },
          "Other": true
        }
        """;

    static readonly ConfigurationDraft Draft = ConfigurationDraft.Read(Written)!;

    [Fact]
    public void What_a_form_does_not_know_stays_as_it_was_written()
    {
        var changed = Draft.Set("Queues:0:RingSeconds", 20).Set("Queues:0:Callback:Numbers:Shortest", 3);

        Same(changed, """
            {
              "queues": [ { "name": "sales", "Numbers": "1000, 1001", "RingSeconds": 20, "Mine": { "a": [ 1 ] }, "Callback": { "Numbers": { "Shortest": 3 } } } ],
              "Operators": { "first": { "Id": "1001", "Queues": [ "sales" ], "Pin": "(kept)", "PhonePassword": "(kept)", "Destination": "user/1001" }, "second": { "Id": "1002" } },
              "Other": true
            }
            """);
        Same(changed.Set("Queues:0:RingSeconds", "15").Set("Queues:0:Callback:Numbers:Shortest", null), Written);
        Draft.Texts("Queues:0:Numbers").Should().Equal("1000", "1001");
    }

    [Fact]
    public void A_section_that_is_wanted_with_all_its_defaults_stays_when_the_last_field_in_it_goes()
    {
        var on = Draft.Set("Queues:0:Callback", true);
        var filled = on.Set("Queues:0:Callback:Hours:Zone", "Europe/Moscow", stays: "Queues:0:Callback");
        filled.Word("Queues:0:Callback:Hours:Zone").Should().Be("Europe/Moscow");
        Same(filled.Set("Queues:0:Callback:Hours:Zone", null, stays: "Queues:0:Callback"), on.Text);
    }

    [Fact]
    public void A_copy_has_another_name_and_nothing_that_must_be_its_own()
    {
        var (copied, place) = Draft.Copy("Operators:first", OperatorFields.All);

        place.Should().Be("Operators:1");
        copied.Entries("Operators").Select(entry => copied.Word($"{entry}:Id")).Should().Equal("1001", "1003", "1002");
        JsonNode.DeepEquals(copied.Get(place), JsonNode.Parse("""{ "Id": "1003", "Queues": [ "sales" ] }""")).Should().BeTrue(copied.Text);
        copied.Up(place).Entries("Operators").Select(entry => copied.Up(place).Word($"{entry}:Id")).Should().Equal("1003", "1001", "1002");
        Same(copied.Remove(place).Remove("Operators:1").Remove("Operators:0"), """{ "queues": [ { "name": "sales", "Numbers": "1000, 1001", "RingSeconds": "15", "Mine": { "a": [ 1 ] } } ], "Other": true }""");
    }

    [Fact]
    public void Wherever_a_queue_or_an_operator_is_named_is_found()
    {
        var draft = ConfigurationDraft.Read("""
            {
              "Queues": [ { "Name": "sales" }, { "Name": "support", "OverflowTo": "sales", "WhenFull": "number:123 else queue:sales", "ExitKeys": [ { "Key": "1", "To": "queue:sales" } ] } ],
              "Operators": [ { "Id": "1001", "Queues": [ "sales", "support" ], "Tiers": [ { "Queue": "sales" } ] } ],
              "Voicemail": { "Keep": [ { "Mailbox": "operator:1001" } ] },
              "KeepRecordings": [ { "Queue": "sales", "Days": 5 } ]
            }
            """)!;
        var scenario = ScenarioJson.Read("""{ "name": "main", "start": "a", "steps": { "a": { "do": "queue", "queue": "sales" }, "b": { "do": "operator", "operator": "1001" } } }""").Scenario!;

        References.To(draft, [scenario], QueueFields.All, "sales", Language.English).Should().Equal(
            "Queues support: when it is full", "Queues support: otherwise on to the queue", "Queues support: Keys that lead out 1: leads to",
            "Operators 1001: queues", "Operators 1001: Order in the queues sales: queue", "How long recordings are kept sales: queue", "Scenarios main: a, queue");
        References.To(draft, [scenario], OperatorFields.All, "1001", Language.Russian).Should().Equal("Голосовые ящики: Хранятся иначе operator:1001: ящик", "Сценарии main: b, оператор");
        References.To(draft, [scenario], QueueFields.All, "support", Language.English).Should().Equal("Operators 1001: queues");
    }

    static void Same(ConfigurationDraft draft, string text) => JsonNode.DeepEquals(JsonNode.Parse(draft.Text), JsonNode.Parse(ConfigurationDraft.Read(text)!.Text)).Should().BeTrue(draft.Text);
}
