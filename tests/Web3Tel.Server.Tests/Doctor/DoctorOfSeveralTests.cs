using System.Globalization;
using FluentAssertions;
using Web3Tel.Server.Tests.FreeSwitch;
using Xunit;

namespace Web3Tel.Server.Tests.Doctor;

/// <summary>A call center on two FreeSWITCHes: the doctor asks both.</summary>
public sealed class DoctorOfSeveralTests : DoctorTest
{
    readonly HealthyFreeSwitch second;
    readonly FakeEventSocket secondSocket;

    public DoctorOfSeveralTests(ITestOutputHelper console)
        : base(console)
    {
        second = new HealthyFreeSwitch(Folder.Path, $"127.0.0.1:{ServicePort}");
        secondSocket = new FakeEventSocket(second.Answer);
        SecondAt(secondSocket.Port);
        Settings["OtherFreeSwitches:0:Host"] = "127.0.0.1";
        Settings["OtherFreeSwitches:0:Password"] = "hush";
        Settings["OtherFreeSwitches:0:Node"] = "second";
    }

    public override async ValueTask DisposeAsync()
    {
        await secondSocket.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Two_in_good_health_are_well_and_both_were_asked()
    {
        (await Complaints()).Should().BeEmpty();
        second.Asked.Should().Equal(FreeSwitch.Asked, (one, other) => one.Split(' ')[0] == other.Split(' ')[0]);
    }

    [Fact]
    public async Task What_is_wrong_with_the_second_is_told_though_the_first_is_well()
    {
        second.Ill["module_exists mod_hash"] = "false";
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong modules: second: mod_hash ");
    }

    [Fact]
    public async Task The_second_is_looked_at_where_the_first_cannot_be_reached()
    {
        Settings["FreeSwitch:Port"] = Ports.Free().ToString(CultureInfo.InvariantCulture);
        second.Ill["module_exists mod_hash"] = "false";
        (await Complaints()).Should().SatisfyRespectively(
            first => first.Should().StartWith("wrong event-socket: freeswitch: FreeSWITCH cannot be reached at 127.0.0.1:"),
            other => other.Should().StartWith("wrong modules: second: "));
    }

    [Fact]
    public async Task One_that_cannot_be_reached_is_told_by_its_address()
    {
        var port = Ports.Free();
        SecondAt(port);
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith($"wrong event-socket: second: FreeSWITCH cannot be reached at 127.0.0.1:{port}");
    }

    void SecondAt(int port) => Settings["OtherFreeSwitches:0:Port"] = port.ToString(CultureInfo.InvariantCulture);
}
