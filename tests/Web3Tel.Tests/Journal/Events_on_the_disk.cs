using System.Text.Json;
using FluentAssertions;
using Web3Tel.Distribution;
using Web3Tel.Journal;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Journal;

public sealed class Events_on_the_disk
{
    public static TheoryData<Type> Events => Closed_sets.Events;

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_is_read_as_it_was_written(Type type)
    {
        var entry = new JournalEntry(7, JournalEntry.CurrentVersion, (Event)Closed_sets.Sample.Of(type));
        var json = JsonSerializer.Serialize(entry, JournalJson.Default.JournalEntry);
        var read = JsonSerializer.Deserialize(json, JournalJson.Default.JournalEntry)!;
        read.Event.Should().BeOfType(type);
        read.Should().BeEquivalentTo(entry, options => options.RespectingRuntimeTypes().ComparingByMembers<Event>());
    }

    [Fact]
    public void An_event_is_short_and_can_be_read_by_people()
    {
        var entry = new JournalEntry(7, 1, new Event.OfferAnswered(Desk.Opening, 3));
        JsonSerializer.Serialize(entry, JournalJson.Default.JournalEntry).Should().Be(
            """{"number":7,"version":1,"event":{"$type":"offerAnswered","offer":3,"at":"2026-11-24T10:00:00+00:00"}}""");
    }

    [Fact]
    public void A_call_that_is_not_one_is_refused()
    {
        var read = () => JsonSerializer.Deserialize(
            """{"number":7,"version":1,"event":{"$type":"unbridged","call":"no slash","at":"2026-11-24T10:00:00+00:00"}}""",
            JournalJson.Default.JournalEntry);
        read.Should().Throw<JsonException>().WithMessage("*'no slash' is not a call*");
    }
}
