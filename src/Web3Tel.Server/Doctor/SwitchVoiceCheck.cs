using Web3Tel.Server.Settings;
using Web3Tel.Server.Speech;
using Web3Tel.Speech;

namespace Web3Tel.Server.Doctor;

/// <summary>The voice of announcements where FreeSWITCH speaks: its module, our script, and a sentence spoken by it in each language.</summary>
static class SwitchVoiceCheck
{
    const string Module = SwitchVoice.Module;

    /// <param name="settings">Who speaks.</param>
    /// <param name="speaking">What for.</param>
    /// <param name="interview">FreeSWITCH, when it can be asked.</param>
    public static async Task<Finding> Look(SpeechSettings settings, IReadOnlyList<(string Name, Language Language)> speaking, Interview? interview)
    {
        if (interview is null)
        {
            return Finding.Ok(Checks.Voice, "FreeSWITCH is to speak (Web3Tel:Speech:Through); it cannot be asked.", "Говорить должен FreeSWITCH (Web3Tel:Speech:Through); спросить его нельзя.");
        }

        return await WhyNot(settings, speaking.Select(one => one.Language).Distinct(), interview) is not { } missing
            ? Finding.Ok(Checks.Voice, $"FreeSWITCH speaks, by {Module}.", $"Говорит FreeSWITCH, через {Module}.")
            : settings.Through == SpeechThrough.Auto
                ? Finding.Wrong(
                    Checks.Voice,
                    Joined(Joined(VoiceCheck.NoProgram(settings.Program, speaking), new Sentence("Nor does FreeSWITCH:", "И FreeSWITCH не говорит:")), missing.What),
                    Joined(Joined(VoiceCheck.Install, new Sentence("Or for FreeSWITCH:", "Или для FreeSWITCH:")), missing.Mend))
                : Finding.Wrong(Checks.Voice, Joined(new Sentence("FreeSWITCH does not speak:", "FreeSWITCH не говорит:"), missing.What), missing.Mend);
    }

    static async Task<(Sentence What, Sentence Mend)?> WhyNot(SpeechSettings settings, IEnumerable<Language> languages, Interview interview)
    {
        if (await interview.Ask($"module_exists {Module}") != "true")
        {
            return (
                new Sentence($"{Module} is not loaded.", $"{Module} не загружен."),
                new Sentence(
                    $"fs_cli -x \"load {Module}\", and <load module=\"{Module}\"/> in autoload_configs/modules.conf.xml (Debian: apt install freeswitch-mod-tts-commandline).",
                    $"fs_cli -x \"load {Module}\" и <load module=\"{Module}\"/> в autoload_configs/modules.conf.xml (Debian: apt install freeswitch-mod-tts-commandline)."));
        }

        var (command, script, folder) = (await interview.Variable("speech_command"), $"{await interview.Variable("conf_dir")}/speak.sh", $"{await interview.Variable("cache_dir")}/speech");
        if (command.Length == 0 || !await interview.Finds(script))
        {
            return (
                new Sentence($"there is no speech_command in vars.xml, or no {script}.", $"нет speech_command в vars.xml или нет {script}."),
                new Sentence(
                    "Copy speak.sh and autoload_configs/tts_commandline.conf.xml from our freeswitch/, speech_command from its vars.xml; then: fs_cli -x reloadxml.",
                    "Скопируйте speak.sh и autoload_configs/tts_commandline.conf.xml из нашей freeswitch/, speech_command из её vars.xml; затем: fs_cli -x reloadxml."));
        }

        foreach (var language in languages)
        {
            var spoken = SwitchVoice.Coded(settings, VoiceCheck.Trial(settings, language).Text, language);
            var said = await interview.Ask($"system /bin/sh '{script}' '{folder}' '{command}' {SwitchVoice.Tag(language)} {spoken} - 2>&1") ?? "";
            if (!said.EndsWith(".wav", StringComparison.Ordinal) || !await interview.Finds(said))
            {
                return (
                    new Sentence($"\"{command}\" failed: {said}", $"\"{command}\" не вышло: {said}"),
                    new Sentence(
                        "On FreeSWITCH's machine: apt install espeak-ng, or another program as speech_command in vars.xml; its voices are Web3Tel:Speech:English and :Russian.",
                        "На машине FreeSWITCH: apt install espeak-ng или другая программа в speech_command в vars.xml; её голоса — Web3Tel:Speech:English и :Russian."));
            }
        }

        return null;
    }

    static Sentence Joined(Sentence first, Sentence then) => new($"{first.English} {then.English}", $"{first.Russian} {then.Russian}");
}
