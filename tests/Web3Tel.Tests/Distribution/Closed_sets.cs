using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Explanation;
using Web3Tel.History;
using Web3Tel.Queues;
using Web3Tel.Scenarios;
using Web3Tel.Skills;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>Sets of cases are closed by hand; these tests open the box and look whether one was forgotten.</summary>
public sealed class Closed_sets
{
    public static TheoryData<Type> Events => [.. Cases(typeof(Event))];

    public static TheoryData<Type> Written => [typeof(Event), typeof(AgentState), typeof(CallerState), typeof(NextStep), typeof(Finding), typeof(Obstacle)];

    [Theory]
    [MemberData(nameof(Events))]
    public void The_engine_has_a_rule_for_every_event(Type type)
    {
        var happened = (Event)Sample.Of(type);
        var step = () => Engine.Step(CallCenter.Empty, happened);
        step.Should().NotThrow();
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void Every_case_that_is_written_to_the_journal_has_a_name_there(Type type)
    {
        var named = type.GetCustomAttributes<JsonDerivedTypeAttribute>().ToArray();
        named.Select(attribute => attribute.DerivedType).Should().BeEquivalentTo(Cases(type));
        named.Select(attribute => attribute.TypeDiscriminator).Should().OnlyHaveUniqueItems();
    }

    internal static IEnumerable<Type> Cases(Type type) => type.GetNestedTypes().Where(nested => nested.IsSubclassOf(type));

    internal static class Sample
    {
        /// <summary>An instance with something in every field.</summary>
        public static object Of(Type type)
        {
            var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
            return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType))]);
        }

        static object? Value(Type type) => type switch
        {
            _ when type == typeof(string) => "«sales» 50%25 \"x\"",
            _ when type == typeof(long) => 42L,
            _ when type == typeof(int) || type == typeof(int?) => 42,
            _ when type == typeof(char) || type == typeof(char?) => '#',
            _ when type == typeof(NextStep) => new NextStep.Number("112", new NextStep.Named("main@3.menu")),
            _ when type == typeof(ScenarioPlace) => new ScenarioPlace("main", 3, "menu"),
            _ when type == typeof(bool) => true,
            _ when type == typeof(TimeSpan) || type == typeof(TimeSpan?) => TimeSpan.FromSeconds(42),
            _ when type == typeof(Guid) => new Guid("7d3f6f0e-58a1-4a3c-9a55-0c1d2e3f4a5b"),
            _ when type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?) => Desk.Opening.AddTicks(1234567),
            _ when type == typeof(CallRef) || type == typeof(CallRef?) => new CallRef("a/node", "id"),
            _ when type == typeof(SkillDemand) => new SkillDemand(SkillSet.FromText("en:3"), SkillSet.FromText("fr:1,de:2")),
            _ when type == typeof(CallbackWish) => new CallbackWish("sales", "+79161234567") { Call = new CallRef("a/node", "id"), Joined = Desk.Opening, Priority = TimeSpan.FromSeconds(42), Name = "«Ж» 50%25" },
            _ when type == typeof(HangupCause) => HangupCause.UserBusy,
            _ when type == typeof(ImmutableArray<string>) => ImmutableArray.Create("a", "«б» 50%25 \"x\""),
            _ when type == typeof(ImmutableArray<LiveCall>) => ImmutableArray.Create((LiveCall)Of(typeof(LiveCall))),
            _ when type == typeof(Configuration) => new Configuration
            {
                Queues = [Desk.Sales],
                Agents = [Desk.Serving("anna", "sales")],
            },
            _ when type == typeof(HistoryEntry) => new HistoryEntry
            {
                Id = "id",
                Node = "a/node",
                Number = "300",
                Name = "«Ж» 50%25",
                Dialled = "1000",
                Arrived = Desk.Opening,
                Ended = Desk.Opening.AddSeconds(42),
                Result = CallResult.Answered,
                Cause = HangupCause.NormalClearing,
                HungUpBy = EndedBy.Caller,
                Journey = [new JourneyStep(Desk.Opening, JourneyEvent.Connected, "anna", "sales: x")],
                Note = new CallNote("anna", "sold", "«x»"),
            },
            _ when type == typeof(TimeSpan) || type == typeof(TimeSpan?) => TimeSpan.FromSeconds(90),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(1),
            _ => throw new NotSupportedException($"No sample for {type}: add one."),
        };
    }
}
