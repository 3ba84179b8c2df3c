using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Web3Tel.Server.Settings;
using Xunit;

namespace Web3Tel.Server.Tests.Settings;

public sealed class WhisperSettingsTests
{
    [Fact]
    public void Whisper_label_and_auto_answer_reach_the_call_center()
    {
        var center = Read(new() { ["Queues:0:Whisper"] = "sales.wav", ["Queues:0:Label"] = "Продажи", ["Queues:0:WhisperCaller"] = "true", ["Operators:0:Id"] = "anna", ["Operators:0:AutoAnswer"] = "true" }).CallCenter;

        center.Queues.Single().Whisper.Should().Be("sales.wav");
        center.Queues.Single().Label.Should().Be("Продажи");
        center.Queues.Single().WhisperCaller.Should().BeTrue();
        center.Agents.Single().AutoAnswer.Should().BeTrue();
        center.Problems().Should().BeEmpty();
    }

    [Fact]
    public void By_default_there_is_none_of_them()
    {
        var center = Read(new() { ["Operators:0:Id"] = "anna" }).CallCenter;

        center.Queues.Single().Whisper.Should().BeNull();
        center.Queues.Single().Label.Should().BeNull();
        center.Queues.Single().WhisperCaller.Should().BeFalse();
        center.Agents.Single().AutoAnswer.Should().BeFalse();
    }

    [Fact]
    public void A_whisper_that_the_switch_would_not_take_as_one_word_is_refused_by_its_key()
    {
        var read = () => Read(new() { ["Queues:0:Whisper"] = "my file.wav" });

        read.Should().Throw<SettingsException>().Which.Message.Should().Contain("Queues:0:Whisper").And.Contain("without spaces");
    }

    static ServiceSettings Read(Dictionary<string, string?> given)
    {
        given["Queues:0:Name"] = "sales";
        return SettingsFile.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(given.Select(pair => KeyValuePair.Create("Web3Tel:" + pair.Key, pair.Value)))
            .Build());
    }
}
