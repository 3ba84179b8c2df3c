using System.Collections.Immutable;
using Web3Tel.Distribution;

namespace Web3Tel.Server.Settings;

/// <summary>Who serves whom.</summary>
/// <param name="CallCenter">Queues and operators.</param>
/// <param name="Lines">Dialled number → queue.</param>
sealed record People(Configuration CallCenter, ImmutableDictionary<string, string> Lines);
