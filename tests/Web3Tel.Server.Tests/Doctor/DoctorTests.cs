using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Doctor;
using Web3Tel.Server.Tests.FreeSwitch;
using Xunit;

namespace Web3Tel.Server.Tests.Doctor;

/// <summary>The command as a whole, and what FreeSWITCH's side may have.</summary>
public sealed class DoctorTests(ITestOutputHelper console) : DoctorTest(console)
{
    static readonly string[] AllChecks = [.. typeof(Checks).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    [Fact]
    public async Task Of_a_good_set_up_every_check_says_ok_and_the_exit_code_is_0()
    {
        Settings["Greeting"] = "greeting.wav";
        File.WriteAllText(Folder["greeting.wav"], "RIFF");

        var (code, output, errors) = await Run("--language", "en");

        errors.Should().BeEmpty();
        output.TrimEnd().Split('\n').Should().AllSatisfy(line => line.Should().StartWith("ok "));
        AllChecks.Should().AllSatisfy(check => output.Should().Contain($" {check} "));

        code.Should().Be(0);
        Directory.Exists(Folder["recordings/.web3tel-doctor"]).Should().BeFalse("nothing is left behind");
        Directory.Exists(Folder["data"]).Should().BeFalse("whoever runs the doctor need not be whom the service runs as");
        FreeSwitch.Asked.Should().OnlyContain(command => !command.StartsWith("originate", StringComparison.Ordinal) || command.Contains("}null/", StringComparison.Ordinal), "nothing may ring");
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_no_password_is_shown()
    {
        EventSocket.Password = "another";
        Settings["FreeSwitch:Password"] = "my-own-secret";

        (await Complaints()).Should().ContainSingle().Which.Should()
            .Be($"wrong event-socket: FreeSWITCH at 127.0.0.1:{EventSocket.Port} does not accept the password. -> Set Web3Tel__FreeSwitch__Password to the password in event_socket.conf.xml (with our configuration: event_socket_password in secrets.xml).")
            .And.NotContain("my-own-secret");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public async Task No_output_has_the_password(string language)
    {
        Settings["FreeSwitch:Password"] = EventSocket.Password = "my-own-secret";
        FreeSwitch.Ill["module_exists"] = "false";
        FreeSwitch.Ill["local_stream"] = "-ERR";
        foreach (var options in new string[][] { [], ["--json"] })
        {
            (await Run([.. options, "--language", language])).Output.Should().NotContain("my-own-secret");
        }
    }

    [Fact]
    public async Task The_password_that_everybody_knows_is_a_warning()
    {
        Settings["FreeSwitch:Password"] = EventSocket.Password = "ClueCon";
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("warning event-socket: ").And.NotContain("ClueCon");
    }

    [Fact]
    public async Task A_rude_rejection_is_told_with_the_list_to_change()
    {
        EventSocket.Greeting = "Content-Type: text/rude-rejection\nContent-Length: 24\n\nAccess Denied, go away.\n";
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong event-socket: ").And.Contain("rude rejection").And.Contain("apply-inbound-acl");
    }

    [Fact]
    public async Task Where_nobody_listens_it_is_told_how_to_start_FreeSWITCH()
    {
        Settings["FreeSwitch:Port"] = Ports.Free().ToString(System.Globalization.CultureInfo.InvariantCulture);
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong event-socket: FreeSWITCH cannot be reached at 127.0.0.1:").And.Contain("make freeswitch");
    }

    [Fact]
    public async Task What_is_no_event_socket_is_told()
    {
        EventSocket.Greeting = "HTTP/1.1 400 Bad Request\n\n";
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong event-socket: ");
    }

    [Fact]
    public async Task A_FreeSWITCH_that_goes_away_while_it_is_asked_is_told()
    {
        FreeSwitch.Ill["sofia status"] = null;
        (await Complaints()).Should().Contain(line => line.StartsWith("wrong event-socket: FreeSWITCH did not answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_module_that_is_missing_is_told_with_the_line_that_loads_it()
    {
        foreach (var (module, verdict) in ModulesCheck.Needed.Select(one => (one.Name, "wrong")).Concat(ModulesCheck.Useful.Select(one => (one.Name, "warning"))))
        {
            FreeSwitch.Ill.Clear();
            FreeSwitch.Ill[$"module_exists {module}"] = "false";
            (await Complaints()).Should().ContainSingle().Which.Should().StartWith($"{verdict} modules: {module} is not loaded").And.Contain($"<load module=\"{module}\"/>");
        }
    }

    [Fact]
    public async Task Without_mod_commands_no_module_is_accused_that_cannot_be_asked_for()
    {
        FreeSwitch.Ill["module_exists"] = "-ERR module_exists Command not found!\n";
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong modules: mod_commands is not loaded");
    }

    [Fact]
    public void Our_configuration_loads_what_the_doctor_asks_for()
    {
        var loaded = File.ReadAllText(Path.Combine(Repository.Folder("freeswitch"), "autoload_configs", "modules.conf.xml"));
        ModulesCheck.Needed.Concat(ModulesCheck.Useful).Should().AllSatisfy(module => loaded.Should().Contain($"<load module=\"{module.Name}\"/>"));
    }

    [Fact]
    public void The_docs_name_each_check()
    {
        var docs = File.ReadAllText(Path.Combine(Repository.Folder("docs"), "install.md"));
        AllChecks.Should().AllSatisfy(check => docs.Should().Contain($"`{check}`"));
    }

    [Theory]
    [InlineData("FreeSWITCH Version 1.10.11-release (git)", "warning versions: FreeSWITCH 1.10.11")]
    [InlineData("FreeSWITCH Version 1.11.0-dev (git)", "warning versions: FreeSWITCH 1.11.0")]
    [InlineData("FreeSWITCH Version 1.8.7-release (git)", "wrong versions: FreeSWITCH 1.8.7")]
    [InlineData("-ERR", "warning versions: FreeSWITCH does not tell its version.")]
    public async Task Another_version_than_the_tested_one_is_told(string version, string told)
    {
        FreeSwitch.Ill["version"] = version;
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith(told).And.Contain("1.10.12");
    }

    [Fact]
    public async Task A_SIP_profile_that_does_not_run_is_told()
    {
        FreeSwitch.Ill["sofia status"] = "                 internal\tprofile\t              sip:mod_sofia@127.0.0.1:5060\tDOWN (0)\n";
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong sip: ");
    }

    [Theory]
    [InlineData(-3, "warning clock: FreeSWITCH's clock and ours differ by 3.0 s.")]
    [InlineData(3, "warning clock: ")]
    [InlineData(-3600, "wrong clock: FreeSWITCH's clock and ours differ by 3600.0 s.")]
    [InlineData(60, "wrong clock: ")]
    public async Task A_clock_that_is_off_is_told(int seconds, string told)
    {
        StopClocks();
        FreeSwitch.ClockIsAhead = TimeSpan.FromSeconds(seconds);
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith(told).And.Contain("chrony");
    }

    [Fact]
    public async Task A_FreeSWITCH_that_may_open_few_files_is_told()
    {
        Limit("4711", 1_024);
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong open-files: FreeSWITCH may open 1024 files and sockets. -> Give it 65536: LimitNOFILE=65536 in freeswitch.service");
    }

    [Fact]
    public async Task Of_two_FreeSWITCHes_here_the_one_that_wrote_its_number_down_is_looked_at()
    {
        Directory.CreateDirectory(Folder["proc/4712"]);
        File.WriteAllText(Folder["proc/4712/comm"], "freeswitch\n");
        Limit("4712", 5_000);
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("warning open-files: FreeSWITCH: how many files and sockets it may open is not seen from here");

        File.WriteAllText(Folder["freeswitch.pid"], "4712");
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("warning open-files: FreeSWITCH may open 5000");
    }

    [Fact]
    public async Task A_number_that_may_not_be_read_makes_no_difference()
    {
        // It exists, and reading it fails, even for root.
        File.CreateSymbolicLink(Folder["freeswitch.pid"], "/proc/self/mem");
        (await Complaints()).Should().BeEmpty();
    }

    [Fact]
    public async Task Wrong_settings_are_told_all_at_once_and_nothing_else_is_looked_at()
    {
        Settings["FreeSwitch:Port"] = "x";
        Settings["Greetnig"] = "greeting.wav";
        (await Complaints()).Should().SatisfyRespectively(
            port => port.Should().StartWith("wrong settings: Web3Tel:FreeSwitch:Port is \"x\". -> Give a whole number"),
            key => key.Should().StartWith("wrong settings: Web3Tel:Greetnig is not a setting."),
            rest => rest.Should().StartWith("warning settings: Nothing else was looked at."));
    }

    [Fact]
    public async Task Without_a_FreeSWITCH_it_is_said_that_calls_are_invented()
    {
        Settings["FreeSwitch:Host"] = "";
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("warning event-socket: No FreeSWITCH is set");
    }

    [Fact]
    public async Task It_speaks_Russian()
    {
        FreeSwitch.Ill["module_exists mod_hash"] = "false";
        var (code, output, _) = await Run("--language", "ru");
        output.Should().Contain("плохо     modules        mod_hash не загружен; он нужен для сердцебиения службы.").And.Contain("хорошо    settings       Настройки годятся.");
        code.Should().Be(1);
        JsonNode.Parse((await Run("--language", "ru", "--json")).Output)!["wrong"]!.GetValue<int>().Should().Be(1);
    }

    [Theory]
    [InlineData("--language de", "--language is \"de\": give en or ru.\n")]
    [InlineData("--jsno", "--jsno is no option here: there are --json, --language.\n")]
    [InlineData("now", "\"now\" belongs to no option.\n")]
    public async Task A_command_that_cannot_be_carried_out_is_told_with_exit_code_2(string options, string told)
    {
        var (code, output, errors) = await Run(options.Split(' '));
        (code, output, errors).Should().Be((2, "", told));
    }
}
