using System.Globalization;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Speech;
using Web3Tel.Speech;

namespace Web3Tel.Server.Doctor;

/// <summary>The voice of announcements: the program, a sentence spoken by it, and whether FreeSWITCH finds what was spoken.</summary>
static class VoiceCheck
{
    /// <summary>How the service gets a program that speaks.</summary>
    public static readonly Sentence Install = new("apt install espeak-ng, or name another program: Web3Tel:Speech:Program.", "apt install espeak-ng или назовите другую программу: Web3Tel:Speech:Program.");

    /// <param name="settings">Who speaks, and what for.</param>
    /// <param name="interview">FreeSWITCH, when it can be asked.</param>
    /// <param name="time">A clock.</param>
    public static async Task<IEnumerable<Finding>> Look(ServiceSettings settings, Interview? interview, TimeProvider time)
    {
        var speaking = settings.Speaking.ToArray();
        var named = settings.Speech.Program;
        if (speaking.Length == 0)
        {
            return
            [
                Finding.Ok(
                    Checks.Voice,
                    "No queue announces anything, calls back or tells operators of callers, and operators have no menu: no voice is needed.",
                    "Ни одна очередь ничего не объявляет, не перезванивает и не называет операторам звонящих, и меню операторов нет: голос не нужен."),
            ];
        }

        if (SpeechSetup.IsOfSwitch(settings) && (interview is not null || settings.Speech.Through == SpeechThrough.FreeSwitch))
        {
            return [await SwitchVoiceCheck.Look(settings.Speech, speaking, interview)];
        }

        if (VoiceProgram.Find(named) is not { } program)
        {
            return [Finding.Wrong(Checks.Voice, NoProgram(named, speaking), Install)];
        }

        var folder = new[] { Path.Combine(settings.Data, "speech"), settings.Data }.FirstOrDefault(place => Folders.WhyNotWritable(place) is null && Directory.Exists(place));
        var file = Folders.ProbeIn(folder ?? Path.GetTempPath(), ".wav");
        var begun = time.GetTimestamp();
        try
        {
            var findings = new List<Finding>();
            foreach (var language in speaking.Select(one => one.Language).Distinct())
            {
                var (voice, text) = Trial(settings.Speech, language);
                await new VoiceRun(settings.Speech with { Program = program }, voice, text, file).Finish();
            }

            var seconds = time.GetElapsedTime(begun).TotalSeconds;
            findings.Add(Finding.Ok(
                Checks.Voice,
                string.Create(CultureInfo.InvariantCulture, $"{program} speaks ({seconds:F1} s)."),
                string.Create(CultureInfo.InvariantCulture, $"{program} говорит ({seconds:F1} с).")));
            if (interview is not null && folder is not null && !await interview.Finds(file))
            {
                findings.Add(Finding.Wrong(
                    Checks.Voice,
                    new Sentence($"FreeSWITCH does not find what was spoken into {folder}: callers will not hear it.", $"FreeSWITCH не находит произнесённого в {folder}: звонящие этого не услышат."),
                    new Sentence(
                        "Run both as one user (User=web3tel in both units, see docs/install.md). On another machine: share the folder under the same path.",
                        "Запускайте обоих от имени одного пользователя (User=web3tel в обоих юнитах, см. docs/install.md). На другой машине: сделайте папку общей под тем же путём.")));
            }

            return findings;
        }
        catch (Exception e) when (e is IOException or TimeoutException or UnauthorizedAccessException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return
            [
                Finding.Wrong(
                    Checks.Voice,
                    new Sentence($"{program} does not speak: {e.Message}", $"{program} не говорит: {e.Message}"),
                    new Sentence(
                        "Try it by hand; its arguments and voices are Web3Tel:Speech:Arguments, :English and :Russian.",
                        "Попробуйте её вручную; её аргументы и голоса — Web3Tel:Speech:Arguments, :English и :Russian.")),
            ];
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>A voice, and what it says on trial.</summary>
    public static (string Voice, string Text) Trial(SpeechSettings speech, Language language) => language switch
    {
        Language.English => (speech.English, "You are number one in the queue."),
        Language.Russian => (speech.Russian, "Вы первый в очереди."),
    };

    public static Sentence NoProgram(string named, IEnumerable<(string Name, Language Language)> speaking)
    {
        var who = string.Join(", ", speaking.Select(one => one.Name));
        return new($"There is no program \"{named}\" that speaks what {who} announces.", $"Нет программы \"{named}\", которая произнесла бы то, что объявляет {who}.");
    }
}
