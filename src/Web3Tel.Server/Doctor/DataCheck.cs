using Web3Tel.Server.Hosting;

namespace Web3Tel.Server.Doctor;

/// <summary>The folder of journal, history and logs.</summary>
static class DataCheck
{
    public static Finding Look(string data, bool serviceRuns)
    {
        if (Folders.WhyNotWritable(data) is { } why)
        {
            return Finding.Wrong(
                Checks.Data,
                new Sentence($"Nothing can be written to the data folder {data}: {why}", $"В папку данных {data} нельзя писать: {why}"),
                new Sentence(
                    $"chown -R web3tel {data} (or whoever runs the service; run the doctor as the same user), or name another folder: Web3Tel:Data.",
                    $"chown -R web3tel {data} (или от чьего имени работает служба; доктора запускайте от того же имени) или назовите другую папку: Web3Tel:Data."));
        }

        return serviceRuns ? Finding.Ok(Checks.Data, $"{data} is writable; a service runs on it ({DataFolder.HeldFile(data)}).", $"В {data} можно писать; на ней работает служба ({DataFolder.HeldFile(data)}).")
            : Directory.Exists(data) ? Finding.Ok(Checks.Data, $"{data} is writable; no service runs on it.", $"В {data} можно писать; служба на ней не работает.")
            : Finding.Ok(Checks.Data, $"{data} is not there yet and can be made.", $"{data} ещё нет, но её можно создать.");
    }
}
