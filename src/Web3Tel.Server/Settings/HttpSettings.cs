using System.Net;

namespace Web3Tel.Server.Settings;

/// <summary>The page and the API.</summary>
/// <param name="Listen">Where they are served. There is no sign-in yet, so this stays on loopback or behind a proxy that has one.</param>
sealed record HttpSettings(IPEndPoint Listen);
