namespace Web3Tel.EventSocket.Commands;

/// <summary>Shows the password, or a user and the password, on an inbound connection.</summary>
public sealed record Auth : LineCommand
{
    readonly string text;

    public Auth(string password) => text = $"auth {OneLine.Require(password)}";

    /// <param name="user">The user with its domain, such as <c>1000@example.com</c>.</param>
    /// <param name="password">The user's Event Socket password.</param>
    public Auth(string user, string password) => text = $"userauth {OneLine.RequireWord(user)}:{OneLine.Require(password)}";

    protected override string Text => text;

    /// <summary>Without the password.</summary>
    public override string ToString() => nameof(Auth);
}
