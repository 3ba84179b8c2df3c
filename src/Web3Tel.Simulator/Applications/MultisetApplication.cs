namespace Web3Tel.Simulator.Applications;

/// <summary>Sets several channel variables: <c>a=1 b=2</c>, or with a delimiter of one's own <c>^^:a=1:b=2</c>.</summary>
sealed class MultisetApplication : Application
{
    public override bool Reads => false;

    protected override void Start()
    {
        var (delimiter, list) = Data is ['^', '^', var own, ..] ? (own, Data[3..]) : (' ', Data);
        foreach (var pair in list.Split(delimiter, StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split('=', 2) is [var name, var value])
            {
                Channel.Variables[name] = value;
            }
        }

        Finish();
    }
}
