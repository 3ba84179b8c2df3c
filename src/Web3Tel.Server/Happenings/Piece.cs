using System.Text.Json;

namespace Web3Tel.Server.Happenings;

/// <summary>One small part of the picture: a queue, a call, an operator.</summary>
/// <param name="Type">The name of its events: one of <see cref="PieceType"/>.</param>
/// <param name="Key">Which one of them.</param>
/// <param name="Compared">What makes it another one. Time that just passes does not.</param>
/// <param name="Shown">As the API shows it.</param>
sealed record Piece(string Type, string Key, object Compared, object Shown)
{
    byte[]? json;

    /// <summary>Written once, however many read it.</summary>
    public byte[] Json(JsonSerializerOptions options) => json ??= JsonSerializer.SerializeToUtf8Bytes(Shown, options);
}
