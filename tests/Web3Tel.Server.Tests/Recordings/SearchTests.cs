using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Callers;
using Web3Tel.History;
using Web3Tel.Server.Recordings;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Recordings;

public sealed class SearchTests : IAsyncLifetime
{
    static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    readonly TempFolder folder = new();
    RecordingStore store = null!;

    public ValueTask InitializeAsync()
    {
        store = RecordingStore.Open(new StorageOptions(folder.Path, TimeProvider.System), NullLogger.Instance);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_newest_come_first_with_the_total_and_pages_have_no_gap_while_others_come()
    {
        // In the order in which the calls ended, which is not the order in which the conversations began.
        await Put([.. Enumerable.Range(0, 300).Select(n => Recorded.Of($"{n}", Recorded.Noon.AddMinutes(n % 2 == 0 ? n : n - 30)))]);
        var seen = new List<Recording>();
        string? last = null;
        RecordingPage page;
        do
        {
            page = (await store.Search(Recorded.Anything with { Until = Recorded.Noon.AddDays(1) }, last, 70))!;
            page.Total.Should().Be(300 + (last is null ? 0 : 1));
            page.Newer.Should().Be(seen.Count + (last is null ? 0 : 1));
            seen.AddRange(page.Recordings);
            last = page.Recordings[^1].Id;
            await Put(Recorded.Of("late", Recorded.Noon.AddHours(20)), Recorded.Of("other", Recorded.Noon.AddDays(2)));
        }
        while (page.HasMore);

        seen.Select(recording => recording.Start).Should().BeInDescendingOrder();
        seen.Select(recording => recording.Id).Should().BeEquivalentTo(Enumerable.Range(0, 300).Select(n => $"{n}"));
        (await store.Search(Recorded.Anything, "nobody", 10)).Should().BeNull();
    }

    [Fact]
    public async Task Conversations_that_began_in_the_same_moment_are_all_on_some_page()
    {
        await Put([.. Enumerable.Range(0, 25).Select(n => Recorded.Of($"{n}"))]);
        var seen = new List<string>();
        while (await store.Search(Recorded.Anything, seen.LastOrDefault(), 4) is { Recordings.Count: > 0 } page)
        {
            seen.AddRange(page.Recordings.Select(recording => recording.Id));
        }

        seen.Should().OnlyHaveUniqueItems().And.HaveCount(25);
    }

    [Fact]
    public async Task A_conversation_is_found_by_each_operator_who_talked()
    {
        var call = EndedCall.Of("a", Recorded.Noon) with
        {
            Recording = "2026/11/24/a.wav",
            Answered = Recorded.Noon.AddSeconds(-5),
            TalkedSeconds = 5,
            Agent = "1002",
            Journey =
            [
                new JourneyStep(Recorded.Noon, JourneyEvent.Offered, "1003"),
                new JourneyStep(Recorded.Noon, JourneyEvent.Connected, "1001"),
                new JourneyStep(Recorded.Noon, JourneyEvent.Connected, Detail: "+7 495"),
                new JourneyStep(Recorded.Noon, JourneyEvent.Connected, "1002"),
                new JourneyStep(Recorded.Noon, JourneyEvent.Connected, "1001"),
            ],
        };
        store.Put(call);
        store.Put(EndedCall.Of("not recorded", Recorded.Noon));
        await store.Flush();

        (await Ids(Recorded.Anything with { Operator = id => id == "1001" })).Should().Equal("a");
        (await Ids(Recorded.Anything with { Operator = id => id == "1002" })).Should().Equal("a");
        (await Ids(Recorded.Anything with { Operator = id => id == "1003" })).Should().BeEmpty();
        (await store.Find("a"))!.Operators.Should().Equal("1001", "1002");
        (await Ids(Recorded.Anything)).Should().Equal("a");
    }

    [Fact]
    public async Task A_number_outside_that_a_caller_was_put_through_to_is_found_and_it_is_that_conversation_that_counts()
    {
        store.Put(EndedCall.Of("a", Recorded.Noon) with
        {
            Recording = "2026/11/24/a.wav",
            Arrived = Recorded.Noon.AddMinutes(-3),
            Outside = new OutsideTalk("+7 (495) 777-00-11", Recorded.Noon.AddSeconds(-70), Recorded.Noon.AddSeconds(-10), "2026/11/24/a.wav"),
        });
        await store.Flush();

        (await Ids(Recorded.Anything with { Number = "7770011" })).Should().Equal("a");
        (await Ids(Recorded.Anything with { To = "7770011" })).Should().Equal("a");
        (await Ids(Recorded.Anything with { From = "7770011" })).Should().BeEmpty();
        (await store.Find("a"))!.Should().BeEquivalentTo(new { Outside = "+7 (495) 777-00-11", Start = Recorded.Noon.AddSeconds(-70), Seconds = 60d });
    }

    [Fact]
    public async Task The_rest_of_an_outgoing_call_is_from_us_to_who_was_called()
    {
        store.Put(EndedCall.Of("a", Recorded.Noon) with { Recording = "2026/11/24/a.wav", Direction = CallDirection.Outgoing, Number = "+79160000001", Dialled = "+74950000000" });
        await store.Flush();

        (await store.Find("a"))!.Should().BeEquivalentTo(new { From = "+74950000000", To = "+79160000001", Line = "+74950000000" });
    }

    [Theory]
    [InlineData("+7 (916) 123-45-67", null, null, "a")]
    [InlineData("12-34", null, null, "a")]
    [InlineData("500", null, null, "a b")]
    [InlineData(null, "495", null, "b")]
    [InlineData(null, null, "495", "a")]
    [InlineData("7500", null, null, "")]
    [InlineData("0", "916", "500", "a")]
    public async Task A_part_of_a_number_finds_it_in_any_formatting(string? number, string? from, string? to, string found)
    {
        await Put(
            Recorded.Of("a", Recorded.Noon, from: "+7 916 123-45-67") with { To = "8-495-500" },
            Recorded.Of("b", Recorded.Noon.AddMinutes(-1), from: "84955000") with { To = "1000" },
            Recorded.Of("c", Recorded.Noon.AddMinutes(-2), from: "") with { To = "" },
            Recorded.Of("d", Recorded.Noon.AddMinutes(-3), from: "anonymous") with { To = "reception" });

        var query = Recorded.Anything with { Number = Digits(number), From = Digits(from), To = Digits(to) };

        (await Ids(query)).Should().Equal(found.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        static string? Digits(string? text) => text is null ? null : CallerLists.Digits(text);
    }

    [Theory]
    [InlineData("09:00", "18:00", "winter summer")]
    [InlineData("10:00", "10:01", "summer")]
    [InlineData("09:00", "09:01", "winter")]
    [InlineData("22:00", "02:00", "night")]
    [InlineData("22:00", null, "night")]
    [InlineData(null, "09:00", "")]
    public async Task The_time_of_day_is_that_of_the_zone_in_summer_and_in_winter(string? from, string? to, string found)
    {
        await Put(
            Recorded.Of("winter", new DateTimeOffset(2026, 1, 15, 8, 0, 0, TimeSpan.Zero)),
            Recorded.Of("summer", new DateTimeOffset(2026, 7, 15, 8, 0, 0, TimeSpan.Zero)),
            Recorded.Of("night", new DateTimeOffset(2026, 7, 15, 21, 30, 0, TimeSpan.Zero)));

        (await Ids(new RecordingQuery { Zone = Berlin, DayFrom = Time(from), DayTo = Time(to) })).Should().BeEquivalentTo(found.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        static TimeOnly? Time(string? text) => text is null ? null : TimeOnly.Parse(text, null);
    }

    [Fact]
    public async Task Every_search_finds_what_looking_at_each_recording_finds()
    {
        var chance = new Random(11);
        var all = Enumerable.Range(0, 3_000).Select(n => Any(chance, n)).ToArray();
        await Put(all);
        for (var n = 0; n < 300; n++)
        {
            var query = AnyQuery(chance);
            var expected = all.Where(recording => Wanted(recording, query)).Select(recording => recording.Id).Order(StringComparer.Ordinal).ToArray();

            var page = (await store.Search(query, null, 5_000))!;

            page.Recordings.Select(recording => recording.Id).Order(StringComparer.Ordinal).Should().Equal(expected);
            page.Recordings.Select(recording => recording.Start).Should().BeInDescendingOrder();
            page.Total.Should().Be(expected.Length);
        }
    }

    static Recording Any(Random chance, int n) => Recorded.Of(
        $"{n}",
        new DateTimeOffset(2026, 10, 20, 0, 0, 0, TimeSpan.Zero).AddSeconds((n * 400) + chance.Next(20_000)),
        from: $"+7 9{chance.Next(100):D2} {chance.Next(1_000):D3}",
        queue: chance.Next(2) == 0 ? "sales" : "support",
        operators: [.. Enumerable.Range(1001, 5).Where(_ => chance.Next(3) == 0).Select(id => $"{id}").DefaultIfEmpty("1009")]) with
    {
        To = $"{chance.Next(1000, 1010)}",
        Seconds = chance.Next(600) / 2.0,
    };

    static RecordingQuery AnyQuery(Random chance)
    {
        var since = new DateTimeOffset(2026, 10, 20, 0, 0, 0, TimeSpan.Zero).AddHours(chance.Next(300));
        var agent = $"{chance.Next(1000, 1006)}";
        return new RecordingQuery
        {
            Zone = Berlin,
            Since = Maybe() ? since : null,
            Until = Maybe() ? since.AddHours(chance.Next(1, 200)) : null,
            DayFrom = Maybe() ? new TimeOnly(chance.Next(24), 30) : null,
            DayTo = Maybe() ? new TimeOnly(chance.Next(24), 15) : null,
            Operator = Maybe() ? id => id == agent : null,
            Number = Maybe() ? $"{chance.Next(100)}" : null,
            From = Maybe() ? $"{chance.Next(10)}" : null,
            To = Maybe() ? $"{chance.Next(10)}" : null,
            Queue = Maybe() ? "sales" : null,
            LeastSeconds = Maybe() ? chance.Next(300) / 2.0 : null,
            MostSeconds = Maybe() ? chance.Next(600) / 2.0 : null,
        };

        bool Maybe() => chance.Next(4) == 0;
    }

    static bool Wanted(Recording recording, RecordingQuery query)
    {
        var time = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(recording.Start, query.Zone).DateTime);
        var (from, to) = (CallerLists.Digits(recording.From), recording.To);
        return (query.Since is null || recording.Start >= query.Since)
            && (query.Until is null || recording.Start < query.Until)
            && (query.DayFrom is null || query.DayTo is null || time.IsBetween(query.DayFrom.Value, query.DayTo.Value))
            && (query.DayTo is not null || query.DayFrom is null || time >= query.DayFrom)
            && (query.DayFrom is not null || query.DayTo is null || time < query.DayTo)
            && (query.Operator is null || recording.Operators.Any(query.Operator))
            && (query.Number is null || from.Contains(query.Number, StringComparison.Ordinal) || to.Contains(query.Number, StringComparison.Ordinal))
            && (query.From is null || from.Contains(query.From, StringComparison.Ordinal))
            && (query.To is null || to.Contains(query.To, StringComparison.Ordinal))
            && (query.Queue is null || recording.Queue == query.Queue)
            && (query.LeastSeconds is null || recording.Seconds >= query.LeastSeconds)
            && (query.MostSeconds is null || recording.Seconds <= query.MostSeconds);
    }

    async Task<IEnumerable<string>> Ids(RecordingQuery query) => (await store.Search(query, null, 100))!.Recordings.Select(recording => recording.Id);

    async Task Put(params Recording[] recordings)
    {
        foreach (var recording in recordings)
        {
            store.Change(new RecordingChange.Put(recording));
        }

        await store.Flush();
    }
}
