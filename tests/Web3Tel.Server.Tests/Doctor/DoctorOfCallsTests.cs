using FluentAssertions;
using Xunit;

namespace Web3Tel.Server.Tests.Doctor;

/// <summary>What the doctor finds on the way of a call: dialplan, sounds, recordings.</summary>
public sealed class DoctorOfCallsTests(ITestOutputHelper console) : DoctorTest(console)
{
    [Theory]
    [InlineData("can't find anything\n")]
    [InlineData("<section name=\"dialplan\"><context name=\"public\"/></section>")]
    [InlineData("-ERR")]
    public async Task A_dialplan_that_hands_over_no_call_is_told(string dialplan)
    {
        FreeSwitch.Dialplan = dialplan;
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong dialplan: The dialplan hands no call over").And.Contain("reloadxml");
    }

    [Fact]
    public async Task A_dialplan_that_hands_calls_to_another_address_is_told_with_both()
    {
        FreeSwitch.Dialplan = FreeSwitch.Dialplan.Replace($"127.0.0.1:{ServicePort}", "127.0.0.1:9|10.0.0.2", StringComparison.Ordinal);
        (await Complaints()).Should().ContainSingle().Which.Should()
            .StartWith($"wrong dialplan: The dialplan hands calls over to 127.0.0.1:9|10.0.0.2:8084; the service awaits them at 127.0.0.1:{ServicePort}. -> Set web3tel_service=127.0.0.1:{ServicePort} in vars.xml");
    }

    [Theory]
    [InlineData("10.0.0.9:8084|localhost:{0}")]
    [InlineData("127.0.0.1:{0}")]
    public async Task One_service_of_several_is_enough(string services)
    {
        FreeSwitch.Dialplan = FreeSwitch.Dialplan.Replace($"127.0.0.1:{ServicePort}", string.Format(null, services, ServicePort), StringComparison.Ordinal);
        (await Complaints()).Should().BeEmpty();
    }

    [Fact]
    public async Task What_FreeSWITCH_puts_in_when_the_call_comes_is_asked_for()
    {
        FreeSwitch.Dialplan = FreeSwitch.Dialplan.Replace($"127.0.0.1:{ServicePort} async full", "${web3tel_service} async full", StringComparison.Ordinal);
        FreeSwitch.Ill["expand echo ${web3tel_service} async full"] = $"127.0.0.1:{ServicePort} async full";
        (await Complaints()).Should().BeEmpty();
    }

    [Theory]
    [InlineData(" async full", " full", "wrong dialplan: Calls are handed to")]
    [InlineData(" async full", " async", "wrong dialplan: Calls are handed to")]
    [InlineData("socket_resume=true", "socket_resume=false", "warning dialplan: Before \"socket\" the dialplan does not set socket_resume=true")]
    [InlineData("web3tel/beat", "other/beat", "warning dialplan: The dialplan does not look whether the service lives")]
    public async Task A_dialplan_that_loses_callers_is_told(string right, string wrong, string told)
    {
        FreeSwitch.Dialplan = FreeSwitch.Dialplan.Replace(right, wrong, StringComparison.Ordinal);
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith(told);
    }

    [Fact]
    public async Task Without_a_voice_for_those_who_are_called_back_it_is_told()
    {
        Settings["LineOut"] = "sofia/gateway/provider/{number}";
        Settings["Queues:0:Name"] = "sales";
        Settings["Queues:0:Callback"] = "true";
        Settings["Speech:Program"] = "no-such-voice";
        Settings["Callback:Offer"] = "no-such-sound.wav";
        (await Complaints()).Should().SatisfyRespectively(
            voice => voice.Should().StartWith("wrong voice: There is no program \"no-such-voice\" that speaks what sales announces."),
            sound => sound.Should().Contain("no-such-sound.wav, which Web3Tel:Callback:Offer names."));
    }

    [Fact]
    public async Task Music_that_is_not_there_is_told()
    {
        Settings["Queues:0:Music"] = "local_stream://jazz";
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong music: FreeSWITCH has no stream jazz").And.Contain("local_stream.conf.xml").And.EndWith("Web3Tel:Queues:reception:Music.");
    }

    [Fact]
    public async Task Music_with_nothing_to_play_is_told()
    {
        FreeSwitch.Ill["local_stream show moh"] = "moh\n  location: /etc/sounds/music\n  ready:    false\n  stopped:  false\n";
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong music: FreeSWITCH's stream moh has nothing to play");
    }

    [Fact]
    public async Task Each_prompt_that_is_not_there_is_told_with_its_setting_and_the_others_are_not()
    {
        File.WriteAllText(Folder["there.wav"], "RIFF");
        Directory.CreateDirectory(Folder["16000"]);
        File.WriteAllText(Folder["16000/by-rate.wav"], "RIFF");
        Settings["Greeting"] = "{loops=2}file_string://there.wav!by-rate.wav!lost.wav";
        Settings["Queues:0:Whisper"] = "tone_stream://%(100,0,440)";
        Settings["Queues:0:WhenFull"] = "hangup:/nowhere/full.wav";
        Settings["Queues:0:Announce:Messages:0"] = "there.wav";
        Settings["Queues:0:ExitKeys:0:Key"] = "1";
        Settings["Queues:0:ExitKeys:0:To"] = "hangup:bye.wav";
        (await Complaints()).Should().SatisfyRespectively(
            greeting => greeting.Should().StartWith($"wrong prompts: FreeSWITCH does not find {Folder["lost.wav"]}, which Web3Tel:Greeting names."),
            full => full.Should().StartWith("wrong prompts: FreeSWITCH does not find /nowhere/full.wav, which Web3Tel:Queues:reception:WhenFull names."),
            key => key.Should().StartWith($"wrong prompts: FreeSWITCH does not find {Folder["bye.wav"]}, which Web3Tel:Queues:reception:ExitKeys names."));
    }

    [Fact]
    public async Task A_folder_of_recordings_that_neither_can_write_to_is_told_of_both()
    {
        File.WriteAllText(Folder["file"], "");
        Settings["Recordings"] = Folder["file/recordings"];
        (await Complaints()).Should().SatisfyRespectively(
            ours => ours.Should().StartWith("wrong recordings: The service cannot write to the folder of recordings").And.Contain("User=web3tel"),
            theirs => theirs.Should().StartWith("wrong recordings: FreeSWITCH cannot record to").And.Contain("-ERR Cannot record session!"));
    }

    [Fact]
    public async Task Recordings_that_the_service_cannot_read_are_told()
    {
        // FreeSWITCH says that it records, and the file is not where we look.
        FreeSwitch.Ill["uuid_record"] = "+OK Success\n";
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong recordings: FreeSWITCH records to").And.Contain("but the service cannot read what it records");
    }

    [Fact]
    public async Task Where_FreeSWITCH_has_no_leg_for_a_trial_it_is_told_and_nothing_rings()
    {
        FreeSwitch.Ill["originate"] = "-ERR CHAN_NOT_IMPLEMENTED\n";
        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("warning recordings: FreeSWITCH could not be asked to record: -ERR CHAN_NOT_IMPLEMENTED").And.Contain("mod_loopback");
    }

    [Fact]
    public async Task The_trial_leg_is_ended_whatever_happened()
    {
        FreeSwitch.Ill["uuid_record"] = "-ERR Cannot record session!\n";
        await Complaints();
        FreeSwitch.Asked.Should().Contain(command => command.StartsWith("uuid_kill ", StringComparison.Ordinal));
    }
}
