using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Web3Tel.Auditing;
using Web3Tel.Server.Accounts;

namespace Web3Tel.Server.Panel;

/// <summary>The end of a session.</summary>
static class SignOut
{
    public static void MapSignOut(this IEndpointRouteBuilder routes) => routes.MapPost("/sign-out", async (HttpContext context, IAntiforgery forms, AccountKeeper keeper) =>
    {
        if (!await forms.IsRequestValidAsync(context).ConfigureAwait(false))
        {
            return Results.Redirect("/");
        }

        var visitor = context.Visitor();
        await keeper.Leave(context.User).ConfigureAwait(false);
        await context.SignOutAsync(AccountSetup.Scheme).ConfigureAwait(false);
        if (visitor.Account is not null)
        {
            keeper.Audit(visitor.Name, visitor.Name, AuditedAct.SignOutOfPanel);
        }

        return Results.Redirect("/sign-in");
    }).ExcludeFromDescription();
}
