using Web3Tel.Speech;

namespace Web3Tel.Callbacks;

/// <summary>What a caller who may be called back is told, in words.</summary>
static class CallbackPhrases
{
    public static string Offer(Language language) => Phrases.In(
        language,
        "we can call you back when it is your turn, at the number",
        "мы можем перезвонить вам, когда подойдёт ваша очередь, по номеру");

    public static string Choices(Language language) => Phrases.In(
        language,
        "to confirm, press one. to give another number, press two",
        "чтобы подтвердить, нажмите один. чтобы назвать другой номер, нажмите два");

    public static string Confirm(Language language) => Phrases.In(language, "to confirm, press one", "чтобы подтвердить, нажмите один");

    public static string Back(Language language) => Phrases.In(
        language,
        "to go on waiting, press star",
        "чтобы ждать дальше, нажмите звёздочку");

    public static string AskNumber(Language language) => Phrases.In(
        language,
        "enter the number we shall call, with its area code, and then press hash",
        "наберите номер, по которому вам перезвонить, с кодом города, а затем решётку");

    public static string WrongNumber(Language language) => Phrases.In(
        language,
        "we cannot call that number",
        "по этому номеру мы позвонить не можем");

    public static string Accepted(Language language) => Phrases.In(
        language,
        "thank you. we will call you back, your place in the queue is kept. good bye",
        "спасибо. мы вам перезвоним, ваше место в очереди сохранено. до свидания");

    public static string AskedAlready(Language language) => Phrases.In(
        language,
        "we have your number already, and will call you back. good bye",
        "ваш номер у нас уже записан, мы вам перезвоним. до свидания");

    public static string Unavailable(Language language) => Phrases.In(
        language,
        "we cannot promise to call you back at the moment",
        "сейчас мы не можем обещать вам перезвонить");
}
