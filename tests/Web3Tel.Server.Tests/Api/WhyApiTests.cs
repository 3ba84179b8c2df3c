using System.Net;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Api;

public sealed class WhyApiTests() : RunningServiceTest(connected: true)
{
    /// <summary>Who has rejected a call rests for longer than any machine stands still: then the next offer would be told, too.</summary>
    private protected override Dictionary<string, string?> More { get; } = new() { ["Web3Tel:Queues:0:AfterRejectSeconds"] = "3600" };

    [Fact]
    public async Task A_caller_who_waits_is_told_for_whom_and_the_decisions_so_far()
    {
        Telephony.Call("111");
        Telephony.Answer("user/1001");
        var waiting = Telephony.Call("222");

        await Eventually.Holds(async () =>
        {
            var why = await Service.Get($"/api/calls/{waiting.Info.Ref.Id}/why");
            why["now"]!.ToString().Should().MatchRegex("^number 1 in sales, waiting for [0-9]+ s: nobody is free; Anna: talking with call-1 for [0-9]+ s$");
            why["waiting"]!["why"]!.ToString().Should().Be("nobodyFree");
            why["steps"]!.AsArray().Select(step => step!["words"]!.ToString()[9..]).Should().Equal("arrived (1000)", "joined (sales)");
            why["complete"]!.GetValue<bool>().Should().BeTrue();
        });
    }

    [Fact]
    public async Task An_ended_call_is_told_from_its_beginning_to_its_end_in_the_language_asked_for()
    {
        var call = Telephony.Call("111");
        Telephony.Refuse("user/1001", HangupCause.CallRejected);
        call.End(HangupCause.OriginatorCancel, HungUpBy.Party);

        await Eventually.Holds(async () =>
        {
            var why = await Service.Get($"/api/calls/{call.Info.Ref.Id}/why?lang=ru");
            why["now"].Should().BeNull();
            why["steps"]!.AsArray().Select(step => step!["words"]!.ToString()[9..]).Should().HaveCount(5).And.Contain(
                "предложение окончено: Anna (Rejected)").And.Subject.ElementAt(2).Should().StartWith("предложено оператору Anna: дольше всех без звонка, ");
            why["steps"]![2]!["what"]!["choice"]!["merit"]!["strategy"]!.ToString().Should().Be("longestIdle");
        });
    }

    [Fact]
    public async Task An_operator_is_told_what_was_offered_and_what_became_of_it()
    {
        Telephony.Call("111");
        Telephony.Refuse("user/1001", HangupCause.CallRejected);

        await Eventually.Holds(async () =>
        {
            var why = await Service.Get("/api/operators/1001/why");
            why["steps"]!.AsArray().Select(step => step!["words"]!.ToString()[9..]).Should().HaveCount(3)
                .And.Subject.Last().Should().StartWith("Anna: resting (rejected), ");
        });
    }

    [Theory]
    [InlineData("/api/calls/x/why", HttpStatusCode.NotFound, "There is no call \"x\", neither now nor in the history.")]
    [InlineData("/api/operators/x/why", HttpStatusCode.NotFound, "There is no operator \"x\".")]
    [InlineData("/api/operators/1001/why?hours=25", HttpStatusCode.BadRequest, "hours is 25 and limit is 200: give 1 to 24 hours and 1 to 1000 lines.")]
    public async Task What_is_asked_wrongly_is_told_as_problem_details(string path, HttpStatusCode status, string told) =>
        (await Service.Get(path, status))["detail"]!.ToString().Should().Be(told);
}
