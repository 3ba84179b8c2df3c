using System.Collections.Immutable;
using Web3Tel.Speech;

namespace Web3Tel.Server.Voicemail;

/// <summary>Who gets the messages of a mailbox by e-mail.</summary>
/// <param name="To">Their addresses.</param>
/// <param name="Language">What they read; null for the language of voicemail.</param>
sealed record MessageReaders(ImmutableArray<string> To, Language? Language);
