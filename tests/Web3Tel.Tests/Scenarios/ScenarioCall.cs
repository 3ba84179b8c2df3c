using Web3Tel.Calls;
using Web3Tel.Tests.Flows;

namespace Web3Tel.Tests.Scenarios;

/// <summary>A call in a scenario, and what it has heard: what is written on it for the time after a restart left aside.</summary>
sealed class ScenarioCall(ScenarioDesk desk, ScriptedCall call)
{
    public ScriptedCall Scripted => call;

    public IEnumerable<string> Heard => call.Log.Where(line => !line.StartsWith("set ", StringComparison.Ordinal));

    public IEnumerable<string> Written => call.Log.Where(line => line.StartsWith("set ", StringComparison.Ordinal));

    public ScenarioCall Presses(string keys)
    {
        foreach (var key in keys)
        {
            call.Happening.OnNext(new CallEvent.Digit(desk.Running.Clock.Now, key));
        }

        return this;
    }

    public void HangsUp() => call.Happening.OnNext(new CallEvent.HungUp(desk.Running.Clock.Now, HangupCause.NormalClearing, HungUpBy.Party));
}
