using System.Globalization;
using Web3Tel.Server.Commands;
using Web3Tel.Server.Doctor;
using Web3Tel.Server.Tests.FreeSwitch;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Doctor;

/// <summary>What tests of the doctor share: a machine, settings and a FreeSWITCH in good health, each of which a test can spoil.</summary>
public abstract class DoctorTest : IAsyncLifetime
{
    readonly ITestOutputHelper console;

    protected DoctorTest(ITestOutputHelper console)
    {
        this.console = console;
        ServicePort = Ports.Free();
        FreeSwitch = new HealthyFreeSwitch(Folder.Path, $"127.0.0.1:{ServicePort}");
        EventSocket = new FakeEventSocket(FreeSwitch.Answer);
        Directory.CreateDirectory(Folder["proc/self"]);
        Limit("self", 100_000);
        Directory.CreateDirectory(Folder["proc/4711"]);
        Limit("4711", 100_000);
        File.WriteAllText(Folder["proc/4711/comm"], "freeswitch\n");
        Machine = new Machine(TimeProvider.System) { Processes = new RunningProcesses(Folder["proc"]), FreeBytes = _ => 100_000_000_000 };
        Settings = new Dictionary<string, string>
        {
            ["FreeSwitch:Host"] = "127.0.0.1",
            ["FreeSwitch:Port"] = EventSocket.Port.ToString(CultureInfo.InvariantCulture),
            ["FreeSwitch:Password"] = "hush",
            ["Outbound:Listen"] = $"127.0.0.1:{ServicePort}",
            ["Http:Listen"] = $"127.0.0.1:{Ports.Free()}",
            ["Data"] = Folder["data"],
            ["Recordings"] = Folder["recordings"],
        };
    }

    private protected TempFolder Folder { get; } = new();

    private protected HealthyFreeSwitch FreeSwitch { get; }

    private protected FakeEventSocket EventSocket { get; }

    private protected Machine Machine { get; set; }

    /// <summary>Without their prefix.</summary>
    private protected Dictionary<string, string> Settings { get; }

    private protected int ServicePort { get; }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        await EventSocket.DisposeAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected void Limit(string process, int files) => File.WriteAllText(
        Folder[$"proc/{process}/limits"],
        $"Limit                     Soft Limit           Hard Limit           Units     \nMax open files            {files}                1048576              files     \n");

    /// <summary>Both clocks stand still: how long the doctor waits for an answer is not measured.</summary>
    private protected void StopClocks()
    {
        var now = new VirtualTime(TimeProvider.System.GetUtcNow());
        (Machine, FreeSwitch.Clock) = (Machine with { Time = now }, now);
    }

    private protected async Task<(int Code, string Output, string Errors)> Run(params string[] options)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await DoctorCommand.Run([.. Arguments(), .. options], output, errors, Machine);
        console.WriteLine($"{output}{errors}");
        return (code, output.ToString(), errors.ToString());
    }

    /// <summary>What was found and is not well: <c>wrong modules: mod_hash … -> …</c>.</summary>
    private protected async Task<IReadOnlyList<string>> Complaints()
    {
        var report = await DoctorReport.Of(Arguments(), Machine);
        console.WriteLine(report.Output);
        return report.Complaints;
    }

    IEnumerable<string> Arguments() => Settings.SelectMany(setting => new[] { $"--Web3Tel:{setting.Key}", setting.Value });
}
