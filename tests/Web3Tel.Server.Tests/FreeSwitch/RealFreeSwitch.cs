using System.Globalization;
using FluentAssertions;
using Web3Tel.EventSocket;
using Web3Tel.Server.Tests.FreeSwitch.Load;
using Web3Tel.Server.Tests.Service;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>A FreeSWITCH of the test's own: our configuration, ports and folders of its own, loopback only.</summary>
sealed class RealFreeSwitch : IServedSwitch, IAsyncDisposable
{
    public const string Password = "only-for-this-test";

    readonly string program;
    readonly string folder;
    ChildProcess? process;

    RealFreeSwitch(string program, string folder)
    {
        this.program = program;
        this.folder = folder;
    }

    public int SipPort { get; } = Ports.Free();

    public int EventSocketPort { get; } = Ports.Free();

    public int ServicePort { get; } = Ports.Free();

    /// <summary>Where it expects the service's page.</summary>
    public int PagePort { get; } = Ports.Free();

    public int VertoPort { get; } = Ports.Free();

    /// <summary>Where it writes what it needs for a moment.</summary>
    public string Temporary => Path.Combine(folder, "tmp");

    public string Recordings => Path.Combine(folder, "recordings");

    public string Log => File.Exists(LogFile) ? string.Join('\n', File.ReadLines(LogFile).TakeLast(60)) : "no log";

    string LogFile => Path.Combine(folder, "log", "freeswitch.log");

    public string Configuration => Path.Combine(folder, "conf");

    /// <param name="alter">Changes the configuration, whose folder it is given, before FreeSWITCH reads it.</param>
    public static async Task<RealFreeSwitch> Start(Action<string>? alter = null)
    {
        var freeSwitch = new RealFreeSwitch(Installed.FreeSwitch, Directory.CreateTempSubdirectory("web3tel-freeswitch-").FullName);
        freeSwitch.WriteConfiguration();
        alter?.Invoke(freeSwitch.Configuration);
        await freeSwitch.Boot();
        return freeSwitch;
    }

    /// <summary>As <see cref="Start"/>, but a telephone of which nothing is heard any more is dead that soon.</summary>
    public static Task<RealFreeSwitch> WherePhonesDieIn(TimeSpan time, params IEnumerable<(string From, string To)> vars) =>
        With([("phone_dead_after=300000", $"phone_dead_after={(int)time.TotalMilliseconds}"), .. vars]);

    /// <summary>As <see cref="Start"/>, with other words in <c>vars.xml</c>.</summary>
    public static Task<RealFreeSwitch> With(params IEnumerable<(string From, string To)> vars) => Start(conf =>
    {
        var file = Path.Combine(conf, "vars.xml");
        File.WriteAllText(file, vars.Aggregate(File.ReadAllText(file), (now, change) => now.Replace(change.From, change.To, StringComparison.Ordinal)));
    });

    public async Task Boot()
    {
        string Folder(string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        process = ChildProcess.Start(
            program,
            [
                "-nf", "-nc", "-nonat", "-np", "-conf", Folder("conf"), "-log", Folder("log"), "-db", Folder("db"), "-run", Folder("run"),
                "-temp", Folder("tmp"), "-certs", Folder("certs"), "-cache", Folder("cache"), "-recordings", Folder("recordings"),
            ],
            folder);
        await Eventually.Holds(async () => (await Api("sofia status")).Should().Contain("RUNNING", Log), TimeSpan.FromSeconds(60));
    }

    public int Id => process!.Id;

    public Use Use => process!.Use;

    /// <summary>How many files and sockets it has open.</summary>
    public int OpenFiles => Directory.GetFileSystemEntries($"/proc/{process!.Id}/fd").Length;

    /// <summary>SIGKILL.</summary>
    public Task Kill() => process!.Kill();

    public Task<InboundSocket> Connect() => InboundSocket.Connect("127.0.0.1", EventSocketPort, Password);

    public async Task<string> Api(string command)
    {
        using var socket = await Connect();
        return (await socket.SendApi(command)).Body;
    }

    /// <summary>How many legs live on it.</summary>
    public async Task<int> Channels() =>
        int.Parse((await Api("show channels count")).Trim().Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>What its clock says: whole seconds since 1970.</summary>
    public async Task<long> Seconds() => long.Parse((await Api("strepoch")).Trim(), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        Traces.Leave(folder);
    }

    void WriteConfiguration()
    {
        Copy(Repository.Folder("freeswitch"), Configuration);
        var vars = Path.Combine(Configuration, "vars.xml");
        File.WriteAllText(vars, File.ReadAllText(vars)
            .Replace("sip_port=5060", $"sip_port={SipPort}", StringComparison.Ordinal)
            .Replace("event_socket_port=8021", $"event_socket_port={EventSocketPort}", StringComparison.Ordinal)
            .Replace("verto_port=8082", $"verto_port={VertoPort}", StringComparison.Ordinal)
            .Replace("http://127.0.0.1:8080/", $"http://127.0.0.1:{PagePort}/", StringComparison.Ordinal)
            // SIPp's telephones send no sound.
            .Replace("phone_dead_after=20000", "phone_dead_after=300000", StringComparison.Ordinal)
            .Replace("127.0.0.1:8084\"", $"127.0.0.1:{ServicePort}\"", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(Configuration, "secrets.xml"), $"""
            <include>
              <X-PRE-PROCESS cmd="set" data="event_socket_password={Password}"/>
              <X-PRE-PROCESS cmd="set" data="directory_password={Password}"/>
              <X-PRE-PROCESS cmd="set" data="operator_1001_password={Password}"/>
              <X-PRE-PROCESS cmd="set" data="operator_1002_password={Password}"/>
            </include>
            """);
    }

    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
