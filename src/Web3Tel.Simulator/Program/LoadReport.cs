using System.Globalization;
using Web3Tel.Simulator.People;

namespace Web3Tel.Simulator.Program;

/// <summary>Figures of a load, second by second.</summary>
sealed class LoadReport(SimulatedFreeSwitch freeSwitch, World world, IReadOnlyList<SimulatedOperator> operators, TextWriter output)
{
    int called;
    int conversations;

    public void Start() => freeSwitch.After(TimeSpan.FromSeconds(1), Print);

    void Print()
    {
        var (nowCalled, nowConversations) = (world.Called, operators.Sum(one => one.Conversations));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{freeSwitch.Now:HH:mm:ss} calls/s {nowCalled - called,5}  conversations/s {nowConversations - conversations,5}  on the switch {freeSwitch.CallCount,6}  waiting {world.Callers.Count(caller => !caller.HasTalked),6}  called {nowCalled,8}  talked {nowConversations,8}  given up {world.GivenUp,6}"));
        (called, conversations) = (nowCalled, nowConversations);
        Start();
    }
}
