using FluentAssertions;
using Web3Tel.EventSocket;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>What a newcomer types, with a real FreeSWITCH. Skipped, visibly, where it is not installed.</summary>
public sealed class RealStartTests : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Make_freeswitch_runs_it_in_the_foreground_with_passwords_of_its_own_and_ends_with_it()
    {
        var home = Path.GetDirectoryName(Installed.FreeSwitch)!;
        var (sip, door, verto) = (Ports.Free(), Ports.Free(), Ports.Free());
        File.Copy(Repository.Folder("Makefile"), folder["Makefile"]);
        RealFreeSwitch.Copy(Repository.Folder("freeswitch"), folder["freeswitch"]);
        File.Delete(folder["freeswitch/secrets.xml"]);
        var vars = folder["freeswitch/vars.xml"];
        await File.WriteAllTextAsync(
            vars,
            (await File.ReadAllTextAsync(vars, TestContext.Current.CancellationToken))
                .Replace("sip_port=5060", $"sip_port={sip}", StringComparison.Ordinal)
                .Replace("event_socket_port=8021", $"event_socket_port={door}", StringComparison.Ordinal)
                .Replace("verto_port=8082", $"verto_port={verto}", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        await using var make = ChildProcess.Start("make", ["freeswitch"], folder.Path, new Dictionary<string, string> { ["FREESWITCH_HOME"] = home });

        await Eventually.Holds(async () => (await Status(door, Passwords()["event_socket"])).Should().StartWith("UP", make.Output), Patience);
        var made = Passwords();
        made.Keys.Should().BeEquivalentTo("event_socket", "directory", "operator_1001", "operator_1002");
        made.Values.Should().OnlyHaveUniqueItems().And.AllSatisfy(password => password.Should().MatchRegex("^[0-9a-f]{32}$"));
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(folder["freeswitch/secrets.xml"]).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await FluentActions.Awaiting(() => Status(door, "ClueCon")).Should().ThrowAsync<Exception>("the password that everybody knows is none");

        await make.Terminate(Patience);
        await Eventually.Holds(async () => await FluentActions.Awaiting(() => Status(door, made["event_socket"])).Should().ThrowAsync<Exception>(), Patience);

        await using var again = ChildProcess.Start("make", ["freeswitch-secrets"], folder.Path);
        (await again.Exit(Patience)).Should().Be(0, again.Output);
        Passwords().Should().BeEquivalentTo(made, "they are made once");
    }

    Dictionary<string, string> Passwords() => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(folder["freeswitch/secrets.xml"]), "data=\"(\\w+)_password=([^\"]*)\"")
        .ToDictionary(password => password.Groups[1].Value, password => password.Groups[2].Value);

    static async Task<string> Status(int port, string password)
    {
        using var socket = await InboundSocket.Connect("127.0.0.1", port, password);
        return (await socket.SendApi("status")).Body;
    }
}
