using System.Net;
using FluentAssertions;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Accounts;

public sealed class SigningInTests : AccountTest
{
    [Fact]
    public async Task A_session_is_kept_from_scripts_and_other_sites_and_lives_through_a_restart()
    {
        await SignedIn("olga", Role.Administrator);
        var client = NewClient();
        using var entered = await SignIn(client, "OLGA", page: "/sign-in?to=%2Frecordings");
        entered.Headers.Location!.ToString().Should().Be("/recordings");
        var cookie = entered.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("web3tel=", StringComparison.Ordinal));
        cookie.Should().Contain("httponly").And.Contain("samesite=lax").And.NotContain("secure");

        await Restart();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/calls") { Headers = { { "Cookie", cookie.Split(';')[0] } } };
        using var answer = await NewClient().SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_door_in_the_other_language_leads_where_one_wanted_to_go()
    {
        var page = async (string to) => WebUtility.HtmlDecode(await NewClient().GetStringAsync(new Uri($"/sign-in?lang=en&to={to}", UriKind.Relative), TestContext.Current.CancellationToken));
        (await page("%2Frecordings%3Fqueue%3Dsales")).Should().Contain("href=\"sign-in?lang=ru&to=%2Frecordings%3Fqueue%3Dsales\"");
        (await page("%2F%2Fevil.example")).Should().Contain("href=\"sign-in?lang=ru\"");
    }

    [Fact]
    public async Task Behind_a_proxy_with_HTTPS_the_cookie_is_sent_by_HTTPS_only()
    {
        await SignedIn("olga", Role.Administrator);
        var client = NewClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var entered = await SignIn(client, "olga");
        entered.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("web3tel=", StringComparison.Ordinal)).Should().Contain("secure");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    public async Task Nobody_is_sent_to_another_site_after_signing_in(string to)
    {
        await SignedIn("olga", Role.Administrator);
        using var entered = await SignIn(NewClient(), "olga", page: $"/sign-in?to={Uri.EscapeDataString(to)}");
        entered.Headers.Location!.ToString().Should().Be("/");
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_the_right_one_too_and_stand_in_the_audit_trail()
    {
        var administrator = await SignedIn("olga", Role.Administrator);
        await SignedIn("anna", Role.Supervisor);
        var client = NewClient();
        for (var i = 1; i <= Web3Tel.Server.Accounts.SignIn.Tries; i++)
        {
            using var wrong = await SignIn(client, i % 2 == 0 ? "anna" : "Anna", "wrong password");
            (await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain(i < 5 ? "The name or the password is wrong." : "Too many wrong attempts.");
        }

        using var right = await SignIn(client, "anna");
        (await right.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("Too many wrong attempts.");
        (await SignIn(NewClient(), "olga")).StatusCode.Should().Be(HttpStatusCode.Redirect, "others are not locked");
        await Eventually.Holds(async () => (await List(administrator, "/api/audit")).Select(record => $"{record!["agent"]} {record["act"]} {record["detail"]}").Should().ContainSingle(one => one == "anna lockAccount 127.0.0.1"));
    }

    [Fact]
    public async Task Of_many_attempts_at_once_no_more_than_five_are_looked_at()
    {
        await SignedIn("olga", Role.Administrator);
        var pages = Enumerable.Range(0, 12).Select(_ => SignIn(NewClient(), "olga", "wrong password"));
        var answers = await Task.WhenAll((await Task.WhenAll(pages)).Select(answer => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        answers.Count(answer => answer.Contains("is wrong.", StringComparison.Ordinal)).Should().BeLessThan(Web3Tel.Server.Accounts.SignIn.Tries);
    }

    [Fact]
    public async Task Whether_a_name_exists_is_not_told()
    {
        await SignedIn("olga", Role.Administrator);
        using var unknown = await SignIn(NewClient(), "nobody");
        (await unknown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("The name or the password is wrong.");
    }

    [Fact]
    public async Task What_can_be_no_name_is_neither_kept_nor_written_down()
    {
        var client = NewClient();
        for (var i = 1; i <= Web3Tel.Server.Accounts.SignIn.Tries; i++)
        {
            using var wrong = await SignIn(client, $"{new string('x', 100_000)}{i}");
            (await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain(i < 5 ? "is wrong." : "Too many wrong attempts.", "all of them are nobody");
        }
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await SignedIn("olga", Role.Administrator);
        using var content = new FormUrlEncodedContent([new("_handler", "sign-in"), new("Name", "olga"), new("Password", Password)]);
        using var answer = await NewClient().PostAsync(new Uri("/sign-in", UriKind.Relative), content, TestContext.Current.CancellationToken);
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Who_signs_out_is_out_and_another_site_cannot_make_one()
    {
        await SignedIn("olga", Role.Administrator);
        var (client, elsewhere) = (NewClient(), NewClient());
        using var entered = await SignIn(client, "olga");
        using var other = await SignIn(elsewhere, "olga");
        using var copied = NewClient();
        copied.DefaultRequestHeaders.Add("Cookie", entered.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("web3tel=", StringComparison.Ordinal)).Split(';')[0]);
        using var events = await client.GetAsync(new Uri("/api/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var stream = await events.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        (await Status(copied, "/api/calls")).Should().Be(HttpStatusCode.OK);
        (await Status(client, "/sign-out", HttpMethod.Post)).Should().Be(HttpStatusCode.Redirect);
        (await Status(client, "/api/calls")).Should().Be(HttpStatusCode.OK, "without the form's token nothing happens");

        using var left = await Send(client, "/accounts", "", post: "/sign-out");
        left.Headers.Location!.ToString().Should().Be("/sign-in");
        (await Status(client, "/api/calls")).Should().Be(HttpStatusCode.Unauthorized);
        (await Status(copied, "/api/calls")).Should().Be(HttpStatusCode.Unauthorized, "the session is over, and not only forgotten by the browser");
        var read = async () => await stream.CopyToAsync(Stream.Null).WaitAsync(TimeSpan.FromSeconds(10));
        await read.Should().ThrowAsync<Exception>().Where(why => why is HttpIOException || why is IOException);
        (await Status(elsewhere, "/api/calls")).Should().Be(HttpStatusCode.OK, "another browser's session goes on");
    }
}
