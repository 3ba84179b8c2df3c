using System.Collections.Immutable;
using System.Net;
using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Web3Tel.Agents;
using Web3Tel.Queues;
using Web3Tel.Server.Recordings;
using Web3Tel.Server.Settings;
using Xunit;

namespace Web3Tel.Server.Tests.Settings;

public sealed class SettingsTests
{
    static readonly Dictionary<string, string?> Least = new() { ["Queues:0:Name"] = "sales" };

    [Fact]
    public void A_queue_is_all_one_has_to_name()
    {
        var settings = Read([]);

        settings.IsSimulated.Should().BeTrue();
        settings.Http.Listen.Should().Be(IPEndPoint.Parse("127.0.0.1:8080"));
        settings.Outbound.Listen.Should().Be(IPEndPoint.Parse("127.0.0.1:8084"));
        settings.CallCenter.Queues.Should().ContainSingle().Which.RingTime.Should().Be(TimeSpan.FromSeconds(20));
        settings.QueueFor("anything").Should().Be("sales");
    }

    [Fact]
    public void Breaks_have_names_and_limits()
    {
        var center = Read(new()
        {
            ["Breaks:0:Id"] = "lunch",
            ["Breaks:0:Name"] = "Обед",
            ["Breaks:1:Id"] = "training",
            ["LongestBreakSeconds"] = "3600",
            ["LongestWrapUpSeconds"] = "600",
            ["MostUnanswered"] = "3",
        }).CallCenter;
        center.BreakReasons.Should().Equal(new BreakReason("lunch", "Обед"), new BreakReason("training", "training"));
        (center.LongestBreak, center.LongestWrapUp, center.MostUnanswered).Should().Be((TimeSpan.FromHours(1), TimeSpan.FromMinutes(10), 3));
        center.Problems().Should().BeEmpty();
        Read([]).CallCenter.BreakReasons.Should().ContainSingle();
        Read([]).CallCenter.MostUnanswered.Should().BeNull();
    }

    [Fact]
    public void Recordings_are_kept_for_the_days_of_their_queue_and_times_are_those_of_a_zone()
    {
        var settings = Read(new() { ["KeepRecordings:0:Queue"] = "sales", ["KeepRecordings:0:Days"] = "180", ["TimeZone"] = "Asia/Yekaterinburg" });

        settings.Retention.Should().Equal(new RetentionRule("sales", 180));
        Read(new() { ["KeepRecordings:0:Of"] = "NoQueue", ["KeepRecordings:0:Days"] = "90", ["KeepRecordings:1:Of"] = "Others", ["KeepRecordings:1:Days"] = "365" })
            .Retention.Should().Equal(new RetentionRule("", 90, RetentionScope.NoQueue), new RetentionRule("", 365, RetentionScope.Others));
        settings.TimeZone.Id.Should().Be("Asia/Yekaterinburg");
        Read([]).Retention.Should().BeEmpty();
    }

    [Theory]
    [InlineData("KeepRecordings:0:Queue", "sales", "Web3Tel:KeepRecordings:0:Days is missing.")]
    [InlineData("KeepRecordings:0:Days", "0", "Web3Tel:KeepRecordings:0:Days is \"0\".")]
    [InlineData("KeepRecordings:0:Days", "30", "Web3Tel:KeepRecordings:0:Queue is missing.")]
    [InlineData("KeepRecordings:0:Of", "all", "Web3Tel:KeepRecordings:0:Of is \"all\".")]
    [InlineData("KeepRecordings:0:Of", "Others", "Web3Tel:KeepRecordings:0:Days is missing.")]
    [InlineData("TimeZone", "Moscow time", "Web3Tel:TimeZone is \"Moscow time\"")]
    public void A_rule_for_recordings_that_will_not_do_is_told(string key, string value, string told)
    {
        var read = () => Read(new() { [key] = value });

        read.Should().Throw<SettingsException>().WithMessage($"*{told}*");
    }

    [Fact]
    public void The_settings_we_ship_are_valid_with_and_without_a_switch()
    {
        var file = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"));
        SettingsFile.Read(file.Build()).CallCenter.Agents.Should().HaveCountGreaterThan(2);

        file.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Web3Tel:FreeSwitch:Host"] = "127.0.0.1",
            ["Web3Tel:FreeSwitch:Password"] = "secret",
        });
        var settings = SettingsFile.Read(file.Build());
        settings.CallCenter.Agents.Select(agent => agent.Destination).Should().Equal("user/1001", "user/1002");
        settings.QueueFor("1000").Should().Be("reception");
    }

    /// <summary>The engine refuses a configuration with problems as a whole: what passes here must pass there.</summary>
    [Fact]
    public void The_least_that_is_accepted_can_be_used()
    {
        var settings = Read(new()
        {
            ["Queues:0:RingSeconds"] = "1",
            ["Queues:0:WrapUpSeconds"] = "0",
            ["Queues:0:AfterRejectSeconds"] = "1",
            ["Queues:0:AfterBusySeconds"] = "1",
            ["Queues:0:AfterNoAnswerSeconds"] = "1",
            ["Queues:0:AfterUnreachableSeconds"] = "1",
            ["Queues:0:MaxLength"] = "1",
            ["Queues:0:MaxWaitSeconds"] = "1",
        });

        settings.CallCenter.Problems().Should().BeEmpty();
    }

    [Fact]
    public void All_errors_come_at_once_each_with_its_key_and_what_to_do()
    {
        var errors = Errors(new()
        {
            ["FreeSwitch:Host"] = "10.0.0.1",
            ["FreeSwitch:Port"] = "many",
            ["FreeSwitch:Pasword"] = "secret",
            ["Http:Listen"] = "8080",
            ["Outbound:Allow:0"] = "everybody",
            ["Queues:0:Name"] = "sales team",
            ["Queues:0:RingSeconds"] = "-1",
            ["Queues:0:Record"] = "perhaps",
            ["Operators:0:Name"] = "Anna",
            ["Operators:1:Id"] = "1002",
            ["Operators:1:Queues"] = "sale",
        });

        errors.Select(error => error.ToString()).Should().BeEquivalentTo(
            "Web3Tel:FreeSwitch:Port is \"many\". Give a whole number from 1 to 65535, such as 8021.",
            "Web3Tel:FreeSwitch:Pasword is not a setting. Remove it, or did you mean one of Host, Node, Password, Port?",
            "Web3Tel:FreeSwitch:Password is missing. Set it to the password in event_socket.conf.xml, best in the environment: Web3Tel__FreeSwitch__Password.",
            "Web3Tel:Http:Listen is \"8080\". Give an address and a port, such as 127.0.0.1:8080.",
            "Web3Tel:Outbound:Allow has \"everybody\". Give addresses or networks, such as 192.168.1.5 or 192.168.1.0/24.",
            "Web3Tel:Queues:0:Name is \"sales team\". Use letters, digits, - and _ only, such as sales.",
            "Web3Tel:Queues:0:RingSeconds is \"-1\". Give seconds from 1 to 300, such as 20.",
            "Web3Tel:Queues:0:Record is \"perhaps\". Give true or false.",
            "Web3Tel:Operators:0:Id is missing. Give letters and digits, such as 1001.",
            "Web3Tel:Operators:1:Queues has \"sale\", which is not a queue. Queues are: sales team.");
    }

    [Theory]
    [InlineData("Queues:1:Name", "SALES", "Web3Tel:Queues has \"sales\" 2 times.")]
    [InlineData("Queues:0:Numbers", "1000,1000", "Web3Tel:Queues:0:Numbers has 1000, which leads to sales already.")]
    [InlineData("Queues:0:AfterBusySeconds", "0", "Web3Tel:Queues:0:AfterBusySeconds is \"0\".")]
    [InlineData("Queues:0:AfterNoAnswerSeconds", "0", "Web3Tel:Queues:0:AfterNoAnswerSeconds is \"0\".")]
    [InlineData("Queues:0:AfterUnreachableSeconds", "0", "Web3Tel:Queues:0:AfterUnreachableSeconds is \"0\".")]
    [InlineData("Queues:0:MaxLength", "0", "Web3Tel:Queues:0:MaxLength is \"0\".")]
    [InlineData("Queues:0:MaxWaitSeconds", "soon", "Web3Tel:Queues:0:MaxWaitSeconds is \"soon\".")]
    [InlineData("Queues:0:OverflowTo", "nowhere", "Web3Tel:Queues cannot be used: Queue 'sales' overflows to 'nowhere', which is not configured.")]
    [InlineData("Queues:0:RingFirst", "0", "Web3Tel:Queues:0:RingFirst is \"0\". Give a whole number from 1 to 1000, such as 1.")]
    [InlineData("Queues:0:RingStepSeconds", "0", "Web3Tel:Queues:0:RingStepSeconds is \"0\". Give seconds from 1 to 3600, such as 10.")]
    [InlineData("Queues:0:Strategy", "Fair", "Web3Tel:Queues:0:Strategy is \"Fair\". Give one of LongestIdle, RoundRobin,")]
    [InlineData("Queues:0:Weight", "-1", "Web3Tel:Queues:0:Weight is \"-1\".")]
    [InlineData("Queues:0:AfterConnectFailedSeconds", "0", "Web3Tel:Queues:0:AfterConnectFailedSeconds is \"0\". Give seconds from 1 to 3600, such as 5.")]
    [InlineData("Queues:0:AfterRejectSeconds", "0", "Web3Tel:Queues:0:AfterRejectSeconds is \"0\". Give seconds from 1")]
    [InlineData("Breaks:0:Name", "Lunch", "Web3Tel:Breaks:0:Id is missing.")]
    [InlineData("Breaks:0:Id", "no-answer", "Web3Tel:Breaks:0:Id is \"no-answer\", which is the call center's own break.")]
    [InlineData("LongestBreakSeconds", "0", "Web3Tel:LongestBreakSeconds is \"0\".")]
    [InlineData("LongestWrapUpSeconds", "-1", "Web3Tel:LongestWrapUpSeconds is \"-1\".")]
    [InlineData("MostUnanswered", "0", "Web3Tel:MostUnanswered is \"0\".")]
    [InlineData("FreeSwitch:Port", "0", "Web3Tel:FreeSwitch:Port is \"0\".")]
    [InlineData("Simulator:CallsPerMinute", "0", "Web3Tel:Simulator:CallsPerMinute is \"0\".")]
    [InlineData("Datta", "x", "Web3Tel:Datta is not a setting.")]
    public void A_wrong_value_is_told_with_its_key(string key, string value, string told) =>
        Errors(new() { [key] = value }).Should().ContainSingle().Which.ToString().Should().StartWith(told);

    [Fact]
    public void Without_a_queue_there_is_no_service() =>
        FluentActions.Invoking(() => SettingsFile.Read(new ConfigurationBuilder().Build()))
            .Should().Throw<SettingsException>().WithMessage("*Web3Tel:Queues is empty. Name at least one queue*");

    [Fact]
    public void Several_FreeSWITCHes_have_names_of_their_own()
    {
        var two = new Dictionary<string, string?>
        {
            ["FreeSwitch:Host"] = "10.0.0.1",
            ["FreeSwitch:Password"] = "hush",
            ["OtherFreeSwitches:0:Host"] = "10.0.0.2",
            ["OtherFreeSwitches:0:Password"] = "hush, too",
            ["OtherFreeSwitches:0:Node"] = "second",
        };
        Read(new(two)).FreeSwitches.Select(one => (one.Node, one.Host)).Should().Equal(("freeswitch", "10.0.0.1"), ("second", "10.0.0.2"));

        Errors(new(two) { ["OtherFreeSwitches:0:Node"] = "freeswitch" }).Should().ContainSingle().Which.ToString().Should().StartWith("Web3Tel:OtherFreeSwitches has two of the name \"freeswitch\".");
        Errors(new(two) { ["FreeSwitch:Host"] = "", ["FreeSwitch:Password"] = null }).Should().ContainSingle().Which.ToString().Should().StartWith("Web3Tel:OtherFreeSwitches is set without FreeSwitch.");
        Errors(new(two) { ["OtherFreeSwitches:0:Host"] = null }).Should().ContainSingle().Which.ToString().Should().StartWith("Web3Tel:OtherFreeSwitches:0:Host is missing.");
        Errors(new(two) { ["OtherFreeSwitches:0:Password"] = null }).Should().ContainSingle().Which.ToString().Should().StartWith("Web3Tel:OtherFreeSwitches:0:Password is missing.");
    }

    [Fact]
    public void The_password_is_never_shown()
    {
        var settings = Read(new() { ["FreeSwitch:Host"] = "10.0.0.1", ["FreeSwitch:Password"] = "hush" });

        settings.FreeSwitch!.Password.Should().Be("hush");
        settings.ToString().Should().NotContain("hush");
    }

    [Fact]
    public void A_number_leads_to_its_queue()
    {
        var settings = Read(new() { ["Queues:1:Name"] = "support", ["Queues:1:Numbers:0"] = "2000", ["Queues:1:Numbers:1"] = "+7 495" });

        settings.QueueFor("2000").Should().Be("support");
        settings.QueueFor("1000").Should().Be("sales");
    }

    [Fact]
    public void How_many_phones_ring_and_when_more_is_read()
    {
        var queue = Read(new()
        {
            ["Queues:0:Strategy"] = "RingProgressively",
            ["Queues:0:RingFirst"] = "2",
            ["Queues:0:RingMore"] = "3",
            ["Queues:0:RingStepSeconds"] = "7.5",
        }).CallCenter.Queues.Single();

        (queue.Strategy, queue.RingFirst, queue.RingMore, queue.RingStep).Should().Be((Strategy.RingProgressively, 2, 3, TimeSpan.FromSeconds(7.5)));
    }

    [Fact]
    public void Strategy_weight_and_tiers_are_read()
    {
        var people = Read(new()
        {
            ["Queues:0:Strategy"] = "topdown",
            ["Queues:0:Weight"] = "3",
            ["Operators:0:Id"] = "1001",
            ["Operators:0:Tiers:0:Queue"] = "sales",
            ["Operators:0:Tiers:0:Level"] = "2",
            ["Operators:0:Tiers:0:Position"] = "7",
            ["Operators:0:Tiers:0:Weight"] = "50",
        }).CallCenter;

        people.Queues.Single().Strategy.Should().Be(Strategy.TopDown);
        people.Queues.Single().Weight.Should().Be(3);
        people.Agents.Single().Tiers.Should().Equal(new Tier("sales", 2, 7, 50));
        people.Problems().Should().BeEmpty();
    }

    [Fact]
    public void Wrong_tiers_are_told_with_their_keys() =>
        Errors(new()
        {
            ["Queues:1:Name"] = "service",
            ["Operators:0:Id"] = "1001",
            ["Operators:0:Queues"] = "sales",
            ["Operators:0:Tiers:0:Queue"] = "service",
            ["Operators:0:Tiers:0:Level"] = "0",
            ["Operators:0:Tiers:1:Queue"] = "sales",
            ["Operators:0:Tiers:2:Queue"] = "sales",
            ["Operators:0:Tiers:2:Wait"] = "5",
        }).Select(error => error.ToString()).Should().BeEquivalentTo(
            "Web3Tel:Operators:0:Tiers:0:Level is \"0\". Give a whole number from 1 to 1000, such as 1.",
            "Web3Tel:Operators:0:Tiers:2:Wait is not a setting. Remove it, or did you mean one of Level, Position, Queue, Weight?",
            "Web3Tel:Operators:0:Tiers has \"service\", which the operator does not serve. Queues served are: sales.",
            "Web3Tel:Operators:0:Tiers has \"sales\" 2 times. Names are unique, whatever their case.");

    static ServiceSettings Read(Dictionary<string, string?> values) => SettingsFile.Read(Configuration(values));

    static ImmutableArray<SettingsError> Errors(Dictionary<string, string?> values) =>
        FluentActions.Invoking(() => Read(values)).Should().Throw<SettingsException>().Which.Errors;

    static IConfiguration Configuration(Dictionary<string, string?> values) => new ConfigurationBuilder()
        .AddInMemoryCollection(Least.Select(InSection))
        .AddInMemoryCollection(values.Select(InSection))
        .Build();

    static KeyValuePair<string, string?> InSection(KeyValuePair<string, string?> pair) => new($"Web3Tel:{pair.Key}", pair.Value);
}
