using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>Gateways as a real FreeSWITCH tells of them, with SIPp as the provider. Skipped, visibly, where these are not installed.</summary>
public sealed class RealGatewaysTests
{
    const int Provider = 16_490;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task One_whose_provider_does_not_answer_is_down_and_up_again_when_it_does()
    {
        using var folder = new TempFolder();
        await using var freeSwitch = await RealOutgoingTests.WithGateway(Provider, more: Impatient);
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, new() { ["LineOut"] = "sofia/gateway/provider/{number}" }, []);

        await Eventually.Holds(async () => (await Gateway(service)).Should().Be(("provider", $"sip:127.0.0.1:{Provider}", "NOREG", false)), Patience);
        await File.WriteAllBytesAsync(folder["answer.alaw"], Tones.ALaw((500, 1)), TestContext.Current.CancellationToken);
        await using var provider = Sipp.Provider(Provider, folder.Path);
        await Eventually.Holds(async () => (await Gateway(service)).Reached.Should().BeTrue(provider.Output), Patience);
    }

    /// <summary>It asks the provider every five seconds.</summary>
    static void Impatient(string configuration)
    {
        var trunk = Path.Combine(configuration, "sip_profiles", "external", "trunk.xml");
        File.WriteAllText(trunk, File.ReadAllText(trunk).Replace("name=\"ping\" value=\"30\"", "name=\"ping\" value=\"5\"", StringComparison.Ordinal));
    }

    static async Task<(string? Name, string? Proxy, string? State, bool Reached)> Gateway(ServiceOnFreeSwitch service)
    {
        var gateway = (await service.Gateways()).Single();
        return ((string?)gateway["name"], (string?)gateway["proxy"], (string?)gateway["state"], (bool)gateway["isReached"]!);
    }
}
