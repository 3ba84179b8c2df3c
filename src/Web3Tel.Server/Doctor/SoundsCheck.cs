using System.Collections.Immutable;
using Web3Tel.Prompts;

namespace Web3Tel.Server.Doctor;

/// <summary>Whether FreeSWITCH has the music and the prompts that the settings name. What it makes or fetches itself (tones, addresses, phrases) is believed.</summary>
sealed class SoundsCheck(Interview interview, IPrompts prompts)
{
    const string Stream = "local_stream://";
    const string Several = "file_string://";

    /// <summary>mod_sndfile looks for <c>sounds/8000/hello.wav</c> when <c>sounds/hello.wav</c> is named.</summary>
    static readonly ImmutableArray<string> Rates = ["8000", "16000", "32000", "48000"];

    /// <param name="check">Which check it is: music or prompts.</param>
    /// <param name="sounds">The sounds, each with the setting that names it.</param>
    public async Task<IEnumerable<Finding>> Look(string check, IEnumerable<(string Setting, string Sound)> sounds)
    {
        var all = sounds.ToList();
        var findings = new List<Finding>();
        foreach (var (sound, settings) in all.GroupBy(one => one.Sound, one => one.Setting).Select(group => (group.Key, string.Join(", ", group.Distinct()))))
        {
            findings.AddRange(await Judge(check, settings, sound));
        }

        return findings.Count > 0 || all.Count == 0
            ? findings
            : [Finding.Ok(check, $"FreeSWITCH has what is played: {Names(all)}.", $"У FreeSWITCH есть всё, что проигрывается: {Names(all)}.")];
    }

    async Task<IEnumerable<Finding>> Judge(string check, string settings, string sound)
    {
        var name = sound.StartsWith('{') ? sound[(sound.IndexOf('}', StringComparison.Ordinal) + 1)..] : sound;
        switch (Sound.Read(name))
        {
            case Sound.Named named:
                return await JudgePrompt(check, settings, named.Name);
            case Sound.Words:
                // What speaks is looked at by the check of the voice.
                return [];
        }

        if (name.StartsWith(Several, StringComparison.Ordinal))
        {
            var findings = new List<Finding>();
            foreach (var part in name[Several.Length..].Split('!', StringSplitOptions.RemoveEmptyEntries))
            {
                findings.AddRange(await Judge(check, settings, part));
            }

            return findings;
        }

        if (name.StartsWith(Stream, StringComparison.Ordinal))
        {
            return await JudgeStream(check, settings, name[Stream.Length..]);
        }

        return name.Contains("://", StringComparison.Ordinal) || name.StartsWith("say:", StringComparison.Ordinal) || name.StartsWith("phrase:", StringComparison.Ordinal)
            ? []
            : await JudgeFile(check, settings, name);
    }

    async Task<IEnumerable<Finding>> JudgePrompt(string check, string settings, string name)
    {
        var mend = new Sentence(
            $"Upload a recording: curl -T {name}.wav http://…/api/prompts/{name}; or name another in {settings}.",
            $"Загрузите запись: curl -T {name}.wav http://…/api/prompts/{name}; или назовите другую в {settings}.");
        return prompts.Find(name) switch
        {
            null => [Finding.Wrong(check, new Sentence($"There is no prompt \"{name}\", which {settings} names.", $"Нет подсказки \"{name}\", названной в {settings}."), mend)],
            { IsLost: true } => [Finding.Wrong(check, new Sentence($"The recording of the prompt \"{name}\" is gone.", $"Запись подсказки \"{name}\" пропала."), mend)],
            { File: { } file } when !await interview.Finds(file) =>
            [
                Finding.Wrong(
                    check,
                    new Sentence($"FreeSWITCH does not find {file}, the prompt \"{name}\": its text is spoken, if there is one.", $"FreeSWITCH не находит {file}, подсказку \"{name}\": произносится её текст, если он есть."),
                    new Sentence(
                        "Run both as one user (User=web3tel in both units, see docs/install.md). On another machine: share the data folder's prompts under the same path.",
                        "Запускайте обоих от имени одного пользователя (User=web3tel в обоих юнитах, см. docs/install.md). На другой машине: сделайте папку prompts общей под тем же путём.")),
            ],
            _ => [],
        };
    }

    async Task<IEnumerable<Finding>> JudgeFile(string check, string settings, string name)
    {
        var path = name.StartsWith('/') ? name : $"{await interview.Variable("sound_prefix")}/{name}";
        var folder = Path.GetDirectoryName(path) ?? "/";
        foreach (var place in Rates.Select(rate => Path.Combine(folder, rate, Path.GetFileName(path))).Prepend(path))
        {
            if (await interview.Finds(place))
            {
                return [];
            }
        }

        return
        [
            Finding.Wrong(
                check,
                new Sentence($"FreeSWITCH does not find {path}, which {settings} names.", $"FreeSWITCH не находит {path}, названный в {settings}."),
                new Sentence(
                    $"Put the file there, on FreeSWITCH's machine, where its user may read it; or name another in {settings}.",
                    $"Положите файл туда, на машину FreeSWITCH, с правом чтения для его пользователя; или назовите другой в {settings}.")),
        ];
    }

    async Task<IEnumerable<Finding>> JudgeStream(string check, string settings, string name)
    {
        var mend = new Sentence(
            $"<directory name=\"{name}\" path=\"…\"> in autoload_configs/local_stream.conf.xml must name a folder with sound files; then: fs_cli -x \"local_stream start {name}\". Or name another in {settings}.",
            $"<directory name=\"{name}\" path=\"…\"> в autoload_configs/local_stream.conf.xml должна называть папку со звуками; затем: fs_cli -x \"local_stream start {name}\". Или назовите другую в {settings}.");
        var said = await interview.Ask($"local_stream show {name}") ?? "-ERR";
        if (said.StartsWith("-ERR", StringComparison.Ordinal) || said.Length == 0)
        {
            return
            [
                Finding.Wrong(check, new Sentence($"FreeSWITCH has no stream {name}: who waits hears silence.", $"У FreeSWITCH нет потока {name}: ожидающие слышат тишину."), mend),
            ];
        }

        return said.Split('\n', StringSplitOptions.TrimEntries).Any(line => line.StartsWith("ready:", StringComparison.Ordinal) && line.EndsWith("false", StringComparison.Ordinal))
            ? [Finding.Wrong(check, new Sentence($"FreeSWITCH's stream {name} has nothing to play: who waits hears silence.", $"Потоку {name} нечего проигрывать: ожидающие слышат тишину."), mend)]
            : [];
    }

    static string Names(IEnumerable<(string Setting, string Sound)> sounds) => string.Join(", ", sounds.Select(one => one.Sound).Distinct());
}
