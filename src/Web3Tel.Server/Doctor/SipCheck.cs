namespace Web3Tel.Server.Doctor;

/// <summary>Whether SIP runs: a profile whose port somebody else has does not.</summary>
static class SipCheck
{
    public static async Task<IEnumerable<Finding>> Look(Interview interview)
    {
        var profiles = (await interview.Ask("sofia status") ?? "")
            .Split('\n')
            .Select(line => line.Split('\t', StringSplitOptions.TrimEntries))
            .Where(columns => columns is [_, "profile", _, var state, ..] && state.StartsWith("RUNNING", StringComparison.Ordinal))
            .Select(columns => $"{columns[0]} ({columns[2]})")
            .Distinct()
            .ToArray();
        var names = string.Join(", ", profiles);
        return
        [
            profiles.Length > 0
                ? Finding.Ok(Checks.Sip, $"SIP runs: {names}.", $"SIP работает: {names}.")
                : Finding.Wrong(
                    Checks.Sip,
                    new Sentence("No SIP profile runs: nobody can call, and no phone can register.", "Не работает ни один профиль SIP: никто не может позвонить, и телефоны не могут зарегистрироваться."),
                    new Sentence(
                        "See why: fs_cli -x \"sofia status\", and the log. Often the port is taken (ss -lunp 'sport = :5060'): sip_port and sip_ip are in vars.xml.",
                        "Узнайте почему: fs_cli -x \"sofia status\" и журнал. Часто занят порт (ss -lunp 'sport = :5060'): sip_port и sip_ip — в vars.xml.")),
        ];
    }
}
