using FluentAssertions;
using Web3Tel.Server.Tests.FreeSwitch;
using Web3Tel.Server.Tests.Verto;
using Xunit;

namespace Web3Tel.Server.Tests.Doctor;

public sealed class DoctorOfBrowserTelephonesTests(ITestOutputHelper console) : DoctorTest(console)
{
    [Fact]
    public async Task A_mod_verto_that_listens_is_well()
    {
        StopClocks();
        await using var verto = await ScriptedVerto.Start();
        Is(verto.Url.ToString());
        (await Complaints()).Should().BeEmpty();
    }

    [Fact]
    public async Task One_that_nobody_has_loaded_is_told_and_so_is_one_that_does_not_listen()
    {
        Is($"ws://127.0.0.1:{Ports.Free()}");
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong verto: Nobody answers at ws://127.0.0.1:");
        FreeSwitch.Ill["module_exists mod_verto"] = "false";
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong verto: mod_verto is not loaded");
    }

    void Is(string url)
    {
        Settings["Verto:Url"] = url;
        Settings["Directory:Token"] = "hush";
        FreeSwitch.Ill["global_getvar domain"] = "127.0.0.1";
    }
}
