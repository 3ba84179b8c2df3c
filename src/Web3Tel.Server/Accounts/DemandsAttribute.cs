namespace Web3Tel.Server.Accounts;

/// <summary>What a visitor of a page or of an address of the API must be allowed to do.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class DemandsAttribute(Permission permission, Reach reach = Reach.Everything) : Attribute
{
    public Permission Permission => permission;

    public Reach Reach => reach;
}
