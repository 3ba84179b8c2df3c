using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Applications;

/// <summary>Begins to record the call beside whatever else happens to it.</summary>
sealed class RecordSessionApplication : Application
{
    public override bool Reads => false;

    protected override void Start()
    {
        RecordingSession.Start(Channel, Data.Split(' ')[0]);
        Finish();
    }
}
