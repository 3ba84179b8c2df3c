namespace Web3Tel.Simulator.Applications;

/// <summary>An application whose work nobody here can see, such as <c>log</c>.</summary>
sealed class NoApplication : Application
{
    public override bool Reads => false;

    protected override void Start() => Finish();
}
