using System.Globalization;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Doctor;

/// <summary>How many files and sockets may be open: each call holds one of the service's, and about ten of FreeSWITCH's.</summary>
static class OpenFilesCheck
{
    /// <summary>For 400 calls.</summary>
    const int Least = 4_096;

    /// <summary>For 2,000 calls, which is what our configuration of FreeSWITCH lets in.</summary>
    const int Enough = 20_000;

    const int Advised = 65_536;

    public static Finding OfService(ServiceSettings settings, Machine machine)
    {
        var running = machine.Processes.HolderOf(DataFolder.HeldFile(settings.Data));
        var who = running is null ? new Sentence("The service here", "Служба, запущенная отсюда,") : new Sentence("The running service", "Работающая служба");
        return Judge(machine, running ?? RunningProcesses.Self, who, "Web3Tel.Server", "web3tel.service");
    }

    public static async Task<IEnumerable<Finding>> OfFreeSwitch(SwitchSettings @switch, Interview interview, Machine machine)
    {
        if (!Machine.Is(@switch.Host))
        {
            return [];
        }

        var written = RunningProcesses.WrittenIn(Path.Combine(await interview.Variable("run_dir"), "freeswitch.pid"));
        var process = written is not null && machine.Processes.Runs(written, "freeswitch") ? written : machine.Processes.Only("freeswitch");
        return [Judge(machine, process, new Sentence("FreeSWITCH", "FreeSWITCH"), "freeswitch", "freeswitch.service")];
    }

    static Finding Judge(Machine machine, string? process, Sentence who, string program, string unit)
    {
        if (process is null || machine.Processes.MostOpenFiles(process) is not { } most)
        {
            return Finding.Warning(
                Checks.OpenFiles,
                new Sentence($"{who.English}: how many files and sockets it may open is not seen from here.", $"{who.Russian}: сколько файлов и сокетов можно открыть, отсюда не видно."),
                new Sentence($"Look there: grep \"open files\" /proc/$(pidof {program})/limits", $"Посмотрите там: grep \"open files\" /proc/$(pidof {program})/limits"));
        }

        var number = most == int.MaxValue ? "unlimited" : most.ToString(CultureInfo.InvariantCulture);
        var found = new Sentence($"{who.English} may open {number} files and sockets.", $"{who.Russian} может открыть файлов и сокетов: {number}.");
        var mend = new Sentence(
            $"Give it {Advised}: LimitNOFILE={Advised} in {unit} (systemctl edit {unit}), or ulimit -n {Advised} before it starts.",
            $"Дайте {Advised}: LimitNOFILE={Advised} в {unit} (systemctl edit {unit}) или ulimit -n {Advised} перед запуском.");
        return most switch
        {
            < Least => Finding.Wrong(Checks.OpenFiles, found, mend),
            >= Enough => new Finding(Checks.OpenFiles, Verdict.Ok, found),
            _ => Finding.Warning(Checks.OpenFiles, found, mend),
        };
    }
}
