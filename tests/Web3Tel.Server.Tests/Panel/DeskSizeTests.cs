using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using FluentAssertions;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Tests.Verto;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

/// <summary>What a browser fetches before the desk lives.</summary>
public sealed partial class DeskSizeTests : VertoTest
{
    const int Most = 120_000;

    [Fact]
    public async Task The_desk_with_its_telephone_comes_in_under_120_KB()
    {
        var anna = await SignedIn("anna", Role.Operator, "1001");
        anna.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        var sizes = new Dictionary<Uri, int>();
        var wanted = new Queue<Uri>([new Uri(Service.Address, "/desk?lang=ru")]);
        while (wanted.TryDequeue(out var address))
        {
            if (sizes.ContainsKey(address))
            {
                continue;
            }

            using var answer = await anna.GetAsync(address, TestContext.Current.CancellationToken);
            answer.EnsureSuccessStatusCode();
            var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            sizes[address] = bytes.Length;
            TestContext.Current.TestOutputHelper?.WriteLine($"{bytes.Length,7} {string.Join(',', answer.Content.Headers.ContentEncoding),-5} {address.AbsolutePath}");
            var found = answer.Content.Headers.ContentType?.MediaType switch
            {
                "text/html" => Linked().Matches(Text(answer, bytes)).Select(link => new Uri(Service.Address, link.Groups[1].Value)),
                "text/javascript" => Imported().Matches(Text(answer, bytes)).Select(import => new Uri(address, import.Groups[1].Value)),
                _ => [],
            };
            foreach (var next in found)
            {
                wanted.Enqueue(next);
            }
        }

        sizes.Keys.Select(address => address.AbsolutePath).Should().Contain(
            ["/desk", "/scripts/telephone/telephone.js", "/scripts/telephone/sound.js"]).And.Contain(path => path.Contains("blazor.web")).And.Contain(path => path.Contains("panel.") && path.EndsWith(".css"));
        sizes.Values.Sum().Should().BeLessThan(Most);
    }

    static string Text(HttpResponseMessage answer, byte[] bytes)
    {
        using var sent = new MemoryStream(bytes);
        using Stream plain = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            "gzip" => new GZipStream(sent, CompressionMode.Decompress),
            _ => sent,
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("<(?:link|script)[^>]*? (?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Linked();

    /// <summary>Of our own scripts: each is a module, and the framework's is one file.</summary>
    [GeneratedRegex("^(?:import|export) .*?'(\\./[^']+)'", RegexOptions.Multiline)]
    private static partial Regex Imported();
}
