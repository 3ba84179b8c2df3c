using System.Runtime.CompilerServices;
using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Server.Board;
using Xunit;

namespace Web3Tel.Server.Tests.Board;

public sealed class BoardReaderTests
{
    [Fact]
    public void Every_state_of_an_operator_has_a_name_of_its_own_on_the_board() =>
        StatesOf<AgentState>().Select(BoardReader.Activity).Should().BeEquivalentTo(Enum.GetValues<OperatorActivity>());

    [Fact]
    public void Every_state_of_a_caller_has_a_name_of_its_own_on_the_board() =>
        StatesOf<CallerState>().Select(state => BoardReader.Activity(state).Activity)
            // It is the conversation that is on hold.
            .Append(CallActivity.OnHold).Should().BeEquivalentTo(Enum.GetValues<CallActivity>());

    static IEnumerable<T> StatesOf<T>() =>
        typeof(T).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(T))).Select(type => (T)RuntimeHelpers.GetUninitializedObject(type));
}
