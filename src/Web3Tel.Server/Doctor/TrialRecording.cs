namespace Web3Tel.Server.Doctor;

/// <summary>
/// Lets FreeSWITCH record two seconds of silence on a leg that leads nowhere (mod_loopback's <c>null</c>): nothing rings. FreeSWITCH
/// throws the file away when it stops recording, as it does with all that are shorter than <c>RECORD_MIN_SEC</c>.
/// </summary>
sealed class TrialRecording(Interview interview)
{
    /// <summary>Records, looks while it does, and stops.</summary>
    /// <param name="path">The file, as FreeSWITCH names it.</param>
    /// <param name="whileItRecords">Looks at what is there now.</param>
    /// <returns>Whether it could be tried, and what FreeSWITCH said when it could not be tried or done.</returns>
    public async Task<(bool Tried, string? Why)> Make(string path, Action whileItRecords)
    {
        var leg = Guid.NewGuid().ToString();
        var made = await interview.Ask($"originate {{origination_uuid={leg},origination_caller_id_name=doctor,RECORD_MIN_SEC=3}}null/doctor &sleep(2000)") ?? "-ERR";
        if (!made.StartsWith("+OK", StringComparison.Ordinal))
        {
            return (false, made);
        }

        try
        {
            var recorded = await interview.Ask($"uuid_record {leg} start {path}") ?? "-ERR";
            if (!recorded.StartsWith("+OK", StringComparison.Ordinal))
            {
                return (true, recorded);
            }

            whileItRecords();
            return (true, null);
        }
        finally
        {
            await interview.Ask($"uuid_record {leg} stop {path}");
            await interview.Ask($"uuid_kill {leg}");
        }
    }
}
