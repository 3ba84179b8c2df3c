using System.Text;

namespace Web3Tel.Tests.Simulator.Parity;

/// <summary>A recorded conversation with a real FreeSWITCH.</summary>
sealed class Capture
{
    Capture(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Captures", name);
        Frames = WireFrame.ReadAll(File.ReadAllBytes(Path.Combine(folder, "from-freeswitch.bin")));
        Commands = [.. Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(folder, "to-freeswitch.bin")))
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)];
    }

    public IReadOnlyList<WireFrame> Frames { get; }

    public IReadOnlyList<string> Commands { get; }

    public static Capture Read(string name) => new(name);
}
