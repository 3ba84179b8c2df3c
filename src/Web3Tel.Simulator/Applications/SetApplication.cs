namespace Web3Tel.Simulator.Applications;

/// <summary>Sets a channel variable: <c>name=value</c>.</summary>
sealed class SetApplication : Application
{
    public override bool Reads => false;

    protected override void Start()
    {
        if (Data.Split('=', 2) is [var name, var value])
        {
            Channel.Variables[name.Trim()] = value;
        }

        Finish();
    }
}
