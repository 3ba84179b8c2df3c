namespace Web3Tel.Server.Voicemail;

/// <summary>What has become of a wish to mark or delete a message.</summary>
enum MessageHandled
{
    Done,

    /// <summary>There is no such message, as far as the visitor is concerned.</summary>
    Unknown,

    /// <summary>The disk takes nothing: it is done as soon as it does.</summary>
    Later,
}
