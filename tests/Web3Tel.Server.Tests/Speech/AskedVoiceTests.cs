using System.Reactive.Linq;
using System.Reactive.Subjects;
using FluentAssertions;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Speech;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Server.Tests.Speech;

public sealed class AskedVoiceTests
{
    [Fact]
    public async Task It_speaks_until_it_is_said_not_to_be_there_and_again_when_it_is()
    {
        using var isThere = new Subject<bool>();
        using var voice = new AskedVoice(new SwitchVoice(new SpeechSettings("espeak-ng", ["{text}", "{file}"], "en", "ru", TimeSpan.FromSeconds(5))), isThere);
        (await Said(voice)).Should().StartWith(SwitchVoice.Prefix, "nobody has said anything yet");
        isThere.OnNext(false);
        (await Said(voice)).Should().BeNull("tones are better than silence");
        isThere.OnNext(true);
        (await Said(voice)).Should().StartWith(SwitchVoice.Prefix);
    }

    static async Task<string?> Said(AskedVoice voice) => await voice.Say("Hello", Language.English).FirstAsync();
}
