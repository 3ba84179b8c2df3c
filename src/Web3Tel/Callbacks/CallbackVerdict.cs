using Web3Tel.Distribution;
using Web3Tel.Speech;
using static Web3Tel.Speech.Phrases;

namespace Web3Tel.Callbacks;

/// <summary>Whether a wish can be granted, and a callback cancelled. The engine obeys by it, and who asks can be told why not.</summary>
public static class CallbackVerdict
{
    /// <summary><see cref="CallbackReply.Accepted"/> for a wish that can be written down.</summary>
    public static CallbackReply Of(CallCenter state, CallbackWish wish) =>
        state.Queues.GetValueOrDefault(wish.Queue) is not { Open: true, Settings.Callback: { } settings } ? CallbackReply.NotHere
        : CallbackNumber.Read(wish.Number) is not { } number || !settings.Numbers.Allows(number) ? CallbackReply.NumberRefused
        : state.RequestOf(wish.Queue, number) is not null ? CallbackReply.AskedAlready
        : CallbackReply.Accepted;

    /// <summary>Why it cannot be cancelled, and what to do instead; null when it can.</summary>
    public static string? Refusal(CallCenter state, Event.CallbackCancelled cancelled) => Refusal(state, cancelled, Language.English);

    /// <summary>The same in the language of who asks.</summary>
    public static string? Refusal(CallCenter state, Event.CallbackCancelled cancelled, Language language) =>
        state.Callers.GetValueOrDefault(cancelled.Call) switch
        {
            { IsRequest: true } => null,
            { Callback: not null } => In(language, "The customer has answered: hang up the call instead.", "Клиент уже ответил: завершите вызов."),
            _ => In(language, $"There is no callback '{cancelled.Call.Id}': it may be over.", $"Обратного звонка «{cancelled.Call.Id}» нет: возможно, он уже позади."),
        };
}
