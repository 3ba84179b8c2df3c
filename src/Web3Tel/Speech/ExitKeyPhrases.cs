using System.Collections.Immutable;
using Web3Tel.Callbacks;
using Web3Tel.Queues;
using Web3Tel.Voicemail;

namespace Web3Tel.Speech;

/// <summary>What waiting callers are told of the keys by which they leave the queue.</summary>
public static class ExitKeyPhrases
{
    /// <summary>
    /// The offers to be called back and to leave a message, in the order of the keys; null when no key leads there. Where other keys lead, only a
    /// sound of one's own can tell.
    /// </summary>
    public static string? Of(Language language, ImmutableArray<ExitKey> keys) =>
        string.Join(". ", keys.Select(key => Of(language, key)).OfType<string>()) is { Length: > 0 } told ? told : null;

    static string? Of(Language language, ExitKey key) => key.Step switch
    {
        NextStep.Named { Name: CallbackFlow.Step } =>
            Phrases.In(language, "to be called back, press ", "чтобы мы вам перезвонили, нажмите ") + SpokenNumber.Key(language, key.Key),
        NextStep.Named { Name: VoicemailFlow.Step } =>
            Phrases.In(language, "to leave a message, press ", "чтобы оставить сообщение, нажмите ") + SpokenNumber.Key(language, key.Key),
        _ => null,
    };
}
