using System.Globalization;
using System.Reactive.Linq;
using System.Text;
using Web3Tel.Information;
using Web3Tel.Speech;

namespace Web3Tel.Server.Information;

/// <summary>A text of the web, to be spoken, or a recording. Nothing of it is believed: neither its length, nor that it ends, nor that it is text.</summary>
/// <param name="http">Who asks; it follows redirections as it is set to.</param>
/// <param name="address">Where.</param>
/// <param name="language">The language it is in; null to go by its letters.</param>
/// <param name="sounds">Keeps recordings; null where only texts are taken.</param>
/// <param name="mostBytes">A text that is longer is not told: half a sentence is worse than none.</param>
sealed class HttpInformation(HttpClient http, Uri address, Language? language = null, DownloadedSounds? sounds = null, int mostBytes = 8_000) : IInformationSource
{
    public IObservable<string> Read() => Observable.FromAsync(async cancellation =>
    {
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        if (sounds is not null && response.Content.Headers.ContentType?.MediaType?.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) == true)
        {
            var recording = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
            await using var ending = recording.ConfigureAwait(false);
            return await sounds.Keep(address, recording, cancellation).ConfigureAwait(false);
        }

        if (response.Content.Headers.ContentType is { MediaType: { } media } && !media.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidDataException($"{address} gives {media}: give text/plain{(sounds is null ? "" : " or audio/wav")}.");
        }

        var content = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using var closing = content.ConfigureAwait(false);
        var bytes = new byte[mostBytes + 1];
        var read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        return read > mostBytes
            ? throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{address} gives more than {mostBytes} bytes."))
            : SpokenText.Of(Decoded(bytes.AsSpan(0, read), response.Content.Headers.ContentType?.CharSet), language)
                ?? throw new InvalidDataException($"{address} gives no words.");
    });

    /// <summary>UTF-8 unless it says otherwise.</summary>
    static string Decoded(ReadOnlySpan<byte> bytes, string? charset)
    {
        try
        {
            return (charset is null ? new UTF8Encoding(false, throwOnInvalidBytes: true) : Encoding.GetEncoding(charset.Trim('"'), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback))
                .GetString(bytes);
        }
        catch (Exception e) when (e is ArgumentException)
        {
            throw new InvalidDataException($"It is no text in {charset ?? "UTF-8"}.", e);
        }
    }
}
