using System.Globalization;
using Web3Tel.Distribution;
using Web3Tel.Server.Panel;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Doctor;

/// <summary>What the call center has found not to be as believed and put right, by the state that the service wrote last.</summary>
static class RepairsCheck
{
    public static Finding Look(string data)
    {
        var path = StateFile.PathIn(data);
        if (Read(path) is not { } state)
        {
            return Finding.Ok(Checks.Repairs, "What was found and put right is not known: there is no state of the call center yet.", "Что было найдено и исправлено, неизвестно: состояния call-центра ещё нет.");
        }

        var at = File.GetLastWriteTimeUtc(path).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return state.Repairs.IsEmpty
            ? Finding.Ok(Checks.Repairs, $"Nothing had to be put right, as of {at} UTC.", $"Исправлять ничего не пришлось, по состоянию на {at} UTC.")
            : Finding.Ok(Checks.Repairs, Said(RepairWords.English, state, $"as of {at} UTC"), Said(RepairWords.Russian, state, $"по состоянию на {at} UTC"));
    }

    static string Said(RepairWords words, CallCenter state, string at) => $"{words.Title}, {at}: {string.Join("; ", words.Say(state.Repairs))}.";

    /// <summary>Null where there is none, or none that can be read: the service makes it anew from the journal, and the doctor changes nothing.</summary>
    static CallCenter? Read(string path)
    {
        try
        {
            return File.Exists(path) ? StoredForm.ReadState(File.ReadAllText(path)) : null;
        }
        catch (Exception)
        {
            return null;
        }
    }
}
