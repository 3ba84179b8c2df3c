using System.Net;
using System.Net.Http.Json;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Calls;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

public sealed class ResultsAndNotesTests : PanelTest
{
    private protected override Dictionary<string, string?> More { get; } = new()
    {
        ["Web3Tel:Queues:0:Results:0:Id"] = "sold",
        ["Web3Tel:Queues:0:Results:0:Name"] = "Sold",
        ["Web3Tel:Queues:0:Results:0:RussianName"] = "Продано",
        ["Web3Tel:Queues:0:Results:1:Id"] = "lost",
        ["Web3Tel:Queues:0:ResultRequired"] = "true",
    };

    [Fact]
    public async Task An_operator_writes_result_and_note_which_a_reload_does_not_take_along_and_reads_them_at_the_next_call()
    {
        await using var browser = await Open("anna", Role.Operator, "/desk", "ru", @operator: "1001");
        await Lives(browser);
        var call = Telephony.Call("+79160000000", "Иван");
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Итог и заметка", "Продано", "lost"));
        await Type(browser, "note", "<b>звонил</b> раньше");
        await browser.Reload();
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('main[data-live] [name=note]')?.value")).Should().Be("<b>звонил</b> раньше", "what was typed outlives a reload"));
        call.End(HangupCause.NormalClearing, HungUpBy.Party);
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Дооформление"));
        await Press(browser, "Закончить обработку");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Очередь sales требует итог каждого разговора"));
        (await browser.Evaluate("document.querySelector('[name=note]').value")).Should().Be("<b>звонил</b> раньше");
        await Type(browser, "result", "sold");
        await Press(browser, "Сохранить");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Сохранено.").And.NotContain("требует итог"));
        (await Nameless(browser)).Should().BeEmpty();
        await Press(browser, "Закончить обработку");
        await Eventually.Holds(async () => (await browser.Text()).Should().NotContain("Итог и заметка"));
        var history = Service.Services.GetRequiredService<CallCenterService>().History;
        await Eventually.Holds(async () => (await history.Find(call.Info.Ref.Id))!.Note.Should().NotBeNull("the desk looks once, when it rings"));

        Telephony.Call("+79160000000", "Иван");
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.earlier')?.innerText")).Should().ContainAll("Продано", "<b>звонил</b> раньше"));
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('main [name=note]').value === ''")).Should().Be("true", "that is another conversation"));
        await Type(browser, "note", "другой разговор");
        (await browser.Evaluate("Object.entries(sessionStorage).filter(([key]) => key.startsWith('kept:note:')).map(([, text]) => text).join()")).Should().Be("другой разговор", "the earlier one is over");

        var olga = await SignedIn("olga", Role.Supervisor);
        (await List(olga, "/api/history")).Single()!["note"]!.ToJsonString().Should().ContainAll("1001", "sold");
        (await List(olga, "/api/audit")).ToJsonString().Should().Contain("takeNote").And.NotContain("раньше", "the text stands with the call only");
    }

    [Fact]
    public async Task Notes_of_others_calls_or_unknown_results_are_refused_by_the_API()
    {
        var anna = await SignedIn("anna", Role.Operator, "1001");
        var vera = await SignedIn("vera", Role.Operator, "1002");
        var call = Telephony.Call("301");
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        await Eventually.Holds(async () => (await Note(anna, "1001", call.Info.Ref.Id, "sold")).Should().Be(HttpStatusCode.NoContent));
        (await Note(anna, "1001", call.Info.Ref.Id, "bought")).Should().Be(HttpStatusCode.Conflict);
        (await Note(anna, "1001", "another", "sold")).Should().Be(HttpStatusCode.Conflict);
        (await Note(vera, "1001", call.Info.Ref.Id, "sold")).Should().Be(HttpStatusCode.Forbidden);
        (await Note(vera, "1002", call.Info.Ref.Id, "sold")).Should().Be(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task What_is_thought_better_of_is_written_anew_from_the_latest_conversations_and_found_by_its_result()
    {
        await using var browser = await Open("anna", Role.Operator, "/desk", @operator: "1001");
        await Lives(browser);
        var call = Telephony.Call("+79160000000", "Ivan");
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        await Type(browser, "result", "lost");
        await Type(browser, "note", "first thought");
        await Press(browser, "Save");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Saved."));
        call.End(HangupCause.NormalClearing, HungUpBy.Party);
        await Press(browser, "End wrap-up");
        await Press(browser, "Change result and note: Ivan");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.own-calls [name=note]')?.value")).Should().Be("first thought"));
        await Type(browser, "result", "sold");
        await Type(browser, "note", "second thought");
        (await Nameless(browser)).Should().BeEmpty();
        await Press(browser, "Save");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.own-calls .noted')?.innerText")).Should().ContainAll("Sold", "second thought"));

        var olga = await SignedIn("olga", Role.Supervisor);
        await Eventually.Holds(async () => (await List(olga, "/api/history")).Single()!["note"]!.ToJsonString().Should().ContainAll("sold", "second thought"));
        await Eventually.Holds(async () => (await olga.GetStringAsync(new Uri("/api/recordings?resultCode=sold", UriKind.Relative), TestContext.Current.CancellationToken)).Should().Contain("\"total\":1"));
        (await olga.GetStringAsync(new Uri("/api/recordings?resultCode=lost", UriKind.Relative), TestContext.Current.CancellationToken)).Should().Contain("\"total\":0");
        var (anna, vera) = (NewClient(), await SignedIn("vera", Role.Operator, "1002"));
        using var entered = await SignIn(anna, "anna");
        (await Note(anna, "1001", call.Info.Ref.Id, "lost")).Should().Be(HttpStatusCode.NoContent);
        (await Note(anna, "1001", call.Info.Ref.Id, "bought")).Should().Be(HttpStatusCode.Conflict);
        (await Note(vera, "1002", call.Info.Ref.Id, "sold")).Should().Be(HttpStatusCode.Conflict, "it was not hers");
    }

    static async Task<HttpStatusCode> Note(HttpClient who, string id, string call, string result)
    {
        using var answer = await who.PostAsJsonAsync(new Uri($"/api/operators/{id}/note", UriKind.Relative), new { call, result, text = "" });
        return answer.StatusCode;
    }
}
