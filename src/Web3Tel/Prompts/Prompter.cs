using System.Diagnostics;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Speech;

namespace Web3Tel.Prompts;

/// <summary>Plays what flows and settings name. A prompt that is missing is spoken by its text; nothing that cannot be played ends a call.</summary>
/// <param name="missing">Told what could not be played, and why: from any thread.</param>
public sealed class Prompter(IPrompts prompts, ISpeaker speaker, Action<string, string> missing)
{
    /// <summary>The sound in the switch's own words; null when it is not there and cannot be spoken. One value, never an error; may take as long as the voice does.</summary>
    public IObservable<string?> Resolve(string source) => Observable.Defer(() => Sound.Read(source) switch
    {
        Sound.OfSwitch => Observable.Return<string?>(source),
        Sound.Named named => Resolve(source, prompts.Find(named.Name)),
        Sound.Words words => Say(source, words.Text, words.Language),
        _ => throw new UnreachableException($"Nobody plays {source}."),
    });

    /// <summary>Plays it to its end, as <see cref="CallCommand.Play"/>: it ends at the latest with the call, while it is being spoken, too.</summary>
    public IObservable<Reply> Play(ICall call, string source) => Observable.Defer(() => WhileItLives(call, Resolve(source)).SelectMany(sound => sound switch
    {
        { Ended: { } ended } => Observable.Return(ended),
        { Source: null } => Observable.Return(new Reply(ReplyOutcome.Refused, $"{source} is not there and cannot be spoken.")),
        { Source: { } found } => call.Do(new CallCommand.Play(found)).SelectMany(reply =>
            reply.Outcome == ReplyOutcome.Refused ? Instead(call, source, found, reply) : Observable.Return(reply)),
    }));

    /// <summary>The sounds that are there, as soon as all have been looked for; none when the call ends meanwhile.</summary>
    public IObservable<string[]> Resolve(ICall call, IEnumerable<string> sources) =>
        WhileItLives(call, sources.Select(Resolve).Concat().ToArray()).Select(found => (found.Source ?? []).OfType<string>().ToArray());

    IObservable<string?> Resolve(string source, Prompt? prompt)
    {
        if (prompt is null or { File: null, IsLost: true })
        {
            missing(source, prompt is null ? "there is no prompt of that name" : "its recording is gone");
        }

        return prompt switch
        {
            { File: { } file } => Observable.Return<string?>(file),
            { Text: { } text } => Say(source, text, prompt.Language),
            _ => Observable.Return<string?>(null),
        };
    }

    IObservable<string?> Say(string source, string text, Language language) => speaker.Say(text, language).Do(sound =>
    {
        if (sound is null)
        {
            missing(source, "it cannot be spoken");
        }
    });

    /// <summary>The switch does not play it: it may not read the file, or does not find it.</summary>
    IObservable<Reply> Instead(ICall call, string source, string found, Reply refused)
    {
        missing(source, $"the switch does not play {found}: {refused.Detail}");
        return Sound.Read(source) is Sound.Named named && prompts.Find(named.Name) is { File: not null, Text: { } text } prompt
            ? WhileItLives(call, Say(source, text, prompt.Language)).SelectMany(spoken => spoken switch
            {
                { Ended: { } ended } => Observable.Return(ended),
                { Source: { } sound } => call.Do(new CallCommand.Play(sound)),
                _ => Observable.Return(refused),
            })
            : Observable.Return(refused);
    }

    static IObservable<(T? Source, Reply? Ended)> WhileItLives<T>(ICall call, IObservable<T> found) => found
        .Select(sound => ((T?)sound, (Reply?)null))
        .Merge(call.Events.FirstOrDefaultAsync(happened => happened is CallEvent.HungUp or CallEvent.Lost).Select(last => (
            default(T), (Reply?)new Reply(last is CallEvent.Lost ? ReplyOutcome.Disconnected : ReplyOutcome.CallEnded))))
        .Take(1);
}
