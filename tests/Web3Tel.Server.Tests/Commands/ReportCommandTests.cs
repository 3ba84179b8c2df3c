using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.History;
using Web3Tel.Server.Commands;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Commands;

public sealed class ReportCommandTests(ITestOutputHelper console) : IAsyncLifetime
{
    readonly TempFolder folder = new();
    SampleDay day = null!;

    public async ValueTask InitializeAsync() => day = await SampleDay.Write(folder.Path);

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void The_last_day_is_told_in_a_table()
    {
        var (code, output, errors) = Run();
        errors.Should().BeEmpty();
        code.Should().Be(0);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].Should().MatchRegex("^From +To +Queue +Offered +Answered +Answered in time +Abandoned .*Occupancy$");
        lines.Should().HaveCount(2);
        lines[1].Should().MatchRegex($"^2026-11-24T00:00\\+00:00  2026-11-25T00:00\\+00:00  sales +{day.Calls} +");
    }

    [Fact]
    public void The_same_hours_are_the_same_whether_they_are_read_from_the_beginning_or_from_a_state_that_was_kept()
    {
        var whole = Rows("--interval", "60", "--of", "operators", "--format", "json").Skip(2).Take(4).Select(row => row!.ToJsonString()).ToArray();
        var part = Rows("--interval", "60", "--of", "operators", "--format", "json", "--from", "2026-11-24T09:00", "--to", "2026-11-24T11:00").Select(row => row!.ToJsonString());
        whole.Should().HaveCount(4);
        part.Should().Equal(whole);
    }

    [Fact]
    public void Lines_are_told_as_a_table_for_spreadsheets_in_Russian()
    {
        var (_, output, _) = Run("--of", "lines", "--format", "csv", "--lang", "ru", "--interval", "whole", "--time-zone", "Europe/Moscow");
        var lines = output.Split("\r\n");
        lines[0].Should().StartWith("\"С\",\"По\",\"Линия\",\"Вызовов\"");
        var abandoned = day.History.Count(call => call.Result == CallResult.Abandoned);
        lines[1].Should().StartWith($"\"2026-11-24T00:00+03:00\",\"2026-11-25T00:00+03:00\",\"1000\",\"{day.Calls}\",\"0\",\"{day.Calls - abandoned}\"").And.Contain($",\"{abandoned}\",");
    }

    [Theory]
    [InlineData("--of teams", "--of is \"teams\": give queues, operators or lines.")]
    [InlineData("--from noon --interval 45", "--from is \"noon\": give a day such as 2026-11-24, or a time such as *\n--interval is \"45\": give *")]
    [InlineData("--of lines --queue sales", "--queue is no parameter here: *")]
    [InlineData("--date 2026-11-24", "--date is no option here: *")]
    public void What_cannot_be_carried_out_is_told_at_once_with_exit_code_2(string command, string told)
    {
        var (code, output, errors) = Run(command.Split(' '));
        errors.Should().Match(told + "\n");
        output.Should().BeEmpty();
        code.Should().Be(2);
    }

    JsonArray Rows(params string[] command) => JsonNode.Parse(Run(command).Output)!["rows"]!.AsArray();

    (int Code, string Output, string Errors) Run(params string[] command)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = PastCommand.Run("report", [.. command, "--data", folder.Path], output, errors, TimeProvider.System);
        console.WriteLine($"{output}{errors}");
        return (code, output.ToString(), errors.ToString());
    }
}
