using System.Globalization;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

public sealed class ThreeAtOnceTests : PanelTest
{
    const string Requests = "performance.getEntriesByType('resource').length";

    private protected override Dictionary<string, string?> More { get; } = new()
    {
        ["Web3Tel:Operators:1:Queues"] = "sales,support",
        // However slow the machine is, nobody goes on by the time alone.
        ["Web3Tel:Queues:0:RingSeconds"] = "300",
        ["Web3Tel:Queues:0:AfterRejectSeconds"] = "3600",
    };

    [Fact]
    public async Task Two_operators_and_a_supervisor_work_at_once_and_each_sees_what_the_others_do_without_asking()
    {
        await using var anna = await Open("anna", Role.Operator, "/desk", @operator: "1001");
        await using var vera = await Open("vera", Role.Operator, "/desk", "ru", @operator: "1002");
        await using var olga = await Open("olga", Role.Supervisor, "/");
        foreach (var page in new[] { anna, vera, olga })
        {
            await Lives(page);
        }

        await TellsWhenItLives(vera);
        // All that belongs to the page has come by then.
        await olga.IsThere();
        var before = await olga.Evaluate(Requests);
        var first = Telephony.Call("301", "Ivan");
        await Eventually.Holds(() => Task.FromResult((Telephony.Rings("user/1001") || Telephony.Rings("user/1002")).Should().BeTrue()));
        var (rejects, answers, one, other) = Telephony.Rings("user/1001") ? ("user/1001", "user/1002", anna, vera) : ("user/1002", "user/1001", vera, anna);
        await Eventually.Holds(async () => (await one.Evaluate("document.querySelector('.call-card').innerText")).Should().Contain("Ivan"));
        await Eventually.Holds(async () => (await olga.Text()).Should().ContainAll("Ivan", "rings at"));
        (await other.Evaluate("document.querySelector('.call-card').innerText")).Should().NotContain("Ivan");

        Telephony.Refuse(rejects, HangupCause.CallRejected);
        await Rings(answers);
        await Eventually.Holds(async () => (await one.Evaluate("document.querySelector('.call-card').innerText")).Should().NotContain("Ivan", "who has rejected it is told nothing more of it"));
        Telephony.Answer(answers);
        await Eventually.Holds(async () => (await other.Evaluate("document.querySelector('.state-card .state.talking') && document.querySelector('.call-card').innerText")).Should().Contain("Ivan"));
        await Eventually.Holds(async () => (await olga.Evaluate("document.querySelectorAll('.operators .state.talking, .operators .state.resting').length")).Should().Be("2"));
        await Eventually.Holds(async () => (await olga.Evaluate("document.querySelector('[data-queue=sales] .crew').innerText.replace(/\\s+/g, ' ')")).Should().ContainAll("1 talking", "1 resting"));
        (await olga.Evaluate(Requests)).Should().Be(before, "all of it was pushed: the wall has asked for nothing");

        await Press(olga, "Commands: Ivan");
        await Type(olga, "ears", rejects[^4..]);
        await Press(olga, "Listen");
        await Rings(rejects);
        await olga.Evaluate($"void (window.seen = {Seen("document.querySelector('ol.rows')?.innerText.includes('Petr')")}.then(at => performance.timeOrigin + at))");
        var called = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        Telephony.Call("302", "Petr");
        var seen = double.Parse(await olga.Evaluate("seen"), CultureInfo.InvariantCulture) - called;
        TestContext.Current.TestOutputHelper?.WriteLine($"From a caller who comes to the browser's page of the wall: {seen:N0} ms.");
        await Press(olga, "Commands: Petr");
        await Eventually.Holds(async () => (await olga.Text()).Should().Contain("number 1 in sales", "else it is Ivan who is hung up"));
        await Press(olga, "Hang up");
        await Eventually.Holds(async () => (await olga.Text()).Should().Contain("This ends the call. Hang up?"));
        await Press(olga, "Hang up");
        await Eventually.Holds(async () => (await olga.Evaluate("document.querySelector('ol.rows')?.innerText ?? ''")).Should().NotContain("Petr"));
        await Press(other, other == vera ? "На удержание" : "Hold");
        await Eventually.Holds(async () => (await olga.Text()).Should().Contain("on hold", "what an operator does is on the wall"));
        first.End(HangupCause.NormalClearing, HungUpBy.Party);
        await Eventually.Holds(async () => (await olga.Evaluate("document.querySelector('.history')?.innerText")).Should().Contain("Ivan"));
    }

    /// <summary>A figure for people to read: how long it takes depends on what else the machine does.</summary>
    static async Task TellsWhenItLives(Browser desk)
    {
        await desk.RunFirst($"addEventListener('DOMContentLoaded', () => {{ window.lives = {Seen("document.querySelector('main[data-live]')")}; }})");
        await desk.Reload();
        await Eventually.Holds(async () => (await desk.Evaluate("window.lives !== undefined")).Should().Be("true"));
        var lives = double.Parse(await desk.Evaluate("lives"), CultureInfo.InvariantCulture);
        TestContext.Current.TestOutputHelper?.WriteLine($"From asking for the desk to a desk that lives: {lives:N0} ms.");
    }

    /// <summary>A promise of the moment, since the page was asked for, in which something is on it.</summary>
    static string Seen(string what) =>
        $"new Promise(done => {{ const look = () => {{ if ({what}) done(performance.now()); }}; new MutationObserver(look).observe(document.body, {{ subtree: true, childList: true, characterData: true, attributes: true }}); look(); }})";
}
