using System.Buffers.Binary;

namespace Web3Tel.Distribution;

/// <summary>The id of an agent's leg, derived and not drawn, so that a replay gives the same.</summary>
static class LegId
{
    /// <summary>The instance's id with the offer's number mixed into its last eight bytes.</summary>
    public static string Of(Guid instance, long offer)
    {
        Span<byte> bytes = stackalloc byte[16];
        instance.TryWriteBytes(bytes, bigEndian: true, out _);
        var last = BinaryPrimitives.ReadInt64BigEndian(bytes[8..]);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], last ^ offer);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }
}
