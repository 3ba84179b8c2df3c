namespace Web3Tel.Phones;

/// <summary>What an operator wants of the phone menu.</summary>
abstract record Wish
{
    Wish()
    {
    }

    public sealed record SignIn : Wish;

    public sealed record SignOut : Wish;

    public sealed record Ready : Wish;

    /// <param name="Reason">Id of a break.</param>
    public sealed record Break(string Reason) : Wish;

    public sealed record EndWrapUp : Wish;

    public sealed record DoNotDisturb : Wish;

    /// <summary>To hear the own state.</summary>
    public sealed record State : Wish;

    /// <summary>Back to the beginning without a wish.</summary>
    public sealed record Nothing : Wish;

    public sealed record Leave : Wish;
}
