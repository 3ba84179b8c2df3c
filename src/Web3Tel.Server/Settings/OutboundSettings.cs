using System.Collections.Immutable;
using System.Net;

namespace Web3Tel.Server.Settings;

/// <summary>Where FreeSWITCH hands us its calls: the <c>socket</c> application of its dialplan.</summary>
/// <param name="Listen">Address and port to listen on.</param>
/// <param name="Allow">The networks calls are taken from; others are refused.</param>
sealed record OutboundSettings(IPEndPoint Listen, ImmutableArray<IPNetwork> Allow);
