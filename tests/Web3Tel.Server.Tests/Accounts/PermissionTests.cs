using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using FluentAssertions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Board;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Accounts;

public sealed class PermissionTests : AccountTest
{
    private protected override Dictionary<string, string?> More { get; } = new() { ["Web3Tel:LineOut"] = "sofia/gateway/provider/{number}" };

    [Fact]
    public void Each_address_of_the_API_demands_a_permission()
    {
        var open = Service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api", StringComparison.Ordinal))
            .Where(endpoint => endpoint.Metadata.GetMetadata<DemandsAttribute>() is null || endpoint.Metadata.GetMetadata<OpenToAllAttribute>() is not null);
        open.Select(endpoint => endpoint.RoutePattern.RawText).Should().BeEmpty();
    }

    [Fact]
    public async Task An_operator_commands_the_own_desk_and_the_own_conversation_only()
    {
        var anna = await SignedIn("anna", Role.Operator, "1001");
        Telephony.Call("301", "Caller");
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        Telephony.Call("302", "Other", dialled: "2000");
        await Rings("user/1002");
        Telephony.Answer("user/1002");

        (await Status(anna, "/api/calls/call-1/hold", HttpMethod.Post)).Should().Be(HttpStatusCode.NoContent);
        (await Status(anna, "/api/calls/call-1/hang-up", HttpMethod.Post)).Should().Be(HttpStatusCode.Forbidden);
        (await Status(anna, "/api/calls/call-2/hold", HttpMethod.Post)).Should().Be(HttpStatusCode.Forbidden);
        (await Status(anna, "/api/operators/1002/sign-out", HttpMethod.Post)).Should().Be(HttpStatusCode.Forbidden);
        (await Status(anna, "/api/operators/1001/sign-out", HttpMethod.Post)).Should().Be(HttpStatusCode.NoContent);
        foreach (var path in new[] { "/api/calls", "/api/history", "/api/events", "/api/audit", "/api/configuration", "/api/recordings", "/api/reports/queues", "/api/voicemail", "/accounts", "/recordings", "/audit", "/mail", "/calendars" })
        {
            (await Status(anna, path)).Should().Be(HttpStatusCode.Forbidden, path);
        }
    }

    [Fact]
    public async Task A_call_to_a_number_outside_is_the_operators_own_conversation_and_belongs_to_its_queue()
    {
        var (anna, vera) = (await SignedIn("anna", Role.Operator, "1001"), await SignedIn("vera", Role.Operator, "1002"));
        var (boris, clara) = (await SignedIn("boris", Role.Supervisor, queues: "sales"), await SignedIn("clara", Role.Supervisor, queues: "support"));
        using var asked = await anna.PostAsJsonAsync(new Uri("/api/operators/1001/call", UriKind.Relative), new { number = "+79160000001", queue = "sales", wait = false }, TestContext.Current.CancellationToken);
        asked.StatusCode.Should().Be(HttpStatusCode.Accepted);
        var call = $"/api/calls/{(await List(boris, "/api/calls")).Single()!["id"]}";
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        await Rings("sofia/gateway/provider/+79160000001");
        Telephony.Answer("sofia/gateway/provider/+79160000001");

        (await Status(vera, $"{call}/recording/pause", HttpMethod.Post)).Should().Be(HttpStatusCode.Forbidden);
        (await Status(anna, $"{call}/recording/pause", HttpMethod.Post)).Should().Be(HttpStatusCode.NoContent);
        (await Status(anna, $"{call}/hang-up", HttpMethod.Post)).Should().Be(HttpStatusCode.Forbidden);
        (await Status(clara, $"{call}/hang-up", HttpMethod.Post)).Should().Be(HttpStatusCode.Forbidden);
        (await Status(boris, $"{call}/hang-up", HttpMethod.Post)).Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Whom_an_operator_of_two_queues_talks_to_is_told_to_who_sees_that_queue_only()
    {
        var clara = await SignedIn("clara", Role.Supervisor, queues: "support");
        Telephony.Call("301", "Xenia");
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        var board = BoardReader.Read(Service.Services.GetRequiredService<CallCenterService>().Current, default);
        var both = board with { Operators = [.. board.Operators.Select(one => one with { Queues = ["sales", "support"] })] };

        var seen = both.SeenBy(Keeper.VisitorOf(AccountKeeper.SessionOf(Keeper.Roll.Find("clara")!, "test"))!);

        both.Operators.Should().Contain(one => one.Caller == "Xenia");
        seen.Operators.Should().HaveCount(2).And.OnlyContain(one => one.Caller == null && one.Call == null);
        (await clara.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).Should().NotContain("Xenia");
    }

    [Fact]
    public async Task A_supervisor_of_a_queue_sees_and_commands_that_one_only()
    {
        var boris = await SignedIn("boris", Role.Supervisor, queues: "sales");
        Telephony.Call("301", "Caller");
        Telephony.Call("302", "Other", dialled: "2000");
        await Rings("user/1001");
        Telephony.Answer("user/1001");
        await Rings("user/1002");
        Telephony.Answer("user/1002");

        (await List(boris, "/api/calls")).Select(call => call!["number"]!.ToString()).Should().Equal("301");
        (await List(boris, "/api/queues")).Select(queue => queue!["name"]!.ToString()).Should().Equal("sales");
        (await List(boris, "/api/operators")).Select(one => one!["id"]!.ToString()).Should().Equal("1001");
        (await Status(boris, "/api/calls/call-1/hold", HttpMethod.Post)).Should().Be(HttpStatusCode.NoContent);
        (await Status(boris, "/api/calls/call-2/hang-up", HttpMethod.Post)).Should().Be(HttpStatusCode.Forbidden);
        (await Status(boris, "/api/operators/1002/sign-out", HttpMethod.Post)).Should().Be(HttpStatusCode.Forbidden);
        (await Status(boris, "/api/operators/1001/sign-out", HttpMethod.Post)).Should().Be(HttpStatusCode.NoContent);
        (await Status(boris, "/api/events")).Should().Be(HttpStatusCode.Forbidden, "it tells of all queues");
        (await Status(boris, "/api/configuration")).Should().Be(HttpStatusCode.Forbidden);
        (await Status(boris, "/audit")).Should().Be(HttpStatusCode.Forbidden, "so does it");
        (await boris.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).Should().Contain("Caller").And.NotContain("Other").And.NotContain("support");
    }

    [Fact]
    public async Task Who_is_disabled_is_out_at_once_with_all_that_is_open()
    {
        var boris = await SignedIn("boris", Role.Supervisor);
        using var events = await boris.GetAsync(new Uri("/api/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var stream = await events.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        (await stream.ReadAsync(new byte[1], TestContext.Current.CancellationToken)).Should().Be(1);

        (await Keeper.Disable("olga", Keeper.Roll.Find("boris")!.Id, isDisabled: true)).Should().BeNull();

        (await Status(boris, "/api/calls")).Should().Be(HttpStatusCode.Unauthorized);
        var read = async () => await stream.CopyToAsync(Stream.Null).WaitAsync(TimeSpan.FromSeconds(10));
        await read.Should().ThrowAsync<Exception>().Where(why => why is HttpIOException || why is IOException);
        using var again = await SignIn(NewClient(), "boris");
        (await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("is wrong.");
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        await SignedIn("olga", Role.Administrator);
        var id = Keeper.Roll.Find("olga")!.Id;
        (await Keeper.Disable("olga", id, isDisabled: true)).Should().Be(AccountFault.LastAdministrator);
        (await Keeper.Change("olga", id, new AccountWish(Role.Supervisor, null, []))).Should().Be(AccountFault.LastAdministrator);
        await SignedIn("second", Role.Administrator);
        (await Keeper.Disable("second", id, isDisabled: true)).Should().BeNull();
    }

    [Fact]
    public async Task A_program_comes_in_by_its_token_until_that_is_revoked_and_its_name_stands_in_the_audit_trail()
    {
        await SignedIn("olga", Role.Administrator);
        var (secret, fault) = await Keeper.IssueToken("olga", "crm", new AccountWish(Role.Supervisor, null, ["sales"]), TimeSpan.FromDays(1));
        fault.Should().BeNull();
        var program = NewClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        program.DefaultRequestHeaders.Add("X-Web3Tel-By", "boris");

        (await Status(program, "/api/operators/1001/sign-out", HttpMethod.Post)).Should().Be(HttpStatusCode.NoContent);
        (await Status(program, "/api/operators/1002/sign-out", HttpMethod.Post)).Should().Be(HttpStatusCode.Forbidden);
        var administrator = await SignedIn("vera", Role.Administrator);
        await Eventually.Holds(async () => (await List(administrator, "/api/audit")).Select(record => $"{record!["by"]} {record["act"]}").Should().Contain("boris (crm) signOut"));

        (await Keeper.RevokeToken("olga", Keeper.Roll.Tokens.Keys.Single())).Should().BeNull();
        (await Status(program, "/api/calls")).Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_expired_token_is_worth_nothing()
    {
        await SignedIn("olga", Role.Administrator);
        var (secret, _) = await Keeper.IssueToken("olga", "crm", new AccountWish(Role.Supervisor, null, []), TimeSpan.FromDays(-1));
        var program = NewClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        (await Status(program, "/api/calls")).Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_administrator_makes_accounts_and_tokens_on_the_page_and_names_stay_text()
    {
        var olga = await SignedIn("olga", Role.Administrator);
        using var made = await Send(olga, "/accounts", "create", ("Name", "anna"), ("Password", Password), ("Role", "Operator"), ("Operator", "1001"), ("Queues", "sales"));
        (await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("Done.");
        Keeper.Roll.Find("anna").Should().BeEquivalentTo(new { Role = Role.Operator, Operator = "1001", Queues = new[] { "sales" } });
        using var unfit = await Send(olga, "/accounts", "create", ("Name", "<script>"), ("Password", Password), ("Role", "Supervisor"));
        (await unfit.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("1 to 64 letters").And.NotContain("\"<script>");
        using var issued = await Send(olga, "/accounts", "token", ("Name", "crm"), ("Role", "Supervisor"), ("Days", "30"));
        (await issued.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().MatchRegex("<code>w3t_[A-Za-z0-9_-]{43}</code>");
        (await olga.GetStringAsync(new Uri("/accounts", UriKind.Relative), TestContext.Current.CancellationToken)).Should().Contain("crm").And.NotContain("w3t_");
    }
}
