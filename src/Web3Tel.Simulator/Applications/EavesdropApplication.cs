namespace Web3Tel.Simulator.Applications;

/// <summary>Listens to another channel until that ends.</summary>
sealed class EavesdropApplication : Application
{
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    protected override void Start()
    {
        if (Switch.Channels.Find(Data) is { IsUp: true })
        {
            After(Look, Start);
        }
        else
        {
            Finish();
        }
    }
}
