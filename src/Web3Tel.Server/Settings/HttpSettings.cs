using System.Net;
using Web3Tel.Server.Accounts;

namespace Web3Tel.Server.Settings;

/// <summary>The page and the API.</summary>
/// <param name="Listen">Where they are served.</param>
/// <param name="SignIn">Who has to sign in.</param>
sealed record HttpSettings(IPEndPoint Listen, SignInDemand SignIn);
