using System.Net;
using System.Net.Http.Json;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Reviews;

public sealed class ReviewOnAFullDiskTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly FaultyDisk disk = new();
    readonly FakeSwitch telephony = new();

    public void Dispose()
    {
        folder.Dispose();
        disk.Dispose();
    }

    [Fact]
    public async Task What_the_disk_does_not_take_is_refused_and_not_there_later_and_what_was_said_before_stays()
    {
        await using var service = await RunningService.Start(folder.Path, telephony, disk.Open);
        telephony.Connect();
        var caller = telephony.Call("300");
        await Eventually.Holds(() => Task.FromResult(telephony.Rings("user/1001").Should().BeTrue()));
        telephony.Answer("user/1001");
        caller.End(HangupCause.NormalClearing, HungUpBy.Party);
        var id = caller.Info.Ref.Id;
        await Eventually.Holds(() => service.Get($"/api/recordings/{id}/review"));
        (await Mark("before")).Should().Be(HttpStatusCode.OK);

        disk.Full = true;
        (await Mark("refused")).Should().Be(HttpStatusCode.BadRequest);
        disk.Full = false;

        (await service.Get($"/api/recordings/{id}/review"))["remarks"]!.AsArray().Select(remark => remark!["text"]!.ToString()).Should().Equal("before");
        (await Mark("after")).Should().Be(HttpStatusCode.OK);

        async Task<HttpStatusCode> Mark(string text)
        {
            using var answer = await service.Http.PostAsJsonAsync(new Uri($"/api/recordings/{id}/remarks", UriKind.Relative), new { at = 1, text }, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }
}
