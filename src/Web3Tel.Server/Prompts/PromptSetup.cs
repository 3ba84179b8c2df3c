using Web3Tel.Prompts;
using Web3Tel.Server.Doctor;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;
using Web3Tel.Speech;

namespace Web3Tel.Server.Prompts;

/// <summary>Prompts of the data folder, and who plays them.</summary>
static class PromptSetup
{
    public static void AddPrompts(this IServiceCollection services) => services
        .AddSingleton(parts => new PromptStore(parts.GetRequiredService<ServiceSettings>().Prompts, parts.GetRequiredService<StorageOptions>(), Logger(parts)))
        .AddSingleton<IPrompts>(parts => parts.GetRequiredService<PromptStore>())
        .AddSingleton(parts => new Prompter(
            parts.GetRequiredService<IPrompts>(), parts.GetRequiredService<ISpeaker>(), (sound, why) => Log.SoundMissing(Logger(parts), sound, why)))
        .AddSingleton<PromptUses>(parts => name => Uses(parts.GetRequiredService<CurrentSettings>().Value, name));

    /// <summary>By the settings that are valid now.</summary>
    static IEnumerable<string> Uses(ServiceSettings settings, string name) => SoundNames.Prompts(settings)
        .Concat(SoundNames.Music(settings))
        .Concat(SoundNames.Scenarios(settings).Select(heard => (heard.Setting, Sound: heard.Prompt.Sound ?? "")))
        .Where(sound => Sound.Read(sound.Sound) is Sound.Named named && named.Name == name)
        .Select(sound => sound.Setting)
        .Distinct();

    static ILogger Logger(IServiceProvider parts) => parts.GetRequiredService<ILoggerFactory>().CreateLogger("Web3Tel.Prompts");
}
