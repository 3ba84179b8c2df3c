using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Web3Tel.Server.Reviews;
using Web3Tel.Server.Settings;
using Xunit;

namespace Web3Tel.Server.Tests.Settings;

/// <summary>The form by which conversations are judged.</summary>
public sealed class ScoreCardSettingsTests
{
    [Fact]
    public void There_is_none_by_default() => Read().ScoreCard.Should().BeEmpty();

    [Fact]
    public void Its_criteria_are_read_in_order() => Read(
        ("0:Id", "greeting"), ("0:Name", "Greeting"), ("0:RussianName", "Приветствие"), ("0:MostPoints", "4"), ("0:Weight", "2"), ("0:Text", "Says the name"), ("1:Id", "answer")).ScoreCard.Should().Equal(
            new Criterion("greeting", "Greeting", 4, 2) { RussianName = "Приветствие", Text = "Says the name" }, new Criterion("answer", "answer", 5, 1));

    [Fact]
    public void What_is_wrong_is_told_all_at_once() => FluentActions.Invoking(() => Read(
        ("0:Id", "a b"), ("0:MostPoints", "0"), ("1:Id", "x"), ("2:Id", "X"), ("2:Weight", "0"), ("2:Points", "5"))).Should().Throw<SettingsException>()
        .Which.Errors.Select(error => error.ToString()).Should().HaveCount(5);

    static ServiceSettings Read(params (string Key, string? Value)[] card)
    {
        var values = card.ToDictionary(one => $"Web3Tel:ScoreCard:{one.Key}", one => one.Value);
        values["Web3Tel:Queues:0:Name"] = "sales";
        return SettingsFile.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
