namespace Web3Tel.Simulator.Applications;

/// <summary>Gives the caller's words back for as long as the call lasts.</summary>
sealed class EchoApplication : Application
{
    protected override void Start()
    {
    }
}
