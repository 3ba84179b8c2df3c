using System.Globalization;
using System.Net;
using FluentAssertions;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Tests.Accounts;
using Web3Tel.Server.Tests.Mail;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

public sealed class MailPageTests : AccountTest
{
    const string Secret = "hush-<hush>";

    readonly FaultySmtpServer server = new() { Account = ("web3tel", Secret) };

    private protected override Dictionary<string, string?> More => new()
    {
        ["Web3Tel:Mail:Host"] = "127.0.0.1",
        ["Web3Tel:Mail:Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
        ["Web3Tel:Mail:Security"] = "None",
        ["Web3Tel:Mail:User"] = "web3tel",
        ["Web3Tel:Mail:Password"] = Secret,
        ["Web3Tel:Mail:From"] = "\"<b>Calls</b>\" <calls@example.com>",
    };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task An_administrator_reads_what_is_in_force_sends_a_test_and_reads_what_the_server_said_and_nobody_the_password()
    {
        var olga = await SignedIn("olga", Role.Administrator);
        var page = await olga.GetStringAsync(new Uri("/mail?lang=ru", UriKind.Relative), TestContext.Current.CancellationToken);
        WebUtility.HtmlDecode(page).Should().ContainAll("Действующие настройки", "127.0.0.1", "нет: открытым текстом", "web3tel", "задан", "calls@example.com", "не задано: по умолчанию").And.NotContain(Secret);
        page.Should().NotContain("<b>Calls");

        (await Tested(olga, "en", "not an address")).Should().Contain("Give one e-mail address");
        server.Deliveries.Should().BeEmpty();

        (await Tested(olga, "ru", "anna@example.com")).Should().ContainAll("Почтовый сервер принял письмо", "Сервер ответил: 250").And.NotContain(Secret);
        server.Deliveries.Should().ContainSingle().Which.Message.Subject.Should().Be("Проверка почты колл-центра");

        server.Fault = (step, _) => step == SmtpStep.Recipient ? SmtpFault.Answer("550 <script>alert(1)</script>") : null;
        using var refused = await Send(olga, "/mail?lang=en", "test", ("To", "anna@example.com"));
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should()
            .ContainAll("The mail server takes no e-mails for this address.", "The server said: 550 &lt;script&gt;").And.NotContain("<script>alert");

        server.Fault = (_, _) => null;
        var boris = await SignedIn("boris", Role.Supervisor);
        (await Status(boris, "/mail")).Should().Be(HttpStatusCode.Forbidden);
        using var sent = await Send(boris, "/me?lang=en", "test", "/mail", ("To", "anna@example.com"));
        sent.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        server.Deliveries.Should().ContainSingle("it is the administrator's alone");
        (await boris.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).Should().NotContain("href=\"mail");
    }

    static async Task<string> Tested(HttpClient client, string language, string to)
    {
        using var answer = await Send(client, $"/mail?lang={language}", "test", ("To", to));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
