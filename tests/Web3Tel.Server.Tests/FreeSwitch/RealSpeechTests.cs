using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>
/// Words that a real FreeSWITCH speaks itself, by mod_tts_commandline and our script; the program is one that says a tone instead, so that it is known on the
/// wire. Skipped, visibly, where FreeSWITCH, SIPp or sox is not installed.
/// </summary>
public sealed class RealSpeechTests : IDisposable
{
    const int OperatorPort = 15640;
    const int CallerPort = 15650;
    const int Voices = 14_440;
    const int Spoken = 700;
    const int Operator = 900;
    const int Caller = 500;

    /// <summary>0.3 s.</summary>
    const int Piece = 2_400;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Longer than the conversation, which the test ends.</summary>
    static readonly TimeSpan Talk = TimeSpan.FromSeconds(100);

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Caller_and_operator_hear_it_whatever_the_text_and_the_second_time_it_is_there_already()
    {
        var bad = folder["BAD"];
        await using var freeSwitch = await Start($"echo \"$1\" >> {folder["runs"]}; exec {Installed.Sox} -n -r 8000 -c 1 -t wav \"$2\" synth 4 sine {Spoken}");
        await using var service = await ServiceOnFreeSwitch.Start(
            freeSwitch,
            new()
            {
                // Nor is there such a program: FreeSWITCH is asked, and has the module.
                ["Speech__Through"] = "Auto",
                ["Speech__Program"] = "no-such-program",
                ["Greeting"] = $"speak:en:It's, a|b!c ^ $(touch {bad}) `touch {bad}`; touch {bad} | \"*\" ${{voice}} {{x=y}} @@ # Привет",
                ["Queues__0__Whisper"] = "speak:ru:Звонок; $(rm)",
            },
            [OperatorPort]);
        await using var operators = Sipp.AnsweringWithVoice(OperatorPort, folder.Path, Voices + 2, Talk);
        for (var call = 0; call < 2; call++)
        {
            await using var callersVoice = new Voice(Voices, Caller);
            await using var operatorsVoice = new Voice(Voices + 2, Operator);
            await using var caller = Sipp.CallerWithVoice(freeSwitch, CallerPort + call, folder.Path, Voices);
            await Hears(callersVoice, Spoken, Operator);
            await Hears(operatorsVoice, Spoken, Caller);
            await service.Command((await service.Calls()).Single().Id, "hang-up");
            (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        }

        (await File.ReadAllLinesAsync(folder["runs"], TestContext.Current.CancellationToken)).Should().Equal("en", "ru");
        File.Exists(bad).Should().BeFalse("nothing in a text is a command");
        (await service.Settled(freeSwitch, 2)).Should().OnlyContain(call => call.Result == "answered");
        Directory.GetFiles(freeSwitch.Temporary).Should().BeEmpty();
    }

    [Theory]
    [InlineData("exit 1")]
    [InlineData("echo no sound > \"$2\"")]
    public async Task A_voice_that_fails_ends_no_call(string program)
    {
        await using var freeSwitch = await Start(program);
        await using var service = await ServiceOnFreeSwitch.Start(
            freeSwitch, new() { ["Speech__Through"] = "FreeSwitch", ["Greeting"] = "speak:Good morning", ["Queues__0__Whisper"] = "speak:A call" }, [OperatorPort]);
        await using var operators = Sipp.Operators(OperatorPort, TimeSpan.FromSeconds(2));
        await using var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort);

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);

        (await service.Settled(freeSwitch, 1)).Should().ContainSingle().Which.Result.Should().Be("answered");
    }

    /// <summary>A FreeSWITCH whose voice is that shell script: <c>$1</c> is the voice, <c>$2</c> the file.</summary>
    Task<RealFreeSwitch> Start(string script)
    {
        _ = Installed.Sox;
        File.WriteAllText(folder["voice.sh"], script);
        return RealFreeSwitch.Start(configuration =>
        {
            var vars = Path.Combine(configuration, "vars.xml");
            File.WriteAllText(vars, File.ReadAllText(vars).Replace("espeak-ng -v {voice} -w {file} {text}", $"/bin/sh {folder["voice.sh"]} {{voice}} {{file}}", StringComparison.Ordinal));
        });
    }

    /// <summary>One tone after the other since the call began, each by itself for some tenths of a second.</summary>
    static Task Hears(Voice voice, params int[] tones) => Eventually.Holds(
        () =>
        {
            voice.Heard.Chunk(Piece).Where(piece => piece.Length == Piece).Select(piece => Tones.In(piece, Caller, Operator, Spoken))
                .Where(heard => heard.Count == 1).Select(heard => heard[0]).Should().ContainInOrder(tones);
            return Task.CompletedTask;
        },
        Patience);
}
