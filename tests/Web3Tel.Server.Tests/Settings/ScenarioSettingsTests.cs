using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Tests.Storage;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Server.Tests.Settings;

public sealed class ScenarioSettingsTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_line_has_a_scenario_a_language_a_time_zone_and_a_calendar()
    {
        Write("main", """ "start": { "do": "hours", "open": "queue", "closed": "anna" }, "queue": { "do": "queue", "queue": "sales" }, "anna": { "do": "operator", "operator": "1001", "otherwise": "queue" } """);
        var settings = Read(
            ("Lines:0:Number", "1000"), ("Lines:0:Scenario", "main"), ("Lines:0:Language", "Russian"), ("Lines:0:TimeZone", "Asia/Vladivostok"), ("Lines:0:Calendar", "office"));
        settings.Scenarios.Should().ContainSingle().Which.Name.Should().Be("main");
        settings.CallCenter.Lines.Single().Should().BeEquivalentTo(new { Scenario = "main", Language = Language.Russian, TimeZone = "Asia/Vladivostok", Calendar = "office" });
        settings.CallCenter.Steps.Should().Contain("main").And.Contain("main.queue");
        settings.CallCenter.Queues.Select(queue => queue.Name).Should().Equal("sales", "operator.1001");
        settings.CallCenter.Agents.Single().Queues.Should().Equal("sales", "operator.1001");
        settings.CallCenter.Problems().Should().BeEmpty();
    }

    [Fact]
    public void Everything_that_is_wrong_with_scenarios_and_their_lines_is_told_at_once()
    {
        Write("main", """ "start": { "do": "queue", "queue": "slaes" }, "left": { "do": "voicemail" }, "back": { "do": "callback", "queue": "sales", "otherwise": "start" } """);
        File.WriteAllText(folder["torn.json"], "{ \"name\": ");
        Write("other", """ "start": { "do": "hangup", "cuase": "USER_BUSY" } """);
        var reading = () => Read(
            ("Lines:0:Number", "1000"), ("Lines:0:Scenario", "mian"), ("Lines:0:TimeZone", "Moscow"),
            ("Lines:1:Number", "2000"), ("Lines:1:Scenario", "main"), ("Lines:1:Calendar", "office"),
            ("Queues:0:ExitKeys:0:Key", "1"), ("Queues:0:ExitKeys:0:To", "step:main.left"),
            ("Queues:0:ExitKeys:1:Key", "2"), ("Queues:0:ExitKeys:1:To", "step:main.gone"));
        var told = string.Join('\n', reading.Should().Throw<SettingsException>().Which.Errors.Select(error => $"{error.Key} {error.What}"));
        told.Should().ContainAll(
            "main: steps.start.queue: \"slaes\" is not a queue.",
            "main: steps.back: is never reached",
            "main: steps.back.queue: \"sales\" calls nobody back",
            "torn.json: line 1",
            "other.json: steps.start.cuase: is unknown",
            "Lines:0:Scenario is \"mian\", which is not there.",
            "Lines:0:TimeZone is \"Moscow\"",
            "line 2000 has the calendar \"office\"",
            "the step 'main.gone', which is not registered");
        told.Should().NotContain("steps.left", "the queue leads to it");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told() =>
        FluentActions.Invoking(() => Read(("Scenarios", folder["nowhere"]))).Should().Throw<SettingsException>().WithMessage("*Web3Tel:Scenarios is*no such folder*");

    [Fact]
    public void Lists_of_callers_have_a_name_each()
    {
        Write("main", """ "start": { "do": "callers", "list": "partners", "listed": "end", "others": "end" }, "end": { "do": "hangup" } """);
        var settings = Read(("Callers:Lists:0:Name", "partners"), ("Callers:Lists:0:Numbers:0", "+7 (916) 000-00-01"));
        settings.Callers.Contains("partners", "79160000001").Should().BeTrue();
        settings.Callers.Contains("partners", "79160000002").Should().BeFalse();
        FluentActions.Invoking(() => Read(("Callers:Lists:0:Name", "vip"), ("Callers:Lists:0:Numbers:0", "nobody")))
            .Should().Throw<SettingsException>().Which.Errors.Should().HaveCountGreaterThanOrEqualTo(2);
    }

    void Write(string name, string steps) => File.WriteAllText(
        folder[$"{name}.json"],
        $$"""{ "name": "{{name}}", "start": "start", "calendars": { {{(name == "main" && steps.Contains("hours", StringComparison.Ordinal) ? "\"office\": {}" : "")}} }, "steps": { {{steps}} } }""");

    ServiceSettings Read(params (string Key, string Value)[] values) => SettingsFile.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Web3Tel:FreeSwitch:Host"] = "fs",
            ["Web3Tel:FreeSwitch:Password"] = "secret",
            ["Web3Tel:Queues:0:Name"] = "sales",
            ["Web3Tel:Operators:0:Id"] = "1001",
            ["Web3Tel:Scenarios"] = folder.Path,
        })
        .AddInMemoryCollection(values.Select(value => KeyValuePair.Create($"Web3Tel:{value.Key}", (string?)value.Value))).Build());
}
