using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Web3Tel.Server.Settings;
using Web3Tel.Speech;
using Web3Tel.Surveys;
using Xunit;

namespace Web3Tel.Server.Tests.Settings;

/// <summary>What callers are asked after a conversation.</summary>
public sealed class SurveySettingsTests
{
    [Fact]
    public void Nobody_is_asked_by_default() => Read().CallCenter.Queues.Single().AfterTalk.Should().BeNull();

    [Fact]
    public void The_step_and_the_question_are_read()
    {
        var settings = Read(
            ("Queues:0:AfterTalk", "step:survey"),
            ("Survey:Question", "prompt:how-was-it"),
            ("Survey:Thanks", "thanks.wav"),
            ("Survey:Language", "russian"),
            ("Survey:Best", "9"));

        settings.CallCenter.Queues.Single().AfterTalk.Should().Be("survey");
        settings.Survey.Should().Be(new SurveySettings { Question = "prompt:how-was-it", Thanks = "thanks.wav", Language = Language.Russian, Best = 9 });
    }

    [Fact]
    public void What_is_wrong_is_told_all_at_once() => FluentActions.Invoking(() => Read(
        ("Queues:0:AfterTalk", "hangup"),
        ("Survey:Question", "how was it.wav"),
        ("Survey:Thanks", ""),
        ("Survey:Best", "10"),
        ("Survey:Answer", "x"))).Should().Throw<SettingsException>().Which.Errors.Select(error => error.ToString()).Should().HaveCount(4)
        .And.Contain(error => error.Contains("AfterTalk") && error.Contains("step:survey"))
        .And.Contain(error => error.Contains("Question") && error.Contains("without spaces"))
        .And.Contain(error => error.Contains("Best"))
        .And.Contain(error => error.Contains("Answer"));

    static ServiceSettings Read(params (string Key, string? Value)[] more)
    {
        var values = new Dictionary<string, string?> { ["Web3Tel:Queues:0:Name"] = "sales" };
        foreach (var (key, value) in more)
        {
            values[$"Web3Tel:{key}"] = value;
        }

        return SettingsFile.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
