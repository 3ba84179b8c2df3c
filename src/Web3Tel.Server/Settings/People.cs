using System.Collections.Immutable;
using Web3Tel.Distribution;
using Web3Tel.Phones;
using Web3Tel.Server.Telephones;

namespace Web3Tel.Server.Settings;

/// <summary>Who serves whom.</summary>
/// <param name="CallCenter">Queues and operators.</param>
/// <param name="Lines">Dialled number → queue.</param>
/// <param name="Pins">Operator → PIN.</param>
/// <param name="Passwords">Operator → password of the telephone.</param>
sealed record People(
    Configuration CallCenter, ImmutableDictionary<string, string> Lines, ImmutableDictionary<string, Pin> Pins, ImmutableDictionary<string, PhonePassword> Passwords);
