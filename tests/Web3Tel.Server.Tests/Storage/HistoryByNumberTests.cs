using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.History;
using Web3Tel.Server.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Storage;

public sealed class HistoryByNumberTests : IDisposable
{
    static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Calls_of_a_number_are_found_newest_first_however_it_is_written_and_no_others()
    {
        await using var history = await HistoryStore.Open(new StorageOptions(folder.Path, TimeProvider.System), NullLogger.Instance);
        history.Put(Of("a", 1, "+7 916 000-00-00"));
        history.Put(Of("b", 2, "79160000001"));
        history.Put(Of("c", 3, ""));
        history.Put(Of("d", 4, "791600000001"));
        history.Put(Of("e", 5, "79160000000") with { Result = CallResult.Answered });
        history.Put(Of("f", 6, "100") with
        {
            Direction = CallDirection.Outgoing, Dialled = "+79160000000", Journey = [new JourneyStep(Noon, JourneyEvent.CallsOut)],
        });
        // It comes once more when the wrap-up is over.
        history.Put(Of("e", 5, "79160000000") with { Result = CallResult.Answered, TalkedSeconds = 7 });
        await history.Flush();

        (await history.OfNumber("+79160000000", 10)).Select(call => (call.Id, call.TalkedSeconds)).Should().Equal(("f", 0), ("e", 7), ("a", 0));
        (await history.OfNumber("79160000000", 2)).Select(call => call.Id).Should().Equal("f", "e");
        (await history.OfNumber("7916", 10)).Should().BeEmpty();
        (await history.OfNumber("", 10)).Should().BeEmpty("who withholds the number is nobody in particular");
    }

    static HistoryEntry Of(string id, int minute, string number) => EndedCall.Of(id, Noon.AddMinutes(minute)) with { Number = number };
}
