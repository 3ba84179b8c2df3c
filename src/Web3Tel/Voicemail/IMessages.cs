using System.Reactive;

namespace Web3Tel.Voicemail;

/// <summary>Where messages are written down.</summary>
public interface IMessages
{
    /// <summary>
    /// Writes a new message down and makes room for its file. Begins at once, subscribed to or not. The one value comes as soon as it is known,
    /// however late one asks: whether there is room for the file. It ends when the message is on the disk. Never fails.
    /// </summary>
    IObservable<bool> Begin(VoiceMessage message);

    /// <summary>
    /// Changes a message, after what was asked before. Begins at once, subscribed to or not; the one value comes when it is on the disk.
    /// Never fails; a message that is not known stays so.
    /// </summary>
    /// <param name="id">Id of the message.</param>
    /// <param name="change">What becomes of it; may be asked more than once.</param>
    IObservable<Unit> Change(string id, Func<VoiceMessage, VoiceMessage> change);

    /// <summary>A message, or null when it is not known. Cold; never fails.</summary>
    IObservable<VoiceMessage?> Find(string id);
}
