using System.Text.Json;
using System.Text.RegularExpressions;
using FluentAssertions;
using Web3Tel.Server.Tests.FreeSwitch;
using Xunit;

namespace Web3Tel.Server.Tests.Service;

/// <summary>What the units and the containers name is there, and is what docs/install.md puts there.</summary>
public sealed partial class DeploymentTests
{
    /// <summary>The doctor's <c>OpenFilesCheck</c> is content from here on.</summary>
    const int EnoughFiles = 20_000;

    static readonly string Guide = Text("docs/install.md");

    [Theory]
    [InlineData("web3tel", "install -m 755 deploy/web3tel /usr/local/bin/web3tel")]
    [InlineData("freeswitch", "apt install -y freeswitch ")]
    public void A_unit_starts_a_program_that_the_guide_installs_as_a_user_that_the_guide_makes(string name, string installs)
    {
        var unit = Unit(name);
        Command(unit)[0].Should().StartWith("/").And.EndWith($"bin/{name}");
        Guide.Should().Contain(installs).And.Contain($"deploy/{name}.service").And.MatchRegex($@"useradd --system .* {unit["User"].Single()}\n");
        unit["Group"].Should().Equal(unit["User"]);
        int.Parse(unit["LimitNOFILE"].Single(), System.Globalization.CultureInfo.InvariantCulture).Should().BeGreaterThanOrEqualTo(EnoughFiles);
    }

    [Fact]
    public void FreeSWITCH_writes_only_where_its_unit_lets_it_and_reads_what_the_guide_copies()
    {
        var unit = Unit("freeswitch");
        var command = Command(unit);
        var folders = command.Zip(command.Skip(1)).Where(pair => pair.First.StartsWith('-') && pair.Second.StartsWith('/')).ToDictionary(pair => pair.First, pair => pair.Second);
        var given = Given(unit).Append("/tmp").ToList();
        folders.Where(folder => folder.Key != "-conf").Should().AllSatisfy(folder => given.Should().Contain(folder.Value, folder.Key));
        folders["-conf"].Should().Be("/etc/web3tel/freeswitch");
        Guide.Should().Contain("cp -r freeswitch /etc/web3tel/");
        // As "make freeswitch" starts it, so that both are tried by one.
        command.Where(word => word.StartsWith('-')).Should().BeEquivalentTo(Options().Matches(Text("Makefile")).Select(option => option.Value).Distinct());
    }

    [Fact]
    public void The_service_writes_only_where_its_unit_lets_it_and_where_FreeSWITCH_records()
    {
        using var settings = JsonDocument.Parse(Text("deploy/appsettings.json"), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        var own = settings.RootElement.GetProperty("Web3Tel");
        string[] folders = [own.GetProperty("Data").GetString()!, own.GetProperty("Recordings").GetString()!];
        Given(Unit("web3tel")).Should().Contain(folders);
        var command = Command(Unit("freeswitch"));
        command[Array.IndexOf(command, "-recordings") + 1].Should().Be(folders[1]);
        Guide.Should().Contain("install -m 644 deploy/appsettings.json /etc/web3tel/");
    }

    [Fact]
    public void The_starter_finds_the_program_and_the_settings_where_the_guide_puts_them()
    {
        Text("deploy/web3tel").Should().Contain("${WEB3TEL_SETTINGS:-/etc/web3tel}").And.Contain("${WEB3TEL_PROGRAM:-/opt/web3tel}/Web3Tel.Server");
        Guide.Should().Contain("dotnet publish src/Web3Tel.Server -c Release -o /opt/web3tel");
        Text("deploy/Dockerfile").Should().Contain("dotnet publish src/Web3Tel.Server -c Release -o /opt/web3tel").And.Contain("COPY deploy/web3tel /usr/local/bin/web3tel");
    }

    [Fact]
    public void Whatever_the_containers_mount_build_and_share_is_there()
    {
        var compose = Text("compose.yaml");
        var mounts = Mount().Matches(compose).Select(mount => (From: mount.Groups[1].Value, To: mount.Groups[2].Value)).ToList();
        mounts.Where(mount => mount.From.StartsWith('.')).Should().HaveCountGreaterThan(2)
            .And.AllSatisfy(mount => Path.Exists(Repository.Folder(mount.From)).Should().BeTrue(mount.From));
        mounts.Where(mount => !mount.From.StartsWith('.')).Should().HaveCount(2, "both have the recordings").And.OnlyContain(mount => mount.To == "/var/lib/web3tel");
        compose.Should().MatchRegex(@"\nvolumes:\n(  #.*\n)*  state:\n").And.Contain("image: safarov/freeswitch:1.10.12\n");
        File.Exists(Repository.Folder(Regex.Match(compose, "dockerfile: (.+)").Groups[1].Value)).Should().BeTrue();
        Regex.Matches(Text("deploy/Dockerfile"), @"\nCOPY (?!--from|\. )(\S+) ").Should().NotBeEmpty()
            .And.AllSatisfy(copied => Path.Exists(Repository.Folder(copied.Groups[1].Value)).Should().BeTrue(copied.Value));
    }

    /// <summary>The folders that systemd makes for it.</summary>
    static IEnumerable<string> Given(ILookup<string, string> unit) =>
        new[] { ("StateDirectory", "/var/lib"), ("LogsDirectory", "/var/log"), ("CacheDirectory", "/var/cache"), ("RuntimeDirectory", "/run") }
            .SelectMany(kind => unit[kind.Item1].SelectMany(names => names.Split(' ')).Select(name => $"{kind.Item2}/{name}"));

    static string[] Command(ILookup<string, string> unit) => unit["ExecStart"].Single().Split(' ', StringSplitOptions.RemoveEmptyEntries);

    static ILookup<string, string> Unit(string name) => Text($"deploy/{name}.service").Replace("\\\n", "", StringComparison.Ordinal).Split('\n')
        .Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#'))
        .Select(line => line.Split('=', 2))
        .ToLookup(pair => pair[0], pair => pair[1]);

    static string Text(string file) => File.ReadAllText(Repository.Folder(file));

    [GeneratedRegex("(?<= )-(nf|nc|nonat|np|conf|log|db|storage|certs|recordings|cache|run|temp)(?= )")]
    private static partial Regex Options();

    [GeneratedRegex(@"\n      - ([./\w-]+):(/[\w/.-]+)")]
    private static partial Regex Mount();
}
