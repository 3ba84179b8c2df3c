using System.Globalization;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Doctor;

/// <summary>Room for the journal and for recordings: a conversation of an hour is 58 MB (16 bit at 8 kHz).</summary>
static class DiskCheck
{
    const long Least = 500_000_000;
    const long Advised = 5_000_000_000;

    public static IEnumerable<Finding> Look(ServiceSettings settings, Machine machine) =>
        new[] { settings.Data, settings.Recordings }
            .Select(folder => (Folder: folder, Free: machine.FreeBytes(Folders.NearestTo(folder))))
            .Select(place => Judge(place.Folder, place.Free));

    static Finding Judge(string folder, long free)
    {
        var room = string.Create(CultureInfo.InvariantCulture, $"{free / 1e9:F1}");
        var found = new Sentence($"{folder} has room for {room} GB more.", $"В {folder} есть место ещё для {room} ГБ.");
        var mend = new Sentence(
            "Make room, or move it to another disk (Web3Tel:Data, Web3Tel:Recordings).", "Освободите место или перенесите на другой диск (Web3Tel:Data, Web3Tel:Recordings).");
        return free switch
        {
            < Least => Finding.Wrong(Checks.Disk, found, mend),
            < Advised => Finding.Warning(Checks.Disk, found, mend),
            _ => new Finding(Checks.Disk, Verdict.Ok, found),
        };
    }
}
