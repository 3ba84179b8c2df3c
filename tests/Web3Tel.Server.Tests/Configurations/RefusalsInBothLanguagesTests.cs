using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Flows;
using Web3Tel.Server.Configurations;
using Web3Tel.Server.Settings;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Server.Tests.Configurations;

/// <summary>Whatever is refused in a configuration is told in English and in Russian.</summary>
public sealed partial class RefusalsInBothLanguagesTests : ConfigurationTest
{
    [Theory]
    [InlineData("{ }")]
    [InlineData("""{ "Data": "x", "Nonsense": 1, "Queues": [ { "Name": "a b", "Strategy": "Loudest", "RingSeconds": "x", "MaxLength": 0, "Record": "perhaps", "Mine": 1 }, { } ] }""")]
    [InlineData("""{ "Queues": [ { "Name": "a", "Numbers": "1" }, { "Name": "A", "Numbers": "1", "OverflowTo": "gone", "WhenFull": "up", "WhenEmpty": "number:1", "AfterTalk": "queue:a" } ] }""")]
    [InlineData("""{ "Queues": [ { "Name": "a", "OverflowTo": "a", "ExitKeys": [ { "Key": "12", "To": "" }, { "To": "queue:b" } ], "Whisper": "two words", "Skills": { "a b": 0 } } ] }""")]
    [InlineData("""{ "Queues": [ { "Name": "a", "ResultRequired": true, "Results": [ { "Id": "x" }, { "Id": "x" } ], "Announce": { "Keys": true, "LeastGapSeconds": 0 }, "WhenFull": "step:gone", "WhenTooLong": "step:callback" } ] }""")]
    [InlineData("""{ "Queues": [ { "Name": "a", "ResultRequired": true, "WrapUpSeconds": 0, "Results": [ { "Id": "x" } ], "Label": "\u0007", "ExitKeys": [ { "Key": "x", "To": "hangup:a b" }, { "Key": "1", "To": "hangup" }, { "Key": "1", "To": "hangup" } ] } ] }""")]
    [InlineData("""{ "Queues": [ { "Name": "a", "Strategy": "RingAll", "Callback": { "Attempts": 0, "ShownNumber": "x", "Label": "\u0007", "Hours": { "Zone": "Nowhere", "Week": "never", "Closed": "never" }, "Numbers": { "Shortest": 9, "Longest": 2, "Allowed": "x" } } } ] }""")]
    [InlineData("""{ "Queues": [ { "Name": "a", "Callback": { "Hours": { } } } ], "LineOut": "nowhere" }""")]
    [InlineData("""{ "Queues": [ { "Name": "a" }, { "Name": "b", "WhenFull": "number:x y", "ExitKeys": [ { "Key": "1", "To": "queue:b" } ] } ], "Operators": [ { "Id": "1 2", "Queues": "gone, a, a", "Tiers": [ { "Queue": "b" }, { }, { "Queue": "b", "Level": 0 } ], "Pin": "1", "PhonePassword": "1", "OutgoingNumber": "x", "OutgoingAllowed": "x" }, { "Id": "1" }, { "Id": "1" } ] }""")]
    [InlineData("""{ "Queues": [ { "Name": "a" } ], "Operators": [ { "Id": "1", "Pin": "(kept)" } ], "Breaks": [ { "Id": "NoAnswer" }, { "Id": "noanswer" }, { "Id": "x" }, { "Id": "x" } ], "Outgoing": { "Number": "x", "MayShow": "x", "Allowed": "x" } }""")]
    [InlineData("""{ "Queues": [ { "Name": "a" } ], "Lines": [ { "Number": "1", "Scenario": "gone", "TimeZone": "Nowhere", "WhenBusy": "step:gone" }, { "Number": "1", "Channels": 1, "WhenBusy": "queue:gone" }, { "Number": "2", "Channels": 1, "WhenBusy": "number:3" }, { } ] }""")]
    [InlineData("""{ "Queues": [ { "Name": "a" } ], "Phone": { "Menu": "*9", "DoNotDisturb": "*9", "Disturb": "9", "PauseRecording": "7", "ResumeRecording": "*7" }, "Callers": { "Vip": [ { "Number": "x" }, { "Number": "1" }, { "Number": "1" } ], "Blocked": "x", "Lists": [ { "Name": "vip" } ] } }""")]
    [InlineData("""{ "Queues": [ { "Name": "a" } ], "Phone": { "PauseRecording": "*7", "ResumeRecording": "**7" }, "KeepRecordings": [ { "Days": 1 }, { "Queue": "a", "Of": "Others" }, { "Queue": "a", "Days": 1 }, { "Queue": "a", "Days": 1 } ], "Survey": { "Question": "a b", "Best": 1 } }""")]
    [InlineData("""{ "Queues": [ { "Name": "a" } ], "Voicemail": { "LeastSeconds": 50, "LongestSeconds": 5, "Lines": [ { "Number": "1" }, { "Number": "1" }, { "Mailbox": "queue:gone" } ], "Emails": [ { "Mailbox": "queue:a" }, { "Mailbox": "queue:a", "To": "nobody" } ], "Keep": [ { "Mailbox": "queue:a" }, { "Mailbox": "queue:a" } ], "Templates": { "English": { "Subject": "{x} }\n{" } } } }""")]
    public void Each_refusal_is_told_in_both_languages_with_the_same_values_in_it(string document)
    {
        var errors = Refused(document);
        errors.Should().NotBeEmpty().And.AllSatisfy(error =>
        {
            var (english, russian) = (error.In(Language.English), error.In(Language.Russian));
            russian.Should().MatchRegex("[а-яё]", english);
            english.Should().NotMatchRegex("[а-яё]");
            Numbers(russian).Should().Equal(Numbers(english), english);
        });
    }

    [Fact]
    public void What_is_no_JSON_is_told_in_both_languages() => ConfigurationDocument.Parse("{ ").Error!.In(Language.Russian).Should().Contain("не прочитать").And.Contain("appsettings.json");

    [Fact]
    public async Task The_API_tells_what_it_always_told()
    {
        var told = await Put(JsonNode.Parse("""{ "Queues": [ { "Name": "sales", "Strategy": "Loudest" } ] }""")!, await Version(), expected: System.Net.HttpStatusCode.BadRequest);
        told["errors"]!.AsArray().Single()!.ToJsonString().Should().StartWith("""{"key":"Web3Tel:Queues:0:Strategy","what":""").And.NotContain("ussian");
    }

    SettingsError[] Refused(string text)
    {
        var document = ConfigurationDocument.Parse(text).Document!;
        var pins = KeptPins.Restore(document, []);
        try
        {
            ConfigurationDocument.Over(Service.Services.GetRequiredService<ServiceSettings>(), document, NamedSteps.None);
            return [.. pins];
        }
        catch (SettingsException e)
        {
            return [.. pins, .. e.Errors];
        }
    }

    static IEnumerable<string> Numbers(string text) => Digits().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
