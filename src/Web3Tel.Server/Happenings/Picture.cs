using System.Collections.Immutable;

namespace Web3Tel.Server.Happenings;

/// <summary>All that events tell of, at one moment: what has happened is the difference between two of them.</summary>
sealed class Picture
{
    public static readonly Picture Nothing = new(0, []);

    readonly ImmutableArray<Piece> pieces;
    readonly Dictionary<(string Type, string Key), Piece> byKey;

    Picture(long number, ImmutableArray<Piece> pieces)
    {
        Number = number;
        this.pieces = pieces;
        byKey = new(pieces.Length);
        foreach (var piece in pieces)
        {
            byKey[(piece.Type, piece.Key)] = piece;
        }
    }

    /// <summary>Counts up with each change.</summary>
    public long Number { get; }

    /// <summary>The next one, or this one when nothing differs. A piece that is as it was stays the same object.</summary>
    public Picture Next(IEnumerable<Piece> seen)
    {
        var next = new Picture(Number + 1, [.. seen.Select(piece => Same(piece) ?? piece)]);
        return next.Changed(this).Any() || Gone(next).Any() ? next : this;
    }

    /// <summary>What is new or other than it was.</summary>
    public IEnumerable<Piece> Changed(Picture before) =>
        pieces.Where(piece => !ReferenceEquals(before.byKey.GetValueOrDefault((piece.Type, piece.Key)), piece));

    /// <summary>What was there, and is not any more.</summary>
    public IEnumerable<Piece> Gone(Picture after) =>
        pieces.Where(piece => piece.Type != PieceType.Ended && !after.byKey.ContainsKey((piece.Type, piece.Key)));

    Piece? Same(Piece piece) =>
        byKey.GetValueOrDefault((piece.Type, piece.Key)) is { } known && known.Compared.Equals(piece.Compared) ? known : null;
}
