using System.Security.Cryptography;
using Web3Tel.History;

namespace Web3Tel.Server.Recordings;

/// <summary>
/// Some recordings as they lie in the index, in one piece: a document for each would take a million of them several times the room and the
/// time to read. LiteDB has no checksums, so the block carries its own.
/// </summary>
static class RecordingBlock
{
    /// <summary>A block is written anew whenever one of its recordings changes.</summary>
    public const int Most = 128;

    /// <summary>Of a form that is not known the index is made again from the history.</summary>
    public const byte Form = 4;

    /// <summary>Without results of conversations, and consultations. Still read, as those below; results are brought from the history.</summary>
    const byte WithoutResults = 3;

    /// <summary>Without numbers outside, too.</summary>
    const byte WithoutOutside = 2;

    /// <summary>Without pauses, too. Still read: an index that is made again takes the sums of the files anew, and cannot tell which were changed before.</summary>
    const byte WithoutPauses = 1;

    const int SumLength = 8;

    public static byte[] Write(IReadOnlyCollection<Recording> recordings)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Form);
        writer.Write7BitEncodedInt(recordings.Count);
        foreach (var recording in recordings)
        {
            Write(writer, recording);
        }

        writer.Flush();
        writer.Write(Sum(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">It is damaged, or has another form.</exception>
    public static List<Recording> Read(byte[] block)
    {
        if (block.Length <= SumLength || block[0] is not (Form or WithoutResults or WithoutOutside or WithoutPauses) || !Sum(block.AsSpan(0, block.Length - SumLength)).AsSpan().SequenceEqual(block.AsSpan(block.Length - SumLength)))
        {
            throw new InvalidDataException("A block of the index of recordings is damaged, or of another version of the service.");
        }

        using var reader = new BinaryReader(new MemoryStream(block));
        var form = reader.ReadByte();
        var count = reader.Read7BitEncodedInt();
        var recordings = new List<Recording>(count);
        while (recordings.Count < count)
        {
            recordings.Add(Read(reader, form));
        }

        return recordings;
    }

    static void Write(BinaryWriter writer, Recording recording)
    {
        writer.Write(recording.Id);
        writer.Write(recording.Start.UtcTicks);
        writer.Write(recording.Seconds);
        writer.Write7BitEncodedInt(recording.Operators.Length);
        foreach (var id in recording.Operators)
        {
            writer.Write(id);
        }

        writer.Write(recording.From);
        writer.Write(recording.Name);
        writer.Write(recording.To);
        writer.Write(recording.Outside);
        writer.Write(recording.ConsultationOf);
        writer.Write(recording.Queue is not null);
        writer.Write(recording.Queue ?? "");
        writer.Write(recording.Line);
        writer.Write((byte)recording.Direction);
        writer.Write((byte)recording.Result);
        writer.Write(recording.ResultCode);
        writer.Write(recording.Path);
        writer.Write(recording.PausedSeconds);
        writer.Write((byte)recording.File);
        writer.Write7BitEncodedInt64(recording.Size);
        var sum = Convert.FromHexString(recording.Sha256);
        writer.Write((byte)sum.Length);
        writer.Write(sum);
    }

    static Recording Read(BinaryReader reader, byte form)
    {
        var id = reader.ReadString();
        var start = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero);
        var seconds = reader.ReadDouble();
        var operators = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < operators.Length; i++)
        {
            operators[i] = reader.ReadString();
        }

        var from = reader.ReadString();
        var name = reader.ReadString();
        var to = reader.ReadString();
        var outside = form >= WithoutResults ? reader.ReadString() : "";
        var consultationOf = form == Form ? reader.ReadString() : "";
        var queue = reader.ReadBoolean() ? reader.ReadString() : reader.ReadString() is { Length: 0 } ? null : throw new InvalidDataException("No queue has a name.");
        return new Recording
        {
            Id = id,
            Start = start,
            Seconds = seconds,
            Operators = [.. operators],
            From = from,
            Name = name,
            To = to,
            Outside = outside,
            ConsultationOf = consultationOf,
            Queue = queue,
            Line = reader.ReadString(),
            Direction = (CallDirection)reader.ReadByte(),
            Result = (CallResult)reader.ReadByte(),
            ResultCode = form == Form ? reader.ReadString() : "",
            Path = reader.ReadString(),
            PausedSeconds = form == WithoutPauses ? 0 : reader.ReadDouble(),
            File = (FileState)reader.ReadByte(),
            Size = reader.Read7BitEncodedInt64(),
            Sha256 = Convert.ToHexStringLower(reader.ReadBytes(reader.ReadByte())),
        };
    }

    static byte[] Sum(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes)[..SumLength];
}
