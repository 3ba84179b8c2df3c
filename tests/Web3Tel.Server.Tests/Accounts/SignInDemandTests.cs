using System.Net;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Accounts;

public sealed class SignInDemandTests
{
    [Theory]
    [InlineData("127.0.0.1:0", "WithAccounts", HttpStatusCode.OK)]
    [InlineData("0.0.0.0:0", "WithAccounts", HttpStatusCode.Unauthorized)]
    [InlineData("127.0.0.1:0", "Always", HttpStatusCode.Unauthorized)]
    [InlineData("127.0.0.1:0", "Never", HttpStatusCode.OK)]
    public async Task Without_accounts_all_is_open_on_loopback_only(string listen, string demand, HttpStatusCode expected)
    {
        using var folder = new TempFolder();
        await using var service = await RunningService.Start(
            folder.Path, new FakeSwitch(), more: new Dictionary<string, string?> { ["Web3Tel:Http:Listen"] = listen, ["Web3Tel:Http:SignIn"] = demand });
        using var answer = await service.Http.GetAsync(new Uri(service.Address.ToString().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal) + "api/calls"), TestContext.Current.CancellationToken);
        answer.StatusCode.Should().Be(expected);
    }
}
