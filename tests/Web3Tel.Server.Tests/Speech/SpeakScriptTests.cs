using System.Diagnostics;
using FluentAssertions;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Speech;
using Web3Tel.Server.Tests.FreeSwitch;
using Web3Tel.Server.Tests.Storage;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Server.Tests.Speech;

/// <summary>The script by which FreeSWITCH speaks (<c>freeswitch/speak.sh</c>), by itself.</summary>
public sealed class SpeakScriptTests : IDisposable
{
    const string Hostile = "it's $(touch BAD) `touch BAD`; touch BAD | \"*\" ${voice} {file} \\ Привет\nx";

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Good morning", "Good morning")]
    [InlineData(Hostile, Hostile)]
    [InlineData("-w BAD", " -w BAD")]
    public async Task A_text_is_spoken_and_nothing_in_it_is_a_command(string text, string said)
    {
        var program = Program("printf '%s|%s' \"$1\" \"$2\" > \"$3\"");

        (await Speak($"{program} {{voice}} {{text}} {{file}}", Coded(text), folder["out.wav"])).Code.Should().Be(0);

        (await Read("out.wav")).Should().Be($"my voice|{said}");
        File.Exists(folder["BAD"]).Should().BeFalse();
    }

    [Fact]
    public async Task Words_by_hand_are_spoken_with_the_voice_that_is_named()
    {
        await Speak($"{Program("printf '%s|%s' \"$1\" \"$2\" > \"$3\"")} {{voice}} {{text}} {{file}}", "It's me", folder["out.wav"]);
        (await Read("out.wav")).Should().Be("en|It's me");
    }

    [Fact]
    public async Task A_program_may_read_the_text_from_its_input()
    {
        var text = string.Concat(Enumerable.Repeat("слово ", 5_000));
        await Speak($"{Program("cat > \"$1\"")} {{file}}", Coded(text), folder["out.wav"]);
        (await Read("out.wav")).Should().Be(text + "\n");
    }

    [Fact]
    public async Task The_second_time_it_is_there_until_the_voice_is_another()
    {
        var command = $"{Program("echo x >> runs; printf '%s' \"$1\" > \"$3\"")} {{voice}} {{text}} {{file}}";
        await Speak(command, Coded("one"), folder["first.wav"]);
        File.Delete(folder["first.wav"]);
        await Speak(command, Coded("one"), folder["second.wav"]);
        (await Read("second.wav")).Should().Be("my voice");
        (await Read("runs")).Should().Be("x\n");
        await Speak(command, Coded("one", "other"), folder["third.wav"]);
        (await Read("third.wav")).Should().Be("other");
        (await Read("runs")).Should().Be("x\nx\n");
    }

    [Fact]
    public async Task Many_at_once_each_get_the_whole_sound()
    {
        var command = $"{Program("printf one > \"$3\"; sleep 0.1; printf ' two' >> \"$3\"")} {{voice}} {{text}} {{file}}";
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Speak(command, Coded("one"), folder[$"{i}.wav"])));
        foreach (var i in Enumerable.Range(0, 8))
        {
            (await Read($"{i}.wav")).Should().Be("one two");
        }

        Directory.GetFiles(folder["kept"]).Should().ContainSingle();
    }

    [Theory]
    [InlineData("exit 3")]
    [InlineData("true")]
    [InlineData("printf half > \"$3\"; exit 1")]
    public async Task A_program_that_fails_leaves_nothing_and_may_succeed_the_next_time(string script)
    {
        (await Speak($"{Program(script)} {{voice}} {{text}} {{file}}", Coded("one"), folder["out.wav"])).Code.Should().NotBe(0);
        File.Exists(folder["out.wav"]).Should().BeFalse();
        Directory.GetFiles(folder["kept"]).Should().BeEmpty();
    }

    [Fact]
    public async Task Old_sounds_are_thrown_away()
    {
        var command = $"{Program("printf x > \"$3\"")} {{voice}} {{text}} {{file}}";
        var old = (await Speak(command, Coded("one"), "-")).Said.Trim();
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-8));
        var young = (await Speak(command, Coded("two"), "-")).Said.Trim();
        File.Exists(old).Should().BeFalse();
        File.Exists(young).Should().BeTrue();
    }

    /// <summary>As <c>find</c> ends where a part that another speaks has become a whole while it looked (seen).</summary>
    [Fact]
    public async Task It_speaks_all_the_same_where_old_sounds_could_not_be_looked_through()
    {
        var command = $"{Program("printf x > \"$3\"")} {{voice}} {{text}} {{file}}";
        var programs = Directory.CreateDirectory(folder["programs"]).FullName;
        File.CreateSymbolicLink(Path.Combine(programs, "find"), "/bin/false");

        (await Speak(command, Coded("one"), folder["out.wav"], programs)).Code.Should().Be(0);

        (await Read("out.wav")).Should().Be("x");
    }

    [Fact]
    public async Task The_program_of_our_vars_speaks_both_languages()
    {
        _ = Installed.Voice;
        var vars = await File.ReadAllLinesAsync(Path.Combine(Repository.Folder("freeswitch"), "vars.xml"), TestContext.Current.CancellationToken);
        var command = vars.Single(line => line.Contains("speech_command=", StringComparison.Ordinal)).Split("speech_command=")[1].Split('"')[0];
        foreach (var voice in new[] { "en", "ru" })
        {
            var made = (await Speak(command, Coded("Привет, hello", voice), "-")).Said.Trim();
            // RIFF, and more than half a second of it.
            new FileInfo(made).Length.Should().BeGreaterThan(22_050);
        }
    }

    static string Coded(string text, string voice = "my voice") =>
        SwitchVoice.Coded(new SpeechSettings("", [], voice, voice, TimeSpan.Zero), text, Language.English);

    /// <summary>A program of its own.</summary>
    string Program(string script)
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "Needs /bin/sh.");
        var path = folder[$"voice-{Guid.NewGuid():N}"];
        File.WriteAllText(path, script);
        return $"/bin/sh {path}";
    }

    Task<string> Read(string name) => File.ReadAllTextAsync(folder[name], TestContext.Current.CancellationToken);

    /// <param name="before">A folder of programs that come before the system's.</param>
    async Task<(int Code, string Said)> Speak(string command, string text, string file, string? before = null)
    {
        string[] arguments = [Path.Combine(Repository.Folder("freeswitch"), "speak.sh"), folder["kept"], command, "en", text, file];
        var start = new ProcessStartInfo("/bin/sh", arguments) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{before}:{start.Environment["PATH"]}".TrimStart(':');
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
