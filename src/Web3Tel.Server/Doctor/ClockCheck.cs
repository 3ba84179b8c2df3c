using System.Globalization;

namespace Web3Tel.Server.Doctor;

/// <summary>FreeSWITCH's clock and ours: how long a caller has waited is counted from a time that FreeSWITCH tells after a restart of the service.</summary>
static class ClockCheck
{
    const double Least = 1;
    const double Most = 5;

    public static async Task<IEnumerable<Finding>> Look(Interview interview, TimeProvider time)
    {
        var before = time.GetUtcNow();
        var said = await interview.Ask("strmicroepoch");
        var after = time.GetUtcNow();
        if (!long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds))
        {
            return
            [
                Finding.Warning(
                    Checks.Clock,
                    new Sentence("FreeSWITCH does not tell its time.", "FreeSWITCH не сообщает своё время."),
                    new Sentence("Load mod_dptools: strmicroepoch is its command.", "Загрузите mod_dptools: strmicroepoch — его команда.")),
            ];
        }

        var theirs = DateTimeOffset.UnixEpoch.AddMicroseconds(microseconds);
        // It was told at some moment between our two: the difference is at least this.
        var seconds = (theirs < before ? before - theirs : theirs > after ? theirs - after : TimeSpan.Zero).TotalSeconds;
        var found = new Sentence(
            string.Create(CultureInfo.InvariantCulture, $"FreeSWITCH's clock and ours differ by {seconds:F1} s."),
            string.Create(CultureInfo.InvariantCulture, $"Часы FreeSWITCH и наши расходятся на {seconds:F1} с."));
        var mend = new Sentence(
            "Keep time on both machines (apt install chrony; chronyc tracking); on one machine: fs_cli -x \"fsctl sync_clock\".",
            "Следите за временем на обеих машинах (apt install chrony; chronyc tracking); на одной машине: fs_cli -x \"fsctl sync_clock\".");
        return
        [
            seconds switch
            {
                < Least => new Finding(Checks.Clock, Verdict.Ok, found),
                < Most => Finding.Warning(Checks.Clock, found, mend),
                _ => Finding.Wrong(Checks.Clock, found, mend),
            },
        ];
    }
}
