using System.Security.Cryptography;
using System.Text;
using Web3Tel.Server.Prompts;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Information;

/// <summary>Recordings of the web, brought into the form the switch plays: one file an address, replaced whole by the next one.</summary>
sealed class DownloadedSounds(string folder, PromptSettings limits)
{
    readonly SoundConverter converter = new(limits);

    /// <summary>The file, when all of it is there.</summary>
    /// <exception cref="PromptException">It is no sound, or too large.</exception>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public async Task<string> Keep(Uri address, Stream content, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var name = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)))[..32]);
        var (received, converted) = ($"{name}-{Guid.NewGuid():N}.part", $"{name}-{Guid.NewGuid():N}.wav.part");
        try
        {
            await Receive(content, received, cancellation).ConfigureAwait(false);
            await converter.Convert(received, converted).ConfigureAwait(false);
            File.Move(converted, $"{name}.wav", overwrite: true);
            return $"{name}.wav";
        }
        finally
        {
            File.Delete(received);
            File.Delete(converted);
        }
    }

    async Task Receive(Stream content, string path, CancellationToken cancellation)
    {
        var file = File.Create(path);
        await using var closing = file.ConfigureAwait(false);
        var buffer = new byte[81_920];
        while (await content.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var read)
        {
            if (file.Length + read > limits.MostBytes)
            {
                throw new InvalidDataException($"It is larger than {limits.MostBytes / 1_000_000} MB.");
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
        }
    }
}
