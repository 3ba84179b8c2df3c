using Microsoft.AspNetCore.Components.Authorization;
using Web3Tel.Server.Accounts;

namespace Web3Tel.Server.Panel;

/// <summary>Who looks at a page that lives, asked again each time it matters.</summary>
sealed class CircuitVisitor(AuthenticationStateProvider session, AccountKeeper keeper)
{
    /// <summary>Null for who may not come in any more.</summary>
    public async Task<Visitor?> Now() => keeper.VisitorOf((await session.GetAuthenticationStateAsync().ConfigureAwait(false)).User);
}
