using System.Reactive.Linq;
using Web3Tel.FreeSwitch;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Speech;
using Web3Tel.Speech;

namespace Web3Tel.Server.Hosting;

/// <summary>The voice of announcements: the program that is set, where the machine has it, or FreeSWITCH's.</summary>
static class SpeechSetup
{
    public static void AddSpeech(this IServiceCollection services, ServiceSettings settings, DataFolder data) =>
        services.AddSingleton(parts => Create(
            settings,
            parts.GetRequiredService<CurrentSettings>(),
            data,
            parts.GetRequiredService<TimeProvider>(),
            // A switch that is no FreeSWITCH says nothing of modules: its voice is tried.
            () => parts.GetService<FreeSwitchSwitch>()?.Have(SwitchVoice.Module) ?? Observable.Never<bool>(),
            parts.GetRequiredService<ILoggerFactory>().CreateLogger("Web3Tel.Speech")));

    static ISpeaker Create(ServiceSettings settings, CurrentSettings current, DataFolder data, TimeProvider time, Func<IObservable<bool>> hasModule, ILogger logger)
    {
        if (IsOfSwitch(settings))
        {
            Log.SwitchSpeaks(logger, settings.Speech.Through);
            var voice = new SwitchVoice(settings.Speech);
            return settings.Speech.Through == SpeechThrough.FreeSwitch ? voice : new AskedVoice(voice, hasModule().Do(has =>
            {
                if (!has)
                {
                    Log.NoModule(logger, settings.Speech.Program, SwitchVoice.Module);
                }
            }));
        }

        if (VoiceProgram.Find(settings.Speech.Program) is { } path)
        {
            // The switch is given the path: it must not hang on the folder one of us was started in.
            var folder = Path.GetFullPath(Path.Combine(data.Path, "speech"));
            return new VoiceProgram(settings.Speech with { Program = path }, new SpeechFolder(folder, time), logger);
        }

        // Again when a configuration begins to speak: as long as the service runs.
        current.Changes.Skip(1).Select(set => set.Speaking.Any()).DistinctUntilChanged().Where(isSpeaking => isSpeaking)
            .Subscribe(_ => Log.NoVoice(logger, settings.Speech.Program));
        return new Speechless();
    }

    /// <summary>Whether FreeSWITCH speaks. The simulated one has no voice unless it is asked for, nor has who names no program.</summary>
    public static bool IsOfSwitch(ServiceSettings settings) => settings.Speech.Through switch
    {
        SpeechThrough.FreeSwitch => true,
        SpeechThrough.Service => false,
        SpeechThrough.Auto => !settings.IsSimulated && settings.Speech.Program.Length > 0 && VoiceProgram.Find(settings.Speech.Program) is null,
    };
}
