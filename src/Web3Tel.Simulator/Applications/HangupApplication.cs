using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Applications;

/// <summary>Ends the call, with a cause if one is named.</summary>
sealed class HangupApplication : Application
{
    public override bool Reads => false;

    protected override void Start()
    {
        HangingUp.Hangup(Channel, Cause.Parse(Data.Length > 0 ? Data : null));
        Finish();
    }
}
