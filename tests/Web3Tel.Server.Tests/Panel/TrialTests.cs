using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Scenarios;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Panel.Trials;
using Web3Tel.Server.Prompts;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

/// <summary>Drafts that are tried.</summary>
public sealed class TrialTests : PanelTest
{
    const string Draft = """
        { "name": "main", "start": "hours",
          "calendars": { "usual": { "week": { "monday-friday": ["09:00-18:00"] }, "timeZone": "UTC" } },
          "steps": {
            "hours": { "do": "hours", "calendar": "usual", "open": "menu", "closed": "message" },
            "menu": { "do": "menu", "patienceSeconds": 600, "prompt": { "en": "For sales press one.", "ru": "Продажи — один." }, "keys": { "1": "sales" }, "otherwise": "bye" },
            "sales": { "do": "queue", "queue": "sales", "patienceSeconds": 20, "otherwise": "bye" },
            "message": { "do": "voicemail", "mailbox": "queue:sales" },
            "bye": { "do": "hangup", "prompt": { "en": "Good bye" } } } }
        """;

    static readonly DateTimeOffset Wednesday = new(2026, 11, 25, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_caller_presses_a_key_and_talks_to_an_operator_who_answers()
    {
        using var trial = Try(TrialOperators.Answer);
        trial.Step.Should().Be("menu");
        Met(trial).Should().Contain("Words: For sales press one.");
        trial.Press('1');
        trial.Step.Should().Be("sales");
        trial.Advance(TimeSpan.FromSeconds(5));
        Met(trial).Should().Contain(met => met.StartsWith("Talks: user/", StringComparison.Ordinal));
        trial.HangUp();
        trial.Step.Should().BeNull();
        Met(trial).Should().EndWith("Ended: NORMAL_CLEARING");
        trial.Met.Should().NotContain(met => met.Kind == TrialKind.Trouble);
    }

    [Theory]
    [InlineData(TrialOperators.Busy)]
    [InlineData(TrialOperators.Nobody)]
    public void Who_is_answered_by_nobody_goes_where_the_queue_step_leads_when_its_time_is_over(TrialOperators operators)
    {
        using var trial = Try(operators);
        trial.Press('1');
        trial.Advance(TimeSpan.FromSeconds(19));
        trial.Step.Should().Be("sales");
        trial.Advance(TimeSpan.FromSeconds(1.5));
        trial.Step.Should().Be("bye");
        Met(trial).Should().Contain("Words: Good bye").And.Contain(operators == TrialOperators.Busy ? "Busy: user/1001" : "Key: 1");
        trial.Advance(TimeSpan.FromSeconds(3));
        trial.IsOver.Should().BeTrue();
    }

    [Fact]
    public void The_time_of_day_decides_and_a_message_is_left()
    {
        using var trial = Try(TrialOperators.Answer, Wednesday.AddHours(10));
        trial.Step.Should().Be("message");
        trial.Advance(TimeSpan.FromSeconds(20));
        Met(trial).Should().Contain("Records: ");
        trial.HangUp();
        trial.IsOver.Should().BeTrue();
    }

    [Theory]
    [InlineData("""{ "name": "main", "start": "a", "steps": { "a": { "do": "priority", "seconds": 1, "next": "b" }, "b": { "do": "priority", "seconds": 1, "next": "a" } } }""")]
    [InlineData("""{ "name": "main", "start": "a", "steps": { "a": { "do": "queue", "queue": "nowhere" } } }""")]
    [InlineData("""{ "name": "main", "start": "a", "steps": { "a": { "do": "answer", "next": "gone" } } }""")]
    public void A_draft_that_could_not_be_published_is_tried_into_its_trouble_and_no_further(string draft)
    {
        using var trial = Try(TrialOperators.Nobody, draft: draft);
        trial.Advance(TimeSpan.FromMinutes(1));
        Met(trial).Should().ContainSingle(met => met.StartsWith("Trouble", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_is_tried_on_the_page_and_the_step_reached_is_marked_in_the_picture()
    {
        await using var browser = await Open("olga", Role.Administrator, "/scenarios?name=main");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.workshop[data-live]') !== null")).Should().Be("true"));
        await Type(browser, "document", Draft);
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.tree').innerText")).Should().Contain("For sales press one."));
        await Type(browser, "trial-at", "2026-11-25T12:00");
        await Press(browser, "Call");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.here')?.innerText")).Should().StartWith("menu"));
        (await browser.Text()).Should().Contain("“For sales press one.”");
        await Picture(browser, "scenario-trial");
        await Press(browser, "Key 1");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.here')?.innerText")).Should().StartWith("sales"));
        await Press(browser, "10 seconds on");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.heard').innerText")).Should().Contain("Talks with user/"));
        await Press(browser, "Hang up");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.heard').innerText")).Should().Contain("The call has ended"));
        (await browser.Evaluate("document.querySelector('.here') === null")).Should().Be("true");
    }

    Trial Try(TrialOperators operators, DateTimeOffset? at = null, string draft = Draft)
    {
        var (scenario, problems) = ScenarioJson.Read(draft);
        problems.Should().BeEmpty();
        return new Trial(scenario!, Service.Services.GetRequiredService<CurrentSettings>().Value, Service.Services.GetRequiredService<PromptStore>(), _ => null, new TrialWish(at ?? Wednesday, "+74951234567", operators));
    }

    static IEnumerable<string> Met(Trial trial) => trial.Met.Select(met => $"{met.Kind}: {met.Text}");
}
