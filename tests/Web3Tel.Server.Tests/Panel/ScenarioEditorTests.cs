using FluentAssertions;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

/// <summary>A scenario built in its picture.</summary>
public sealed class ScenarioEditorTests : PanelTest
{
    const string Document = "document.querySelector('textarea[name=document]').value";

    [Fact]
    public async Task A_scenario_is_built_in_its_picture_by_the_mouse_and_nothing_is_lost_on_the_way_to_JSON_and_back()
    {
        await using var browser = await Editor("en");
        await Press(browser, "Add a step here: hello, then");
        await Press(browser, "queue");
        await Eventually.Holds(async () => (await Steps(browser)).Should().Be("hello>queue message queue>message"));
        await Type(browser, "step-patienceSeconds", "-1");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.stepform .fault')?.textContent")).Should().Contain("more than"));
        await Type(browser, "step-patienceSeconds", "30");
        await Type(browser, "step-id", "sales");
        await Eventually.Holds(async () => (await Steps(browser)).Should().Be("hello>sales message sales>message"));
        await Press(browser, "Delete");
        await Eventually.Holds(async () => (await Steps(browser)).Should().Be("hello>message message"));
        await Press(browser, "Undo");
        await Eventually.Holds(async () => (await Steps(browser)).Should().Be("hello>sales message sales>message"));
        (await browser.Evaluate(Document)).Should().Contain("30").And.NotContain("-1");

        await Type(browser, "document", (await browser.Evaluate(Document)).Replace("\"hello\": {", "\"hello\": {/* mine */", StringComparison.Ordinal).Replace("Welcome", "Good day", StringComparison.Ordinal));
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.box')?.innerText")).Should().Contain("Good day"));
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('button.main').disabled")).Should().Be("false"));
        await Press(browser, "Publish");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Version 1 is valid now."));
        await browser.Do("[...document.querySelectorAll('.box')].find(box => box.innerText.startsWith('sales')).click()");
        await Type(browser, "step-patienceSeconds", "45");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.mark')?.parentElement.innerText")).Should().ContainAll("sales", "changed"));

        await Eventually.Holds(async () => (await browser.Evaluate("Object.values(sessionStorage).some(text => text.includes('45'))")).Should().Be("true"));
        await browser.Reload();
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("What was typed before is back.", "45", "changed"));
        await Press(browser, "Publish");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Version 2 is valid now."));
        (await browser.Evaluate("sessionStorage.length")).Should().Be("0", "it is kept elsewhere now");
        await Press(browser, "Compare with the valid one: 1");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.compared .steps').innerText")).Should().ContainAll("Changed steps:", "sales"));
        await Picture(browser, "scenario-compared");
    }

    [Fact]
    public async Task A_menu_is_built_by_the_keyboard_alone_and_in_Russian()
    {
        await using var browser = await Editor("ru");
        await Go(browser, "Добавить шаг здесь: hello, затем");
        await browser.Key("Enter");
        await At(browser, "hello → затем");
        await Go(browser, "меню");
        await browser.Key("Enter");
        await At(browser, "menu");
        await Go(browser, "step-prompt-ru");
        await browser.Type("Для продаж нажмите один");
        await Go(browser, "step-keys-new");
        await browser.Type("1");
        // Before the page has heard of the key the button is passed over.
        await Eventually.Holds(async () => (await browser.Evaluate("[...document.querySelectorAll('.stepform button')].find(one => one.textContent.trim() === 'Добавить клавишу').disabled")).Should().Be("false"));
        await Go(browser, "Добавить клавишу");
        await browser.Key("Enter");
        await At(browser, "menu → 1");
        await Go(browser, "очередь");
        await browser.Key("Enter");
        await At(browser, "queue");
        await Eventually.Holds(async () => (await Steps(browser)).Should().Be("hello>menu menu>queue,message message queue"));
        await Go(browser, "Закрыть");
        await browser.Key("Enter");
        await Eventually.Holds(async () => (await browser.Evaluate("document.activeElement.innerText")).Should().StartWith("queue"));
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Можно публиковать."));
        (await browser.Evaluate(Document)).Should().Contain("Для продаж нажмите один");
        await Picture(browser, "scenario-built");
    }

    [Fact]
    public async Task The_text_stays_open_when_a_mistake_in_it_is_mended()
    {
        await using var browser = await Editor("en");
        var good = await browser.Evaluate(Document);
        (await browser.Evaluate("document.querySelector('.editor details').open")).Should().Be("false");
        await browser.Do("document.querySelector('.editor summary').click()");
        await Type(browser, "document", good[..^3]);
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("As it was before the mistake in the text."));
        await Type(browser, "document", good);
        await Eventually.Holds(async () => (await browser.Text()).Should().NotContain("As it was before the mistake in the text."));
        (await browser.Evaluate("document.querySelector('.editor details').open")).Should().Be("true");
    }

    [Fact]
    public async Task Language_operator_and_opening_hours_are_filled_in_and_a_line_that_is_not_understood_stays_to_be_mended()
    {
        await using var browser = await Editor("en");
        await browser.Do("document.querySelector('.own summary').click()");
        await Type(browser, "own-language", "Russian");
        await Type(browser, "own-operator", "message");
        await Type(browser, "own-calendar", "day");
        await Press(browser, "Add calendar");
        await Type(browser, "own-day-week", "monday-friday 09:00-13:00, 14:00-18:00\nsaturday 9-15");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Not understood, and not taken: saturday 9-15"));
        (await browser.Evaluate("document.querySelector('[name=own-day-week]').value")).Should().Contain("saturday 9-15");
        (await browser.Evaluate(Document)).Should().NotContain("saturday");
        await Type(browser, "own-day-week", "monday-friday 09:00-13:00, 14:00-18:00\nsaturday 10:00-15:00");
        await Type(browser, "own-day-holidays", "01-07\n12-32");
        await Type(browser, "own-day-days", "2026-12-30 09:00-12:00\n2026-12-31");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.calendar .fault')?.textContent")).Should().Contain("12-32"));
        await Type(browser, "own-day-holidays", "01-07");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.calendar .fault')?.textContent ?? ''")).Should().BeEmpty());
        (await browser.Evaluate($"JSON.stringify([JSON.parse({Document}).language, JSON.parse({Document}).operator, JSON.parse({Document}).calendars])")).Should().Be(
            """["Russian","message",{"day":{"week":{"monday-friday":["09:00-13:00","14:00-18:00"],"saturday":["10:00-15:00"]},"holidays":["01-07"],"days":{"2026-12-30":["09:00-12:00"],"2026-12-31":[]}}}]""");
        await Press(browser, "Add a step here: hello, then");
        await Press(browser, "opening hours");
        await Eventually.Holds(async () => (await browser.Evaluate("[...document.querySelectorAll('[name=step-calendar] option')].map(one => one.value).join()")).Should().Contain("day"));
        await Picture(browser, "scenario-own");
    }

    async Task<Browser> Editor(string language)
    {
        var browser = await Open("olga", Role.Administrator, "/scenarios?name=main", language);
        // With its picture, which comes a little later.
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.workshop[data-live] .box') !== null")).Should().Be("true"));
        return browser;
    }

    /// <summary>The steps of the document, each with where it leads.</summary>
    static Task<string> Steps(Browser browser) => browser.Evaluate(
        $$"""Object.entries(JSON.parse({{Document}}).steps).map(([id, step]) => [id, [...Object.values(step.keys ?? {}), step.next, step.otherwise].filter(to => to).join()].filter(part => part).join('>')).sort().join(' ')""");

    /// <summary>On with the keyboard, to a button by what stands on it or its name, or to a field.</summary>
    static async Task Go(Browser browser, string to)
    {
        var stops = new List<string>();
        while (stops.LastOrDefault() != to && stops.Count < 80)
        {
            await browser.Key("Tab");
            stops.Add(await browser.Evaluate("(one => one.ariaLabel ?? one.name ?? '')(document.activeElement) || document.activeElement.textContent.trim()"));
            if (await browser.Evaluate("document.activeElement.textContent.trim()") == to)
            {
                stops.Add(to);
            }
        }

        stops.Should().EndWith(to);
    }

    static Task At(Browser browser, string heading) => Eventually.Holds(async () => (await browser.Evaluate("document.activeElement.tagName + ' ' + document.activeElement.textContent")).Should().Be($"H3 {heading}"));
}
