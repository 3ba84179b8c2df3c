using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Doctor;

/// <summary>The folder of recordings: FreeSWITCH writes there, we read and delete.</summary>
static class RecordingsCheck
{
    /// <summary>Our side.</summary>
    public static Finding Ours(string folder) => Folders.WhyNotWritable(folder) is { } why
        ? Finding.Wrong(
            Checks.Recordings,
            new Sentence($"The service cannot write to the folder of recordings {folder}: {why}", $"Служба не может писать в папку записей {folder}: {why}"),
            Mend(folder))
        : Directory.Exists(folder)
            ? Finding.Ok(Checks.Recordings, $"The service can write to {folder}.", $"Служба может писать в {folder}.")
            : Finding.Ok(Checks.Recordings, $"{folder} is not there yet; FreeSWITCH makes it.", $"{folder} ещё нет; её создаст FreeSWITCH.");

    /// <summary>FreeSWITCH's side, and whether both mean the same folder.</summary>
    public static async Task<IEnumerable<Finding>> FreeSwitch(ServiceSettings settings, Interview interview)
    {
        var folder = settings.Recordings;
        var path = Folders.ProbeIn(folder, ".wav");
        string? unread = null;
        var (tried, why) = await new TrialRecording(interview).Make(path, () => unread = WhyNotRead(path));
        return
        [
            (tried, why, unread) switch
            {
                (false, _, _) => Finding.Warning(
                    Checks.Recordings,
                    new Sentence($"FreeSWITCH could not be asked to record: {why}", $"FreeSWITCH не удалось попросить о записи: {why}"),
                    new Sentence("Load mod_loopback: fs_cli -x \"load mod_loopback\".", "Загрузите mod_loopback: fs_cli -x \"load mod_loopback\".")),
                (_, { } error, _) => Finding.Wrong(
                    Checks.Recordings,
                    new Sentence($"FreeSWITCH cannot record to {folder}: {error}", $"FreeSWITCH не может записывать в {folder}: {error}"),
                    Mend(folder)),
                (_, _, { } error) when Machine.Is(settings.FreeSwitch!.Host) => Finding.Wrong(
                    Checks.Recordings,
                    new Sentence($"FreeSWITCH records to {folder}, but the service cannot read what it records: {error}", $"FreeSWITCH записывает в {folder}, но служба не может прочесть записанное: {error}"),
                    Mend(folder)),
                (_, _, { }) => Finding.Warning(
                    Checks.Recordings,
                    new Sentence($"FreeSWITCH records to {folder} on its own machine: the service does not see its recordings.", $"FreeSWITCH записывает в {folder} на своей машине: службе её записи не видны."),
                    new Sentence($"Share the folder between both machines under the same path (NFS), or name a shared one: Web3Tel:Recordings.", $"Сделайте папку общей для обеих машин под тем же путём (NFS) или назовите общую: Web3Tel:Recordings.")),
                _ => Finding.Ok(Checks.Recordings, $"FreeSWITCH records to {folder}, and the service can read it.", $"FreeSWITCH записывает в {folder}, и служба может это прочесть."),
            },
        ];
    }

    static Sentence Mend(string folder) => new(
        $"Give both users one group and the folder to it: groupadd -f web3tel; usermod -aG web3tel freeswitch; install -d -o freeswitch -g web3tel -m 2770 {folder}; restart both. Or name another folder: Web3Tel:Recordings.",
        $"Дайте обоим пользователям общую группу, а папку — ей: groupadd -f web3tel; usermod -aG web3tel freeswitch; install -d -o freeswitch -g web3tel -m 2770 {folder}; перезапустите оба. Или назовите другую папку: Web3Tel:Recordings.");

    static string? WhyNotRead(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }
}
