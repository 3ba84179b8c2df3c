using Web3Tel.Voicemail;

namespace Web3Tel.Server.Storage;

/// <summary>Something that becomes of a message.</summary>
/// <param name="Id">Id of the message.</param>
/// <param name="Next">What it becomes, of null when it is not known; null for nothing. May be asked more than once.</param>
/// <param name="Done">Told what has become of it when that is on the disk.</param>
sealed record MessageChange(string Id, Func<VoiceMessage?, VoiceMessage?> Next, TaskCompletionSource<VoiceMessage?> Done);
