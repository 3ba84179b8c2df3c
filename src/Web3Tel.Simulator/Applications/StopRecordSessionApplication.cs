using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Applications;

/// <summary>Ends a recording that <c>record_session</c> began.</summary>
sealed class StopRecordSessionApplication : Application
{
    public override bool Reads => false;

    protected override void Start()
    {
        foreach (var path in Data == "all" ? Channel.Recordings.Paths : [Data])
        {
            RecordingSession.Stop(Channel, path);
        }

        Finish();
    }
}
