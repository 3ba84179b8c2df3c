using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Applications;

/// <summary>Lets the caller hear us without taking the call.</summary>
sealed class PreAnswerApplication : Application
{
    public override bool Reads => false;

    protected override void Start()
    {
        Answering.EnsureMedia(Channel);
        Finish();
    }
}
