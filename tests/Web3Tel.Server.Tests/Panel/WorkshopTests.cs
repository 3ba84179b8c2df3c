using System.Net;
using FluentAssertions;
using Web3Tel.Scenarios;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Panel.Workshop;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

public sealed class WorkshopTests : PanelTest
{
    const string Good = """
        {
          "name": "main", "start": "hello",
          "steps": {
            "hello": { "do": "greeting", "prompt": "hello.wav", "next": "wait" },
            "wait": { "do": "queue", "queue": "sales", "keys": { "1": "hello" } }
          }
        }
        """;

    [Fact]
    public async Task A_scenario_is_checked_as_it_is_typed_published_compared_and_gone_back_to()
    {
        await using var browser = await Open("olga", Role.Administrator, "/scenarios?name=main");
        await Working(browser);
        await Type(browser, "document", Good);
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("It can be published.", "hello", "queue: sales", "see above"));
        await Type(browser, "document", Good.Replace("\"sales\"", "\"sails\"", StringComparison.Ordinal));
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.tree .fault')?.parentElement.innerText")).Should().ContainAll("wait", "sails"));
        (await browser.Evaluate("document.querySelector('button.main').disabled")).Should().Be("true");
        await Type(browser, "document", Good[..40]);
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("this is no JSON", "As it was before the mistake in the text."));

        await Type(browser, "document", Good);
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('button.main').disabled")).Should().Be("false"));
        await Type(browser, "comment", "opening");
        await Press(browser, "Publish");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Version 1 is valid now.", "opening", "olga"));
        await Type(browser, "document", Good.Replace("hello.wav", "other.wav", StringComparison.Ordinal));
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('button.main').disabled")).Should().Be("false"));
        await Press(browser, "Publish");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Version 2 is valid now."));
        await Press(browser, "Compare with the valid one: 1");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("is now hello.wav; it was other.wav."));
        await Picture(browser, "scenarios");
        await Press(browser, "Go back to this");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("This becomes valid at once."));
        await Press(browser, "Go back to this");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Version 3 is valid now."));
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('textarea[name=document]').value")).Should().Contain("hello.wav").And.NotContain("other.wav"));

        await Type(browser, "document", Good.Replace("hello.wav", "typed.wav", StringComparison.Ordinal));
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("is now typed.wav; it was hello.wav."));
        await Press(browser, "Go back to this");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("This becomes valid at once."));
        await Press(browser, "Go back to this");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Version 4 is valid now."));
        (await browser.Evaluate("document.querySelector('textarea[name=document]').value")).Should().Contain("typed.wav", "going back loses nothing that was typed");
    }

    [Fact]
    public async Task Who_was_slower_is_told_and_undoes_nothing()
    {
        await using var browser = await Open("olga", Role.Administrator, "/configuration");
        await Working(browser);
        var text = await browser.Evaluate("document.querySelector('textarea[name=document]').value");
        await Type(browser, "document", text.Replace("Anna", "Anja", StringComparison.Ordinal));
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("is now Anja; it was Anna."));
        using (var other = new StringContent($$"""{ "version": 1, "document": {{text.Replace("Anna", "Annette", StringComparison.Ordinal)}} }"""))
        {
            (await (await SignedIn("vera", Role.Administrator)).PutAsync(new Uri("/api/configuration", UriKind.Relative), other, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        }

        await Eventually.Holds(async () => (await Kept(browser)).Should().Contain("Anja"));
        await browser.Reload();
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("What was typed before is back.", "is now Anja; it was Annette."));
        await Press(browser, "Publish");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Somebody has published version 2 meanwhile."));
        (await Service.Http.GetAsync(new Uri("/api/operators", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        await Press(browser, "Load into the editor: 2");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("What was typed is lost by it."));
        (await browser.Evaluate("document.querySelector('textarea[name=document]').value")).Should().Contain("Anja");
        await Press(browser, "Load into the editor");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('textarea[name=document]').value")).Should().Contain("Annette"));
    }

    [Fact]
    public async Task A_wrong_configuration_is_told_with_all_its_errors_and_PINs_are_not_shown()
    {
        await using var browser = await Open("olga", Role.Administrator, "/configuration", "ru");
        await Working(browser);
        await Type(browser, "document", """{ "Queues": [ { "Name": "sales", "Strategy": "Loudest" } ], "Operators": [ { "Id": "1001", "Queues": "nowhere" } ], "Data": "elsewhere" }""");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.faults')?.innerText")).Should().ContainAll("Loudest", "nowhere", "Web3Tel:Data"));
        (await browser.Evaluate("document.querySelector('button.main').disabled")).Should().Be("true");
    }

    [Fact]
    public async Task A_PIN_that_is_typed_is_not_kept_by_the_browser_and_what_it_keeps_goes_with_signing_out()
    {
        await using var browser = await Open("olga", Role.Administrator, "/configuration");
        await Working(browser);
        var text = await browser.Evaluate("document.querySelector('textarea[name=document]').value");
        await Type(browser, "document", text.Replace("Anna", "Anja", StringComparison.Ordinal));
        await Eventually.Holds(async () => (await Kept(browser)).Should().Contain("Anja"));
        await Type(browser, "document", text.Replace("\"Anna\"", "\"Annette\", \"pin\": \"pin-of-1001\"", StringComparison.Ordinal));
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("this window does not keep it"));
        (await Kept(browser)).Should().Contain("Anja").And.NotContainAny("pin-of-1001", "Annette");
        await browser.Reload();
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("What was typed before is back."));
        (await browser.Evaluate("document.querySelector('textarea[name=document]').value")).Should().Contain("Anja").And.NotContain("pin-of-1001");
        await browser.Do("document.querySelector('.leave').requestSubmit()");
        await Eventually.Holds(async () => (await browser.Evaluate("location.pathname")).Should().Be("/sign-in"));
        (await Kept(browser)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_workshop_is_for_administrators()
    {
        var supervisor = await SignedIn("vera", Role.Supervisor);
        (await Status(supervisor, "/scenarios")).Should().Be(HttpStatusCode.Forbidden);
        using var refused = await supervisor.GetAsync(new Uri("/configuration?lang=ru", UriKind.Relative), TestContext.Current.CancellationToken);
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("нужно право Configure");
        (await supervisor.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).Should().NotContain("href=\"scenarios");
    }

    [Fact]
    public void Each_step_is_drawn_with_what_follows_once_as_near_to_the_beginning_as_it_can_be_and_those_nobody_reaches_apart()
    {
        var (scenario, problems) = ScenarioJson.Read("""
            { "name": "main", "start": "a", "steps": {
                "a": { "do": "hours", "open": "b", "closed": "c" },
                "b": { "do": "answer", "next": "d" },
                "c": { "do": "queue", "queue": "sales", "keys": { "1": "d" }, "otherwise": "gone" },
                "d": { "do": "answer", "next": "a" },
                "lost": { "do": "answer", "next": "d" } } }
            """);
        problems.Should().BeEmpty();
        Draw(ScenarioBranch.Of(scenario!)).Should().Be("a:hours(open b:answer(next d:answer(next ^a)),closed c:queue(keys.1 ^d,otherwise gone:)) lost:answer(next ^d)");
    }

    static string Draw(IEnumerable<ScenarioBranch> trees) => string.Join(' ', trees.Select(Draw));

    static string Draw(ScenarioBranch one) =>
        $"{(one.Way is null ? "" : $"{one.Way} ")}{(one.IsElsewhere ? $"^{one.Id}" : $"{one.Id}:{one.Does}")}{(one.Follows.IsEmpty ? "" : $"({string.Join(',', one.Follows.Select(Draw))})")}";

    /// <summary>All that the browser keeps in its window.</summary>
    static Task<string> Kept(Browser browser) => browser.Evaluate("Object.values(sessionStorage).join('\\n')");

    static Task Working(Browser browser) =>
        Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.workshop[data-live]') !== null")).Should().Be("true"));
}
