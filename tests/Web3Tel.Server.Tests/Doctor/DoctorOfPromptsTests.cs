using FluentAssertions;
using Xunit;

namespace Web3Tel.Server.Tests.Doctor;

/// <summary>Prompts that the settings name.</summary>
public sealed class DoctorOfPromptsTests(ITestOutputHelper console) : DoctorTest(console)
{
    [Fact]
    public async Task A_prompt_that_is_named_and_not_there_is_told_with_how_to_upload_it()
    {
        Settings["Greeting"] = "prompt:welcome";

        (await Complaints()).Should().ContainSingle().Which.Should().Be(
            "wrong prompts: There is no prompt \"welcome\", which Web3Tel:Greeting names. -> Upload a recording: curl -T welcome.wav http://…/api/prompts/welcome; or name another in Web3Tel:Greeting.");
    }

    [Fact]
    public async Task A_recording_that_is_gone_is_told_and_one_that_FreeSWITCH_finds_is_well()
    {
        Settings["Greeting"] = "prompt:welcome";
        Have("welcome");
        File.WriteAllText(Folder["data/prompts/welcome.wav"], "RIFF");
        (await Complaints()).Should().BeEmpty();

        File.Delete(Folder["data/prompts/welcome.wav"]);

        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong prompts: The recording of the prompt \"welcome\" is gone.");
    }

    [Fact]
    public async Task A_recording_that_FreeSWITCH_does_not_find_is_told()
    {
        Settings["Greeting"] = "prompt:welcome";
        Have("welcome");
        File.WriteAllText(Folder["data/prompts/welcome.wav"], "RIFF");
        FreeSwitch.Ill["file_exists"] = "false";

        (await Complaints()).Should().Contain(told => told.StartsWith($"wrong prompts: FreeSWITCH does not find {Folder["data/prompts/welcome.wav"]}, the prompt \"welcome\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_to_be_spoken_need_a_voice()
    {
        Settings["Greeting"] = "speak:Good morning";
        Settings["Speech:Program"] = "no-such-voice";

        (await Complaints()).Should().ContainSingle().Which.Should().StartWith("wrong voice: There is no program \"no-such-voice\" that speaks what Web3Tel:Greeting announces.");
    }

    void Have(string name)
    {
        Directory.CreateDirectory(Folder["data/prompts"]);
        File.WriteAllText(Folder[$"data/prompts/{name}.json"], $$"""{"Name":"{{name}}","File":"{{name}}.wav"}""");
    }
}
