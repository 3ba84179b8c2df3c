namespace Web3Tel.Server.Mail;

/// <summary>
/// Reads what is attached, whole and before the server is asked for anything: a disk that fails in the middle must not leave half a
/// recording behind.
/// </summary>
static class AttachmentReader
{
    const long Largest = 50_000_000;

    /// <returns>The content, null when nothing is attached.</returns>
    /// <exception cref="AttachmentException">With the reason, in plain words.</exception>
    public static async Task<byte[]?> Read(Attachment? attachment, CancellationToken cancel)
    {
        if (attachment is null)
        {
            return null;
        }

        try
        {
            return new FileInfo(attachment.Path) is { Exists: true, Length: > Largest and var length }
                ? throw new AttachmentException($"The attachment {attachment.Path} has {length} bytes, more than {Largest}: no mail server would take it.")
                : await File.ReadAllBytesAsync(attachment.Path, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new AttachmentException($"The attachment {attachment.Path} is missing.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new AttachmentException($"The attachment {attachment.Path} cannot be read: {e.Message}", e);
        }
    }
}
