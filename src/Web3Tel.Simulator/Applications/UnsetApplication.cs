namespace Web3Tel.Simulator.Applications;

/// <summary>Removes a channel variable.</summary>
sealed class UnsetApplication : Application
{
    public override bool Reads => false;

    protected override void Start()
    {
        Channel.Variables[Data] = null;
        Finish();
    }
}
