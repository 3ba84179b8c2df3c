using System.IO.Compression;

namespace Web3Tel.Tests.EventSocket;

/// <summary>The real bytes in <c>tests/Captures</c>.</summary>
static class CaptureFiles
{
    static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Captures");

    public static IEnumerable<string> Names => Directory.GetDirectories(Root).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    public static byte[] FromFreeSwitch(string name) => File.ReadAllBytes(Path.Combine(Root, name, "from-freeswitch.bin"));

    public static byte[] ToFreeSwitch(string name) => File.ReadAllBytes(Path.Combine(Root, name, "to-freeswitch.bin"));

    public static byte[] Corpus(string format)
    {
        using var file = File.OpenRead(Path.Combine(Root, $"corpus-120-calls-{format}.bin.gz"));
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unzipped.CopyTo(bytes);
        return bytes.ToArray();
    }
}
