using System.Reactive.Linq;
using System.Text.RegularExpressions;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Speech;

namespace Web3Tel.Scenarios;

/// <summary>What one caller is played and told. What is missing is spoken instead, what cannot be spoken is passed over: nothing ends the call.</summary>
sealed partial class ScenarioVoice(Distributor center, ScenarioParts parts, ICall call, Func<Language> language, Func<string, Language, string?> know, Action<string> tell)
{
    /// <summary>One reply, when it has been heard or passed over.</summary>
    public IObservable<Reply> Hear(ScenarioPrompt prompt) => Observable.Defer(() => prompt.Sound switch
    {
        null => Speak(prompt),
        var sound when parts.FindSound(sound, language()) is { } source => FlowSteps.Play(source)(call).SelectMany(reply => reply.Outcome == ReplyOutcome.Refused
            ? SpeakInstead(prompt, $"{sound} could not be played ({reply.Detail})")
            : Observable.Return(reply)),
        var missing => SpeakInstead(prompt, $"{missing} is missing"),
    });

    /// <summary>The text with what was collected in its places.</summary>
    public string Fill(string text) => Fill(text, _ => null);

    string Fill(string text, Func<string, string?> otherwise) =>
        Place().Replace(text, place => parts.Notes.Read(call, CallVariables.Note + place.Groups[1].Value) ?? otherwise(place.Groups[1].Value) ?? "");

    IObservable<Reply> SpeakInstead(ScenarioPrompt prompt, string why)
    {
        tell(prompt.WordsIn(language()) is null ? $"{why}, and nothing is there to be spoken instead." : $"{why}, and is spoken instead.");
        return Speak(prompt);
    }

    IObservable<Reply> Speak(ScenarioPrompt prompt)
    {
        if (prompt.WordsIn(language()) is not { } words)
        {
            return Observable.Return(Reply.Done);
        }

        var text = Fill(words.Text, name => know(name, words.Language));
        return center.Speaker.Say(text, words.Language).Take(1).SelectMany(sound =>
        {
            if (sound is not null)
            {
                return FlowSteps.Play(sound)(call);
            }

            tell($"«{text}» could not be spoken.");
            return Observable.Return(Reply.Done);
        });
    }

    [GeneratedRegex(@"\{([A-Za-z0-9_-]+)\}")]
    private static partial Regex Place();
}
