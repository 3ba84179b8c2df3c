using Web3Tel.Voicemail;

namespace Web3Tel.Server.Voicemail;

/// <summary>Somebody who wants each message that is left, such as the e-mail. Register as many as there are.</summary>
interface IMessageRecipient
{
    /// <summary>
    /// Takes a message that has been left; when the task completes, it counts as taken, and must outlive the service. Until then it is given
    /// again, by the next life of the service too: the same message may come more than once, one at a time, and others meanwhile.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="path">Its sound file. It stays for a day after the message has been deleted.</param>
    /// <param name="cancellation">The service stops.</param>
    Task Take(VoiceMessage message, string path, CancellationToken cancellation);
}
