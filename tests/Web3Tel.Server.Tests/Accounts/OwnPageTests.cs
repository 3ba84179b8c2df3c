using System.Net;
using System.Text.RegularExpressions;
using FluentAssertions;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Accounts;

public sealed partial class OwnPageTests : AccountTest
{
    const string Other = "another horse";

    [Fact]
    public async Task Who_changes_the_password_stays_and_is_out_everywhere_else()
    {
        var anna = await SignedIn("anna", Role.Operator, "1001");
        var elsewhere = NewClient();
        (await SignIn(elsewhere, "anna")).StatusCode.Should().Be(HttpStatusCode.Redirect);

        (await Sent(anna, "password", ("Old", "wrong"), ("New", Other), ("Again", Other))).Should().Contain("The password is wrong.");
        (await Sent(anna, "password", ("Old", Password), ("New", Other), ("Again", "different"))).Should().Contain("The two passwords differ.");
        (await Sent(anna, "password", ("Old", Password), ("New", "short"), ("Again", "short"))).Should().Contain("A password has 10 to 200 characters.");
        (await Status(elsewhere, "/desk")).Should().Be(HttpStatusCode.OK);

        (await Sent(anna, "password", ("Old", Password), ("New", Other), ("Again", Other))).Should().Contain("Done.");
        (await Status(anna, "/desk")).Should().Be(HttpStatusCode.OK);
        (await Status(elsewhere, "/desk")).Should().Be(HttpStatusCode.Redirect);
        (await SignIn(NewClient(), "anna")).StatusCode.Should().Be(HttpStatusCode.OK, "that is not the password any more");
        (await SignIn(NewClient(), "anna", Other)).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Wrong_passwords_on_the_page_lock_the_account_as_at_the_door()
    {
        var anna = await SignedIn("anna", Role.Operator, "1001");
        for (var i = 0; i < Server.Accounts.SignIn.Tries; i++)
        {
            await Sent(anna, "password", ("Old", $"wrong {i}"), ("New", Other), ("Again", Other));
        }

        (await Sent(anna, "password", ("Old", Password), ("New", Other), ("Again", Other))).Should().Contain("Too many wrong attempts.");
    }

    [Fact]
    public async Task With_codes_nobody_gets_in_by_the_password_alone_nor_twice_by_a_code_and_an_administrator_takes_them_away()
    {
        var (olga, anna) = (await SignedIn("olga", Role.Administrator), await SignedIn("anna", Role.Operator, "1001"));
        (await anna.GetStringAsync(new Uri("/sign-in?lang=en", UriKind.Relative), TestContext.Current.CancellationToken)).Should().NotContain("Code from the app", "nobody uses one");
        var page = WebUtility.HtmlDecode(await anna.GetStringAsync(new Uri("/me?lang=en", UriKind.Relative), TestContext.Current.CancellationToken));
        var secret = SecretField().Match(page).Groups[1].Value;
        page.Should().Contain($"otpauth://totp/Web3Tel:anna?secret={secret}&issuer=Web3Tel");

        (await Sent(anna, "codes", ("Secret", secret), ("Code", "000000"), ("Old", Password))).Should().Contain("The code is wrong.");
        (await Sent(anna, "codes", ("Secret", secret), ("Code", Code(secret)), ("Old", "wrong"))).Should().Contain("The password is wrong.");
        Keeper.Roll.Find("anna")!.Totp.Should().BeNull();
        (await Sent(anna, "codes", ("Secret", secret), ("Code", Code(secret)), ("Old", Password))).Should().Contain("Done.");

        (await Enter(Password, "")).Should().BeFalse();
        (await Enter(Password, "000000")).Should().BeFalse();
        var code = Code(secret);
        (await Enter(Password, code)).Should().BeTrue();
        (await Enter(Password, code)).Should().BeFalse("each opens once");

        using var taken = await Send(olga, "/accounts", $"codes-{Keeper.Roll.Find("anna")!.Id}");
        (await Enter(Password, "")).Should().BeTrue();
        await Eventually.Holds(async () => (await olga.GetStringAsync(new Uri("/api/audit", UriKind.Relative), TestContext.Current.CancellationToken)).Should().ContainAll("setSecondFactor", "removeSecondFactor").And.NotContain(secret));

        async Task<bool> Enter(string password, string with)
        {
            using var answer = await Send(NewClient(), "/sign-in", "sign-in", ("Name", "anna"), ("Password", password), ("Code", with));
            return answer.StatusCode == HttpStatusCode.Redirect;
        }
    }

    [Fact]
    public async Task Codes_outlive_a_restart()
    {
        await SignedIn("anna", Role.Operator, "1001");
        (await Keeper.AskForCodes("anna", Keeper.Roll.Find("anna")!.Id, Totp.NewSecret())).Should().BeNull();
        await Restart();
        (await SignIn(NewClient(), "anna")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await Status(NewClient(), "/me")).Should().Be(HttpStatusCode.Redirect);
    }

    static string Code(string secret) => Totp.CodeAt(Totp.Bytes(secret), TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30, 6);

    static async Task<string> Sent(HttpClient client, string form, params (string Name, string Value)[] fields)
    {
        using var answer = await Send(client, "/me?lang=en", form, fields);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("name=\"Secret\" value=\"([A-Z2-7]{32})\"")]
    private static partial Regex SecretField();
}
