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

    /// <summary>FreeSWITCH's side, and whether both mean the same folder. It records into a folder of its own making, as it does every day.</summary>
    public static async Task<IEnumerable<Finding>> FreeSwitch(ServiceSettings settings, Interview interview)
    {
        var folder = settings.Recordings;
        var trial = Path.Combine(folder, ".web3tel-doctor");
        var path = Folders.ProbeIn(trial, ".wav");
        string? unread = null;
        string? kept = null;
        var (tried, why) = await new TrialRecording(interview).Make(path, () =>
        {
            unread = WhyNotRead(path);
            kept = Folders.WhyNotWritable(trial);
        });
        RemoveEmpty(trial);
        return
        [
            (tried, why, unread, kept) switch
            {
                (false, _, _, _) => Finding.Warning(
                    Checks.Recordings,
                    new Sentence($"FreeSWITCH could not be asked to record: {why}", $"FreeSWITCH не удалось попросить о записи: {why}"),
                    new Sentence("Load mod_loopback: fs_cli -x \"load mod_loopback\".", "Загрузите mod_loopback: fs_cli -x \"load mod_loopback\".")),
                (_, { } error, _, _) => Finding.Wrong(
                    Checks.Recordings,
                    new Sentence($"FreeSWITCH cannot record to {folder}: {error}", $"FreeSWITCH не может записывать в {folder}: {error}"),
                    Mend(folder)),
                (_, _, { } error, _) when Machine.Is(settings.FreeSwitch!.Host) => Finding.Wrong(
                    Checks.Recordings,
                    new Sentence($"FreeSWITCH records to {folder}, but the service cannot read what it records: {error}", $"FreeSWITCH записывает в {folder}, но служба не может прочесть записанное: {error}"),
                    Mend(folder)),
                (_, _, { }, _) => Finding.Warning(
                    Checks.Recordings,
                    new Sentence($"FreeSWITCH records to {folder} on its own machine: the service does not see its recordings.", $"FreeSWITCH записывает в {folder} на своей машине: службе её записи не видны."),
                    new Sentence("Share the folder between both machines under the same path (NFS), or name a shared one: Web3Tel:Recordings.", "Сделайте папку общей для обеих машин под тем же путём (NFS) или назовите общую: Web3Tel:Recordings.")),
                (_, _, _, { } error) => Finding.Warning(
                    Checks.Recordings,
                    new Sentence($"FreeSWITCH records to {folder}, and the service can read it, but not delete it: {error}", $"FreeSWITCH записывает в {folder}, и служба может это прочесть, но не удалить: {error}"),
                    Mend(folder)),
                _ => Finding.Ok(
                    Checks.Recordings, $"FreeSWITCH records to {folder}, and the service can read and delete it.", $"FreeSWITCH записывает в {folder}, и служба может это прочесть и удалить."),
            },
        ];
    }

    /// <summary>FreeSWITCH makes the folder of a day for itself alone (mode 750), whatever its umask: two users do not get on there.</summary>
    static Sentence Mend(string folder) => new(
        $"Run both as one user (User=web3tel in web3tel.service and freeswitch.service, see docs/install.md) and give it the folder: install -d -o web3tel {folder}; chown -R web3tel {folder}. Or name another folder: Web3Tel:Recordings.",
        $"Запускайте обоих от имени одного пользователя (User=web3tel в web3tel.service и freeswitch.service, см. docs/install.md) и отдайте ему папку: install -d -o web3tel {folder}; chown -R web3tel {folder}. Или назовите другую папку: Web3Tel:Recordings.");

    /// <summary>The trial's folder; where it cannot be removed it is empty, and stays.</summary>
    static void RemoveEmpty(string folder)
    {
        try
        {
            Directory.Delete(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

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
