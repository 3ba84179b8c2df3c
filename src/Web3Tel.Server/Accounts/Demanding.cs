namespace Web3Tel.Server.Accounts;

/// <summary>Says at each address what it demands.</summary>
static class Demanding
{
    public static TBuilder Demands<TBuilder>(this TBuilder endpoint, Permission permission, Reach reach = Reach.Everything)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new DemandsAttribute(permission, reach));

    public static TBuilder OpenToAll<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(OpenToAllAttribute.Mark);
}
