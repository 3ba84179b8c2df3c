using System.Net;
using System.Net.Http.Headers;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Accounts;

public sealed class HearingTests : AccountTest
{
    [Fact]
    public async Task Whoever_hears_a_recording_from_any_place_of_it_or_takes_it_away_is_in_the_audit_trail()
    {
        var (vera, olga) = (await SignedIn("vera", Role.Supervisor), await SignedIn("olga", Role.Administrator));
        var caller = Telephony.Call("300", "Caller");
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        await IsRecorded(caller);
        var file = Path.Combine(Recordings, caller.RecordedTo!);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "RIFF sound of a conversation", TestContext.Current.CancellationToken);
        caller.End(HangupCause.NormalClearing, HungUpBy.Party);
        var id = caller.Info.Ref.Id;
        await Eventually.Holds(async () => (await Status(vera, $"/api/recordings/{id}/check")).Should().Be(HttpStatusCode.OK));

        // A look at how long it is is no listening.
        (await Asked(vera, HttpMethod.Head, from: null)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await Asked(vera, HttpMethod.Get, from: 1)).StatusCode.Should().Be(HttpStatusCode.PartialContent);
        (await Asked(vera, HttpMethod.Get, from: 0)).StatusCode.Should().Be(HttpStatusCode.PartialContent);
        (await Asked(vera, HttpMethod.Get, from: null)).Headers.CacheControl!.NoStore.Should().BeTrue("what lies in a cache is heard without us");
        (await Asked(olga, HttpMethod.Get, from: 5)).StatusCode.Should().Be(HttpStatusCode.PartialContent);
        (await Status(olga, "/api/recordings/export?number=300")).Should().Be(HttpStatusCode.OK);

        await Eventually.Holds(async () => (await List(olga, "/api/audit")).Select(record => $"{record!["by"]} {record["act"]} {record["agent"]} {record["detail"]}")
            .Where(one => one.Contains("hear", StringComparison.Ordinal) || one.Contains("export", StringComparison.Ordinal))
            .Should().Equal("olga exportRecordings  ?number=300", $"olga hearRecording 1001 {id}", $"vera hearRecording 1001 {id}"));

        async Task<HttpResponseMessage> Asked(HttpClient client, HttpMethod method, int? from)
        {
            using var request = new HttpRequestMessage(method, $"/api/recordings/{id}/audio");
            if (from is { } first)
            {
                request.Headers.Range = new RangeHeaderValue(first, null);
            }

            return await client.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }
}
