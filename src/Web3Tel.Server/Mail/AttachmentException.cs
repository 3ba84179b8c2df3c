namespace Web3Tel.Server.Mail;

/// <summary>What is attached cannot be sent.</summary>
sealed class AttachmentException(string message, Exception? inner = null) : Exception(message, inner);
