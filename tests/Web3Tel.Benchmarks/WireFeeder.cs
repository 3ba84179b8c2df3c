using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Web3Tel.Benchmarks;

/// <summary>
/// A FreeSWITCH in a process of its own that only sends, as fast as it is read: so neither its time nor its memory is
/// counted as the wire's.
/// </summary>
static class WireFeeder
{
    public const string Command = "wire-feeder";

    /// <summary>As many kinds of the corpus as give a little more than a thousand channels.</summary>
    public const int Variants = 3;

    /// <summary>The channel of the event that comes after all others.</summary>
    public const string LastChannel = "the-last-one";

    const string Last = $"Event-Name: SHUTDOWN\nUnique-ID: {LastChannel}\n\n";

    public static async Task<int> Run(string[] args)
    {
        var rounds = int.Parse(args[1], CultureInfo.InvariantCulture);
        var corpus = new WireCorpus();
        var variants = Enumerable.Range(0, Variants).Select(corpus.Variant).ToArray();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Console.WriteLine(((IPEndPoint)listener.LocalEndpoint).Port);

        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        await Say(stream, "Content-Type: auth/request\n\n");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("auth ", StringComparison.Ordinal))
            {
                await Say(stream, "Content-Type: command/reply\nReply-Text: +OK accepted\n\n");
            }
            else if (line.StartsWith("event ", StringComparison.Ordinal))
            {
                await Say(stream, "Content-Type: command/reply\nReply-Text: +OK\n\n");
                for (var round = 0; round < rounds; round++)
                {
                    await stream.WriteAsync(variants[round % Variants]);
                }

                await Say(stream, $"Content-Length: {Last.Length}\nContent-Type: text/event-plain\n\n{Last}");
            }
        }

        return 0;
    }

    static async Task Say(NetworkStream stream, string text) => await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text));
}
