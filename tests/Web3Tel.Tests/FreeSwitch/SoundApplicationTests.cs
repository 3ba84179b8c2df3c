using FluentAssertions;
using Web3Tel.FreeSwitch.Legs;
using Xunit;

namespace Web3Tel.Tests.FreeSwitch;

public sealed class SoundApplicationTests
{
    [Theory]
    [InlineData("tts://tts_commandline|en|web3tel-x=", "speak", "tts_commandline|en|web3tel-x=")]
    [InlineData("tts://flite|slt|a|b", "speak", "flite|slt|a|b")]
    [InlineData("greeting.wav", "playback", "greeting.wav")]
    [InlineData("local_stream://moh", "playback", "local_stream://moh")]
    public void Words_are_spoken_and_all_else_is_played(string source, string name, string data) =>
        SoundApplication.Of(source).Should().Be(new SoundApplication(name, data));

    [Theory]
    [InlineData("tts://flite||words")]
    [InlineData("tts://flite|words")]
    [InlineData("tts://")]
    public void Where_a_part_is_missing_FreeSWITCH_would_hang_up_so_it_is_played(string source) =>
        SoundApplication.Of(source).Name.Should().Be("playback");

    [Fact]
    public void An_operator_hears_words_of_FreeSWITCH_between_other_sounds() =>
        ParkedLeg.Playing(["tts://tts_commandline|en|web3tel-x=", "beep.wav"], TimeSpan.FromSeconds(10)).Should()
            .Be("m:^:speak:tts_commandline|en|web3tel-x=^playback:beep.wav^set:park_timeout=10:NORMAL_CLEARING^park:");
}
