using System.Reactive.Linq;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Speech;
using Web3Tel.Server.Tests.Storage;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Server.Tests.Speech;

public sealed class VoiceProgramTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_sentence_is_written_to_a_file_once_however_many_ask()
    {
        using var voice = Shell("echo x >> \"$2.runs\"; echo \"$0 $1\" > \"$2\"");

        var asked = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Say(voice, "вы третий в очереди; $(rm) \"")));

        var file = asked.Distinct().Should().ContainSingle().Which!;
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Should().Be("ru вы третий в очереди; $(rm) \"\n", "nothing in a text is a command");
        Directory.GetFiles(folder.Path, "*.runs").Should().ContainSingle();
        (await File.ReadAllTextAsync(Directory.GetFiles(folder.Path, "*.runs")[0], TestContext.Current.CancellationToken)).Should().Be("x\n");
    }

    [Fact]
    public async Task Another_life_of_the_service_finds_the_file()
    {
        string? first;
        using (var voice = Shell("echo x > \"$2\""))
        {
            first = await Say(voice, "one");
        }

        using var later = Shell("echo x > \"$2\"");
        var made = TimeProvider.System.GetUtcNow().UtcDateTime.Date;
        File.SetLastWriteTimeUtc(first!, made);
        (await Say(later, "one")).Should().Be(first);
        File.GetLastWriteTimeUtc(first!).Should().Be(made);
    }

    [Fact]
    public async Task Old_sounds_are_thrown_away_and_made_again_when_they_are_wanted()
    {
        var (clock, day) = (new VirtualTime(TimeProvider.System.GetUtcNow()), TimeSpan.FromDays(1));
        using var voice = Shell("echo x > \"$2\"", clock);
        var name = await Say(voice, "Ivan");
        File.SetLastWriteTimeUtc(name!, clock.GetUtcNow().UtcDateTime);
        clock.Advance(6 * day);
        await Say(voice, "Petr");
        File.Exists(name).Should().BeTrue();
        clock.Advance(2 * day);
        await Say(voice, "Anna");
        File.Exists(name).Should().BeFalse();
        (await Say(voice, "Ivan")).Should().Be(name);
        File.Exists(name).Should().BeTrue();
    }

    [Theory]
    [InlineData("exit 3")]
    [InlineData("true")]
    [InlineData("sleep 600")]
    public async Task A_program_that_fails_or_writes_nothing_or_takes_too_long_is_no_sound_and_no_error(string script)
    {
        using var voice = Shell(script);
        (await Say(voice, "one")).Should().BeNull();
    }

    [Fact]
    public async Task A_program_that_cannot_be_run_is_no_sound_and_no_error()
    {
        using var voice = new VoiceProgram(Settings("/nowhere/espeak"), Sounds(TimeProvider.System), NullLogger.Instance);
        (await Say(voice, "one")).Should().BeNull();
    }

    [Fact]
    public async Task The_program_of_the_default_settings_speaks_both_languages()
    {
        var path = VoiceProgram.Find("espeak-ng");
        Assert.SkipWhen(path is null, "espeak-ng is not installed.");
        using var voice = new VoiceProgram(new SpeechSettings(path, ["-v", "{voice}", "-w", "{file}", "{text}"], "en", "ru", TimeSpan.FromSeconds(60)), Sounds(TimeProvider.System), NullLogger.Instance);
        foreach (var language in Enum.GetValues<Language>())
        {
            var file = await voice.Say(Phrases.Position(language, 3), language).FirstAsync();
            // RIFF, and more than half a second of it.
            new FileInfo(file!).Length.Should().BeGreaterThan(22_050);
        }
    }

    [Fact]
    public void A_program_that_is_not_there_is_not_found() => VoiceProgram.Find("no-such-voice").Should().BeNull();

    static SpeechSettings Settings(string program, params string[] arguments) =>
        new(program, [.. arguments], "en", "ru", TimeSpan.FromSeconds(arguments is [_, "sleep 600", ..] ? 0.2 : 60));

    static Task<string?> Say(VoiceProgram voice, string text) => Task.Run<string?>(async () => await voice.Say(text, Language.Russian).FirstAsync());

    VoiceProgram Shell(string script, TimeProvider? time = null) =>
        new(Settings("/bin/sh", "-c", script, "{voice}", "{text}", "{file}"), Sounds(time ?? TimeProvider.System), NullLogger.Instance);

    SpeechFolder Sounds(TimeProvider time) => new(folder.Path, time);
}
