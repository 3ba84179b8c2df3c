using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Telephones;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>Operators' telephones with sound on a real FreeSWITCH: told of by the service, and dying. Skipped, visibly, without FreeSWITCH, SIPp and baresip.</summary>
public sealed class RealDirectoryTests : IDisposable
{
    const int CallerPort = 15140;
    const string Address = "127.0.0.4";
    const string Password = "another-secret-of-this-test";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_operator_who_is_added_while_the_service_runs_registers_at_once_and_serves_a_caller()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, [15100]);
        await service.CommandOperator("op0", "sign-out");
        var secret = PhonePassword.Of("1007", "127.0.0.1", Password).Secret();

        await service.Publish(document => document["Operators"]!.AsArray().Add(new JsonObject { ["Id"] = "1007", ["Name"] = "Vera <\"${x}\">", ["PhonePassword"] = secret }));
        await using var phone = Baresip.Start(freeSwitch, "1007", Password, Address, folder.Path);
        await Eventually.Holds(async () => ((string?)(await service.Operator("1007"))["device"]).Should().Be("registered", phone.Output), Patience);
        await using var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort);
        await Eventually.Holds(async () => (await service.Does("1007")).Should().Be("talking", phone.Output), Patience);
        await service.Command((await service.Calls()).Single().Id, "hang-up");
        (await caller.Exit(Patience)).Should().Be(0, caller.Output);

        (await service.Publish(document =>
        {
            document.ToJsonString().Should().NotContain(secret[^32..]);
            document["Operators"]![1]!["Name"] = "Vera";
        })).Should().BeGreaterThan(1, "what is not shown is kept");
        (await freeSwitch.Api("user_exists id 1007 127.0.0.1")).Trim().Should().Be("true");
        service.Output.Should().NotContain(secret[^32..]);
        await service.Kill();
        (await freeSwitch.Api("user_exists id 1007 127.0.0.1")).Trim().Should().Be("false", "only the service knows it");
        (await freeSwitch.Api("user_exists id 1001 127.0.0.1")).Trim().Should().Be("true", "the directory of its own is left");
    }

    [Fact]
    public async Task A_telephone_with_a_wrong_password_does_not_register()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(
            freeSwitch,
            new() { ["Operators__0__Id"] = "1007", ["Operators__0__PhonePassword"] = PhonePassword.Of("1007", "127.0.0.1", Password).Secret() },
            []);
        await using var phone = Baresip.Start(freeSwitch, "1007", "a-wrong-password", Address, folder.Path);

        await Eventually.Holds(() => Task.FromResult(phone.Output.Should().Contain("403 Forbidden")), Patience);
        (await freeSwitch.Api("sofia status profile internal reg")).Should().Contain("Total items returned: 0");
    }

    [Fact]
    public async Task A_telephone_that_dies_in_a_conversation_frees_its_operator()
    {
        await using var freeSwitch = await RealFreeSwitch.Start(conf =>
        {
            var vars = Path.Combine(conf, "vars.xml");
            File.WriteAllText(vars, File.ReadAllText(vars).Replace("phone_dead_after=300000", "phone_dead_after=4000", StringComparison.Ordinal));
        });
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, new() { ["Operators__0__Id"] = "1001" }, []);
        await using var phone = Baresip.Start(freeSwitch, "1001", RealFreeSwitch.Password, Address, folder.Path);
        await using var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort + 10);
        await Eventually.Holds(async () => (await service.Does("1001")).Should().Be("talking", phone.Output), Patience);
        await Task.Delay(TimeSpan.FromSeconds(6), TimeProvider.System, TestContext.Current.CancellationToken);
        (await service.Does("1001")).Should().Be("talking", "a telephone that is heard lives");

        await phone.Kill();

        await Eventually.Holds(async () => (await service.Does("1001")).Should().NotBe("talking", service.Output), TimeSpan.FromSeconds(10));
    }
}
