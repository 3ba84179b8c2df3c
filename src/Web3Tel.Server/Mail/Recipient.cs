namespace Web3Tel.Server.Mail;

/// <summary>Somebody an e-mail goes to.</summary>
/// <param name="Address">As it was given.</param>
/// <param name="State">What has become of it.</param>
/// <param name="Why">What the server said last, or what kept us from asking it; null before the first attempt.</param>
sealed record Recipient(string Address, MailState State, string? Why = null);
