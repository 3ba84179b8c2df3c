using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Applications;

/// <summary>Sends the call to another number, or to the same one once more.</summary>
sealed class TransferApplication : Application
{
    public override bool Reads => false;

    protected override void Start()
    {
        Lifecycle.Transfer(Channel, Data.Split(' ')[0]);
        Finish();
    }
}
