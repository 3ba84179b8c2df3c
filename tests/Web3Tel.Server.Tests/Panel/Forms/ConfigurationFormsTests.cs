using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using FluentAssertions;
using Web3Tel.FreeSwitch.Gateways;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Telephones;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel.Forms;

/// <summary>The configuration filled in as an administrator does.</summary>
public sealed class ConfigurationFormsTests : PanelTest
{
    const string Document = "document.querySelector('textarea[name=document]').value";
    const string Token = "only-for-this-test";

    private protected override Dictionary<string, string?> More { get; } = new() { ["Web3Tel:Directory:Token"] = Token, ["Web3Tel:LineOut"] = "sofia/gateway/provider/{number}" };

    [Fact]
    public async Task A_queue_is_added_filled_in_with_its_errors_told_at_their_fields_and_published()
    {
        await using var browser = await Forms("olga", "en");
        await Press(browser, "Add");
        await Eventually.Holds(async () => (await browser.Evaluate("document.activeElement.textContent")).Should().Be("without a name"));
        await Type(browser, "form-Queues-2-Name", "the sales");
        await Type(browser, "form-Queues-2-RingSeconds", "1000");
        await Eventually.Holds(async () => (await browser.Evaluate("[...document.querySelectorAll('.entry > .field + .fault')].map(one => one.textContent).join()")).Should().ContainAll("the sales", "from 1 to 300"));
        (await browser.Evaluate("document.querySelector('[name=form-Queues-2-RingSeconds]').ariaInvalid")).Should().Be("true");
        (await browser.Evaluate("[...document.querySelectorAll('.wrong')].map(one => one.textContent).join()")).Should().Be("2,2", "the page and the entry that have them say so");
        (await browser.Evaluate("document.querySelector('button.main').disabled")).Should().Be("true");
        await Type(browser, "form-Queues-2-Name", "orders");
        await Type(browser, "form-Queues-2-RingSeconds", "12.5");
        await Type(browser, "form-Queues-2-Numbers", "3000\n3001\n");
        await browser.Do("document.querySelector('[name=form-Queues-2-Callback]').click()");
        await Type(browser, "form-Queues-2-Callback-Attempts", "5");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('button.main').disabled")).Should().Be("false"));
        await Picture(browser, "forms-queue");
        await Type(browser, "comment", "a second queue");
        await Press(browser, "Publish");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Version 2 is valid now.", "a second queue"));
        var queue = (await Configuration())["Queues"]![2]!;
        queue.ToJsonString().Should().Be("""{"Name":"orders","RingSeconds":12.5,"Numbers":["3000","3001"],"Callback":{"Attempts":5}}""");
    }

    [Fact]
    public async Task What_something_leads_to_is_not_deleted_and_where_it_stands_is_told()
    {
        await using var browser = await Forms("olga", "ru");
        await Type(browser, "document", """{ "Queues": [ { "Name": "sales" }, { "Name": "support", "OverflowTo": "sales" } ], "Operators": [ { "Id": "1001" } ] }""");
        await Press(browser, "sales");
        await Press(browser, "Удалить");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.entry [role=alert]')?.textContent")).Should().ContainAll("Удалить нельзя", "Очереди support: иначе в очередь"));
        (await browser.Evaluate(Document)).Should().Contain("\"sales\"");
        await Press(browser, "support");
        await Press(browser, "Удалить");
        await Eventually.Holds(async () => (await browser.Evaluate($"JSON.parse({Document}).Queues.length")).Should().Be("1"));
        await Press(browser, "Отменить");
        await Eventually.Holds(async () => (await browser.Evaluate($"JSON.parse({Document}).Queues.length")).Should().Be("2"));
    }

    [Fact]
    public async Task An_operator_made_in_the_form_can_register_a_telephone_at_once_and_the_browser_keeps_no_password()
    {
        await using var browser = await Forms("olga", "en");
        await Press(browser, "Operators");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('[name=add-Operators]') !== null")).Should().Be("true"));
        await Press(browser, "Add");
        await Type(browser, "form-Operators-2-Id", "1077");
        await Type(browser, "form-Operators-2-Name", "Zoya");
        await Press(browser, "Make one: password of the telephone");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("shown only now"));
        var password = await browser.Evaluate("document.querySelector('.secret code').textContent");
        password.Should().HaveLength(16);
        await Type(browser, "form-Operators-2-Pin", "12");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("A PIN has 4 to 12 digits."));
        await Type(browser, "form-Operators-2-Pin", "4711");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelectorAll('.secret')[1].textContent")).Should().Contain("a new one, when it is published"));
        await Picture(browser, "forms-operator");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('button.main').disabled")).Should().Be("false"));
        (await browser.Evaluate($"Object.values(sessionStorage).join() + [...document.querySelectorAll('input, textarea:not([name=document])')].map(one => one.value).join()")).Should().NotContainAny(password, "4711", "sip-a1");
        await Press(browser, "Publish");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Version 2 is valid now."));
        (await A1Of("1077")).Should().Be(PhonePassword.Of("1077", "127.0.0.1", password).Secret().Split('$')[1]);
    }

    [Fact]
    public async Task Who_fills_in_learns_at_once_that_somebody_else_has_published_and_what()
    {
        await using var browser = await Forms("olga", "en");
        await Press(browser, "sales");
        await Type(browser, "form-Queues-0-RingSeconds", "17");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Queues[sales]:RingSeconds is now 17"));
        await using var other = await Forms("vera", "en");
        await Press(other, "sales");
        await Type(other, "form-Queues-0-WrapUpSeconds", "33");
        await Type(other, "comment", "more time");
        await Eventually.Holds(async () => (await other.Evaluate("document.querySelector('button.main').disabled")).Should().Be("false"));
        await Press(other, "Publish");
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.compared[role=alert]')?.innerText")).Should().ContainAll("vera has published version 2 meanwhile", "more time", "WrapUpSeconds is now 33"));
        (await browser.Evaluate("document.querySelector('[name=form-Queues-0-RingSeconds]').value")).Should().Be("17");
        await Press(browser, "Publish");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Compare, and load it before you publish."));
    }

    [Fact]
    public async Task Gateways_are_shown_as_the_switch_has_them_and_a_change_is_on_the_page_at_once()
    {
        Telephony.ToProviders.OnNext(new NodeGateways("fake", [new Gateway("provider", "internal", "sip:10.0.0.1", "NOREG", IsReached: true), new Gateway("<b>other</b>", "internal", "sip:10.0.0.2", "FAIL_WAIT", IsReached: true)]));
        await using var browser = await Forms("olga", "en");
        await Press(browser, "Outside");
        await Eventually.Holds(async () => (await Gateways(browser)).Should().Be("provider well NOREG sip:10.0.0.1 · internal · fake|<b>other</b> not registered with the provider FAIL_WAIT sip:10.0.0.2 · internal · fake"));
        Telephony.ToProviders.OnNext(new NodeGateways("fake", [new Gateway("provider", "internal", "sip:10.0.0.1", "NOREG", IsReached: false)]));
        await Eventually.Holds(async () => (await Gateways(browser)).Should().Be("provider the provider does not answer NOREG sip:10.0.0.1 · internal · fake"));
        var told = await List(await SignedIn("nina", Role.Administrator), "/api/gateways");
        told.Single()!.ToJsonString().Should().Be("""{"node":"fake","name":"provider","profile":"internal","proxy":"sip:10.0.0.1","state":"NOREG","isReached":false,"isWell":false}""");
        Telephony.ToProviders.OnNext(new NodeGateways("fake", null));
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("FreeSWITCH cannot be asked."));
        await Picture(browser, "forms-gateways");
    }

    static Task<string> Gateways(Browser browser) => browser.Evaluate("[...document.querySelectorAll('.gateways li')].map(one => one.innerText.replace(/\\s+/g, ' ').trim()).join('|')");

    async Task<Browser> Forms(string name, string language)
    {
        var browser = await Open(name, Role.Administrator, "/configuration", language);
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('.workshop[data-live] .forms') !== null")).Should().Be("true"));
        return browser;
    }

    async Task<System.Text.Json.Nodes.JsonNode> Configuration() =>
        System.Text.Json.Nodes.JsonNode.Parse(await (await SignedIn("nina", Role.Administrator)).GetStringAsync(new Uri("/api/configuration", UriKind.Relative), TestContext.Current.CancellationToken))!["document"]!;

    /// <summary>As FreeSWITCH asks when a telephone registers.</summary>
    async Task<string?> A1Of(string user)
    {
        using var question = new HttpRequestMessage(HttpMethod.Post, new Uri("/freeswitch/directory", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([new("section", "directory"), new("action", "sip_auth"), new("user", user), new("domain", "127.0.0.1")]),
        };
        question.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"web3tel:{Token}")));
        using var answer = await Service.Http.SendAsync(question, TestContext.Current.CancellationToken);
        return (string?)XElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Descendants("param").Single(one => (string?)one.Attribute("name") == "a1-hash").Attribute("value");
    }
}
