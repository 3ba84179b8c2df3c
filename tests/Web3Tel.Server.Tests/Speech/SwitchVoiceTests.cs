using System.Reactive.Linq;
using FluentAssertions;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Speech;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Server.Tests.Speech;

/// <summary>What FreeSWITCH is given to speak.</summary>
public sealed class SwitchVoiceTests
{
    static readonly SpeechSettings Settings = new("espeak-ng", ["{text}", "{file}"], "en-us", "ru", TimeSpan.FromSeconds(5));

    [Theory]
    [InlineData("Good morning")]
    [InlineData("it's, a|b!c ^ $(rm) ${voice} `rm`; \" @@ {x=y} * # \n\\ %")]
    [InlineData("-w /etc/passwd")]
    [InlineData("Доброе утро ☎")]
    public async Task Nothing_of_a_text_means_anything_to_FreeSWITCH(string text)
    {
        var sound = await new SwitchVoice(Settings).Say(text, Language.English).FirstAsync();

        sound.Should().MatchRegex(@"^tts://tts_commandline\|en\|web3tel-[A-Za-z0-9_-]+=*$");
        Read(sound!).Should().Be($"en-us\n{text}");
    }

    [Fact]
    public async Task Each_language_has_its_voice() =>
        Read((await new SwitchVoice(Settings).Say("Да", Language.Russian).FirstAsync())!).Should().Be("ru\nДа");

    [Fact]
    public async Task What_is_too_long_for_a_command_cannot_be_spoken() =>
        (await new SwitchVoice(Settings).Say(new string('я', 30_001), Language.Russian).FirstAsync()).Should().BeNull();

    static string Read(string sound) =>
        System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(sound[(sound.IndexOf("web3tel-", StringComparison.Ordinal) + 8)..].Replace('-', '+').Replace('_', '/')));
}
