using Web3Tel.Auditing;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Recordings;

namespace Web3Tel.Server.Api;

/// <summary>Whoever is given the sound of a recording or message stands in the audit trail.</summary>
sealed class Hearing(AccountKeeper accounts, Listenings listenings)
{
    /// <summary>Call before the sound, or any piece of it, is given.</summary>
    /// <param name="about">Whose it is: operators, or a mailbox.</param>
    /// <param name="id">Id of the recording or message.</param>
    public void Note(HttpRequest request, AuditedAct act, string about, string id)
    {
        // What lies in the browser's cache would be heard without us.
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsGet(request.Method) && listenings.Begins(Commanding.Who(request), id))
        {
            accounts.Audit(Commanding.Who(request), about, act, id);
        }
    }
}
