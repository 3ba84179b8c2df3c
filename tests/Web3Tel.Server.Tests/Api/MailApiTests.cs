using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Mail;
using Web3Tel.Server.Tests.Mail;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Api;

public sealed class MailApiTests : IAsyncLifetime
{
    const string Password = "hush-hush";

    readonly TempFolder folder = new();
    readonly FaultySmtpServer server = new() { Account = ("web3tel", Password) };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Without_a_mail_server_it_says_so()
    {
        await using var service = await RunningService.Start(folder.Path, new FakeSwitch());

        (await service.Get("/api/mail"))["trouble"]!.ToString().Should().Contain("Web3Tel:Mail:Host");
        (await Post(service, "/api/mail/test", new { to = "anna@example.com" })).Should().Be(HttpStatusCode.Conflict);
        (await Post(service, "/api/mail/1/retry")).Should().Be(HttpStatusCode.Conflict);
        service.Services.GetRequiredService<MailService>().Outbox.Should().BeNull();
        File.Exists(folder["mail.db"]).Should().BeFalse();
    }

    [Fact]
    public async Task What_failed_is_shown_with_the_reason_and_tried_again_on_request()
    {
        server.Fault = (step, _) => step == SmtpStep.Text ? SmtpFault.Answer("554 5.7.1 spam") : null;
        await using var service = await Start();
        var id = await Put(service);
        await Eventually.Holds(async () => (await service.Get("/api/mail?state=failed"))["mails"]!.AsArray().Should().ContainSingle());

        var shown = await service.Get("/api/mail");
        shown["server"]!.ToString().Should().Be($"127.0.0.1:{server.Port}");
        shown["counts"]!.ToJsonString().Should().Be("""{"waiting":0,"failed":1,"sent":0}""");
        var mail = shown["mails"]![0]!;
        mail["state"]!.ToString().Should().Be("failed");
        mail["why"]!.ToString().Should().Be("The server said: 554 5.7.1 spam");
        mail["recipients"]![0]!["address"]!.ToString().Should().Be("anna@example.com");
        shown.ToJsonString().Should().NotContain("between us").And.NotContain(Password);

        server.Fault = (_, _) => null;
        (await Post(service, $"/api/mail/{id}/retry")).Should().Be(HttpStatusCode.NoContent);
        await Eventually.Holds(async () => (await service.Get("/api/mail?state=sent"))["mails"]!.AsArray().Should().ContainSingle());
        (await Post(service, $"/api/mail/{id}/retry")).Should().Be(HttpStatusCode.Conflict);
        (await Post(service, "/api/mail/99/retry")).Should().Be(HttpStatusCode.NotFound);
        await service.Get("/api/mail?state=lost", HttpStatusCode.BadRequest);
        await service.Get("/api/mail?limit=0", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_test_is_sent_at_once_and_tells_what_the_server_said()
    {
        await using var service = await Start();

        (await Post(service, "/api/mail/test?lang=ru", new { to = "anna@example.com" })).Should().Be(HttpStatusCode.OK);
        server.Deliveries.Should().ContainSingle().Which.Message.Subject.Should().Be("Проверка почты колл-центра");
        (await Post(service, "/api/mail/test", new { to = "anna" })).Should().Be(HttpStatusCode.BadRequest);

        server.Fault = (step, _) => step == SmtpStep.Recipient ? SmtpFault.Answer("550 5.1.1 no such mailbox") : null;
        using var refused = await service.Http.PostAsJsonAsync(new Uri("/api/mail/test", UriKind.Relative), new { to = "anna@example.com" }, TestContext.Current.CancellationToken);
        refused.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("550 5.1.1 no such mailbox");
        (await service.Get("/api/mail"))["mails"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task The_log_tells_what_became_of_it_and_neither_the_text_nor_the_password()
    {
        await using (var service = await Start())
        {
            await Put(service);
            // Not when the server has it: the service has yet to hear that.
            await Eventually.Holds(async () => (await service.Get("/api/mail?state=sent"))["mails"]!.AsArray().Should().ContainSingle());
        }

        string.Concat(Directory.GetFiles(folder["logs"]).Select(File.ReadAllText)).Should()
            .Contain($"to anna@example.com was accepted by 127.0.0.1:{server.Port}").And.NotContain("between us").And.NotContain(Password);
    }

    static async Task<HttpStatusCode> Post(RunningService service, string path, object? body = null)
    {
        using var response = await service.Http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body ?? new { }, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    static Task<long> Put(RunningService service) => service.Services.GetRequiredService<MailService>().Outbox!.Put(
        new Email { Key = "one", To = ["anna@example.com"], Subject = "one", Text = "between us" });

    Task<RunningService> Start() => RunningService.Start(folder.Path, new FakeSwitch(), more: new Dictionary<string, string?>
    {
        ["Web3Tel:Mail:Host"] = "127.0.0.1",
        ["Web3Tel:Mail:Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
        ["Web3Tel:Mail:Security"] = "None",
        ["Web3Tel:Mail:User"] = "web3tel",
        ["Web3Tel:Mail:Password"] = Password,
        ["Web3Tel:Mail:From"] = "calls@example.com",
    });
}
