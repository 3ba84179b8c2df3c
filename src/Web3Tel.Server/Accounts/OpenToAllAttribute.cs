namespace Web3Tel.Server.Accounts;

/// <summary>Nobody has to sign in for this.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class OpenToAllAttribute : Attribute
{
    public static readonly OpenToAllAttribute Mark = new();
}
