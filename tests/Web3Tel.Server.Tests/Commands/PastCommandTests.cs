using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Server.Commands;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Commands;

public sealed class PastCommandTests(ITestOutputHelper console) : IAsyncLifetime
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
    public void A_past_day_is_replayed_to_the_same_decisions()
    {
        var (code, output, _) = Run("replay");
        output.Should().StartWith("2026-11-24 (UTC): ").And.Contain($"Calls compared with the history: {day.Calls}, different: 0.")
            .And.Contain("States compared with those kept then: 3, different: 0.").And.EndWith("The replay decides as was decided then.\n");
        code.Should().Be(0);
    }

    [Fact]
    public async Task A_day_that_was_decided_otherwise_is_told_with_the_first_difference_and_exit_code_1()
    {
        await using (var history = await HistoryStore.Open(new StorageOptions(folder.Path, TimeProvider.System), NullLogger.Instance))
        {
            var entry = (await history.Find("call-2"))!;
            history.Put(entry with { Journey = entry.Journey.SetItem(2, entry.Journey[2] with { Agent = "1003" }) });
        }

        var (code, output, _) = Run("replay");
        output.Should().Contain("different: 1").And.Contain("Call call-2: then Offered 1003 at ");
        code.Should().Be(1);
    }

    [Fact]
    public void What_if_is_shown_beside_the_real_day_and_the_day_run_again()
    {
        var (code, output, _) = Run("whatif", "--operators", "+1", "--strategy", "sales=FewestCalls");
        code.Should().Be(0);
        var lines = output.Split('\n');
        lines[1].Should().MatchRegex("^queue +calls +answered +abandoned +others +in 20 s +mean +p50 +p90 +max +occupancy$");
        lines.Skip(2).Take(6).Select(line => line[..16].Trim()).Should().Equal(
            "sales  real", "run again", "what if", "all    real", "run again", "what if");
        lines[8].Should().MatchRegex(@"^The day run again unchanged gives [0-9.]+ % of those answered the same operator, [0-9.]+ % the same wait to a second\.$");
    }

    [Fact]
    public void With_one_operator_more_callers_wait_less()
    {
        var (_, output, _) = Run("whatif", "--operators", "sales=+1", "--json");
        var all = JsonNode.Parse(output)!["queues"]!.AsArray()[^1]!;
        all["whatIf"]!["meanWait"]!.GetValue<double>().Should().BeLessThan(all["real"]!["meanWait"]!.GetValue<double>() / 2);
        all["whatIf"]!["abandoned"]!.GetValue<int>().Should().BeLessThan(all["real"]!["abandoned"]!.GetValue<int>());
        all["real"]!["calls"]!.GetValue<int>().Should().Be(day.Calls);
        all["rerun"]!["calls"]!.GetValue<int>().Should().Be(day.Calls);
    }

    [Fact]
    public void Another_configuration_is_read_from_a_file_of_settings()
    {
        File.WriteAllText(folder["other.json"], """{ "Web3Tel": { "Queues": [ { "Name": "sales" } ], "Operators": [ { "Id": "1001" }, { "Id": "1009" }, { "Id": "1010" } ] } }""");
        var (code, output, errors) = Run("whatif", "--configuration", folder["other.json"]);
        errors.Should().BeEmpty();
        output.Should().Contain("what if");
        code.Should().Be(0);
    }

    [Fact]
    public async Task A_day_is_read_while_the_service_has_its_files_open()
    {
        await using var journal = await JournalStore.Open(new StorageOptions(folder.Path, TimeProvider.System), NullLogger.Instance);
        await using var history = await HistoryStore.Open(new StorageOptions(folder.Path, TimeProvider.System), NullLogger.Instance);
        Run("replay").Code.Should().Be(0);
    }

    [Theory]
    [InlineData("rehearse", "There is no command \"rehearse\": commands are doctor, replay, whatif, report and pin; without one the service runs.")]
    [InlineData("replay --date 24.11.2026", "--date is \"24.11.2026\": write it as 2026-11-24.")]
    [InlineData("replay --date 2026-11-23", "The journal has nothing of 2026-11-23: choose another day with --date.")]
    [InlineData("replay --dote x", "--dote is no option here: there are --data, --date.")]
    [InlineData("replay today", "\"today\" belongs to no option.")]
    [InlineData("whatif --date 2026-11-25", "The journal has no caller of 2026-11-25 who joined a queue and is gone: choose another day with --date.")]
    [InlineData("whatif --strategy slaes=TopDown", "There is no queue \"slaes\": queues are sales.")]
    [InlineData("whatif --strategy sales=Topdwon", "There is no strategy \"Topdwon\": strategies are LongestIdle, *")]
    [InlineData("whatif --strategy TopDown", "--strategy is \"TopDown\": write queue=strategy, such as sales=RoundRobin.")]
    [InlineData("whatif --operators two", "--operators is \"two\": write +2, -1 or sales=+2.")]
    [InlineData("whatif --operators -2", "There are 2 operators: -2 leaves nobody.")]
    [InlineData("whatif --within 0", "--within is \"0\": give a whole number from 1 to 3600.")]
    [InlineData("whatif --seed", "--seed needs a value.")]
    [InlineData("whatif --configuration nowhere.json", "There is no file *nowhere.json: --configuration names one like appsettings.json.")]
    public void A_command_that_cannot_be_carried_out_is_told_in_a_sentence_with_exit_code_2(string command, string told)
    {
        var (code, output, errors) = Run(command.Split(' '));
        errors.Should().Match(told + "\n");
        output.Should().BeEmpty();
        code.Should().Be(2);
    }

    [Fact]
    public void A_folder_without_a_journal_is_told()
    {
        using var empty = new TempFolder();
        var errors = new StringWriter();
        PastCommand.Run("replay", ["--data", empty.Path], TextWriter.Null, errors, TimeProvider.System).Should().Be(2);
        errors.ToString().Should().Be($"There is no journal in {empty.Path}: name the data folder with --data.\n");
    }

    (int Code, string Output, string Errors) Run(params string[] command)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        string[] data = ["--data", folder.Path];
        var code = PastCommand.Run(command[0], [.. command[1..], .. data], output, errors, TimeProvider.System);
        console.WriteLine($"{output}{errors}");
        return (code, output.ToString(), errors.ToString());
    }
}
