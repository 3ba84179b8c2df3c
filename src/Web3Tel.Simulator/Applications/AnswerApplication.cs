using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Applications;

/// <summary>Takes the call.</summary>
sealed class AnswerApplication : Application
{
    public override bool Reads => false;

    protected override void Start()
    {
        Answering.Answer(Channel);
        Finish();
    }
}
