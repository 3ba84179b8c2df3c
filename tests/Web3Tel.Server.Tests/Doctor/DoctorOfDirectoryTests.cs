using FluentAssertions;
using Web3Tel.Server.Telephones;
using Xunit;

namespace Web3Tel.Server.Tests.Doctor;

/// <summary>Whether FreeSWITCH asks the service for operators' telephones.</summary>
public sealed class DoctorOfDirectoryTests : DoctorTest
{
    public DoctorOfDirectoryTests(ITestOutputHelper console)
        : base(console)
    {
        Settings["Operators:0:Id"] = "1007";
        Settings["Operators:0:PhonePassword"] = PhonePassword.Of("1007", "127.0.0.1", "secret").Secret();
        Settings["Directory:Token"] = "hush";
        FreeSwitch.Ill["global_getvar domain"] = "127.0.0.1";
        FreeSwitch.Ill["user_exists id 1007 127.0.0.1"] = "true";
    }

    [Fact]
    public async Task Telephones_that_are_found_are_well() => (await Complaints()).Should().BeEmpty();

    [Theory]
    [InlineData("user_exists", "false", "wrong directory: FreeSWITCH does not find the telephones of 1007.")]
    [InlineData("global_getvar domain", "pbx.example", "wrong directory: Telephones register at the domain pbx.example; the service tells of 127.0.0.1.")]
    [InlineData("module_exists mod_xml_curl", "false", "warning directory: mod_xml_curl is not loaded")]
    public async Task What_is_wrong_with_it_is_told(string command, string answer, string complaint)
    {
        FreeSwitch.Ill.Remove("user_exists id 1007 127.0.0.1");
        FreeSwitch.Ill["user_exists"] = "true";
        FreeSwitch.Ill[command] = answer;
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith(complaint);
    }

    [Fact]
    public async Task Passwords_without_a_token_are_told()
    {
        Settings["Directory:Token"] = "";
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong directory: Operators have a PhonePassword, but FreeSWITCH is not told of it");
    }
}
