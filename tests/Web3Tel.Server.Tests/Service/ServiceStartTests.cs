using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using Xunit;

namespace Web3Tel.Server.Tests.Service;

public sealed class ServiceStartTests : ServiceProcessTest
{
    [Fact]
    public async Task Wrong_settings_are_told_all_at_once_without_a_stack_trace()
    {
        await using var service = new ServiceProcess(Folder.Path, "--Web3Tel:FreeSwitch:Host", "10.0.0.1", "--Web3Tel:FreeSwitch:Port", "x");

        (await service.Ended()).Should().Be(2);

        service.Output.Should().Contain("2 setting(s) will not do").And.Contain("Web3Tel:FreeSwitch:Port is \"x\".").And.Contain("Web3Tel:FreeSwitch:Password is missing.")
            .And.NotContain("   at ");
    }

    [Fact]
    public async Task A_data_folder_in_use_is_refused()
    {
        await using var first = new ServiceProcess(Folder.Path, AnyPort);
        await first.Address();
        await using var second = new ServiceProcess(Folder.Path, AnyPort);

        (await second.Ended()).Should().Be(1);

        second.Output.Should().Contain("cannot be used").And.Contain("Web3Tel:Data").And.NotContain("   at ");
    }

    [Fact]
    public async Task A_second_start_does_without_a_folder_for_temporary_files()
    {
        await using var first = new ServiceProcess(Folder.Path, AnyPort);
        await first.Address();
        await first.Stop();

        await using var second = new ServiceProcess(Folder.Path, new() { ["TMPDIR"] = Folder["gone"] }, AnyPort);

        await second.Address();
    }

    [Theory]
    [InlineData("Web3Tel:Http:Listen")]
    [InlineData("Web3Tel:Outbound:Listen")]
    public async Task A_port_in_use_is_told_with_the_setting_that_names_it(string setting)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await using var service = new ServiceProcess(
            Folder.Path, [.. AnyPort, "--Web3Tel:FreeSwitch:Host", "127.0.0.1", "--Web3Tel:FreeSwitch:Password", "x", "--Web3Tel:Outbound:Listen", "127.0.0.1:0", $"--{setting}", taken.LocalEndpoint.ToString()!]);

        (await service.Ended()).Should().Be(1);

        service.Output.Should().Contain(setting).And.NotContain("   at ");
    }
}
