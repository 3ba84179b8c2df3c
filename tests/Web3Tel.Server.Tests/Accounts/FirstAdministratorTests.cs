using System.Net;
using System.Net.Http.Json;
using FluentAssertions;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Accounts;

public sealed class FirstAdministratorTests : AccountTest
{
    [Fact]
    public async Task The_link_makes_one_administrator_who_is_signed_in_and_from_then_on_everybody_else_has_to()
    {
        (await Status(Service.Http, "/api/calls")).Should().Be(HttpStatusCode.OK, "on loopback without accounts all is as it was");
        var client = NewClient();
        (await client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).Should().Contain("No sign-in");

        using var made = await Send(client, Link, "first", ("Name", "olga"), ("Password", Password), ("Again", Password));

        made.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await Status(client, "/api/calls")).Should().Be(HttpStatusCode.OK);
        (await client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).Should().Contain("olga").And.Contain("Sign out").And.NotContain("No sign-in");
        var stranger = NewClient();
        (await Status(stranger, "/api/calls")).Should().Be(HttpStatusCode.Unauthorized);
        using var page = await stranger.GetAsync(new Uri("/recordings?queue=sales", UriKind.Relative), TestContext.Current.CancellationToken);
        page.Headers.Location!.ToString().Should().Be("/sign-in?to=%2Frecordings%3Fqueue%3Dsales");
        (await Status(stranger, "/health/live")).Should().Be(HttpStatusCode.OK);
        await Eventually.Holds(async () => (await List(client, "/api/audit")).Select(record => $"{record!["by"]} {record["act"]} {record["agent"]} {record["detail"]}").Should().Contain("olga createAccount olga Administrator"));
    }

    [Fact]
    public async Task The_link_works_once_and_nobody_guesses_it()
    {
        var client = NewClient();
        (await client.GetStringAsync(new Uri("/first?key=w3t_x", UriKind.Relative), TestContext.Current.CancellationToken)).Should().Contain("does not work").And.NotContain("<form");
        using var brief = await Send(client, Link, "first", ("Name", "olga"), ("Password", "short"), ("Again", "short"));
        (await brief.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("10 to 200 characters");
        using var made = await Send(client, Link, "first", ("Name", "olga"), ("Password", Password), ("Again", Password));

        (await NewClient().GetStringAsync(new Uri(Link, UriKind.Relative), TestContext.Current.CancellationToken)).Should().Contain("does not work").And.NotContain("<form");
        (await Keeper.Create("x", "second", Password, new AccountWish(Role.Administrator, null, []), isFirst: true)).Should().Be(AccountFault.AlreadyBegun);
    }

    [Fact]
    public async Task While_all_is_open_other_sites_and_other_names_of_this_machine_get_nothing()
    {
        using var rebound = new HttpRequestMessage(HttpMethod.Get, "/api/calls") { Headers = { Host = "evil.example" } };
        using var refused = await Service.Http.SendAsync(rebound, TestContext.Current.CancellationToken);
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("evil.example").And.Contain("Web3Tel:Http:SignIn=Never");

        using var proxied = new HttpRequestMessage(HttpMethod.Get, "/api/calls") { Headers = { { "X-Forwarded-For", "203.0.113.7" } } };
        using var outside = await Service.Http.SendAsync(proxied, TestContext.Current.CancellationToken);
        outside.StatusCode.Should().Be(HttpStatusCode.Forbidden, "a proxy beside the service comes from loopback, too");

        foreach (var (header, value) in new[] { ("Origin", "https://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site") })
        {
            using var foreign = new HttpRequestMessage(HttpMethod.Post, "/api/operators/1001/sign-out") { Headers = { { header, value } } };
            using var answer = await Service.Http.SendAsync(foreign, TestContext.Current.CancellationToken);
            answer.StatusCode.Should().Be(HttpStatusCode.Forbidden, $"{header}: {value}");
        }

        using var own = new HttpRequestMessage(HttpMethod.Post, "/api/operators/1001/break") { Content = JsonContent.Create(new { reason = "break" }), Headers = { { "Origin", Service.Address.GetLeftPart(UriPartial.Authority) } } };
        using var obeyed = await Service.Http.SendAsync(own, TestContext.Current.CancellationToken);
        obeyed.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Damaged_accounts_are_no_reason_to_let_everybody_in()
    {
        await SignedIn("olga", Role.Administrator);
        await Restart(() => File.WriteAllBytes(Folder["accounts.db"], [.. Enumerable.Repeat((byte)7, 20_000)]));

        (await Status(NewClient(), "/api/calls")).Should().Be(HttpStatusCode.Unauthorized);
        (await NewClient().GetStringAsync(new Uri(Link, UriKind.Relative), TestContext.Current.CancellationToken)).Should().Contain("<form");
    }
}
