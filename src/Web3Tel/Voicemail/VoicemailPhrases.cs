using Web3Tel.Speech;

namespace Web3Tel.Voicemail;

/// <summary>What a caller who leaves a message is told, in words.</summary>
static class VoicemailPhrases
{
    public static string Greeting(Language language) => Phrases.In(
        language,
        "please leave a message after the tone, and press the hash key when you are done",
        "оставьте, пожалуйста, сообщение после сигнала, а закончив, нажмите решётку");

    public static string Choices(Language language) => Phrases.In(
        language,
        "to listen to your message, press one. to leave it, press two. to record it again, press three",
        "чтобы прослушать сообщение, нажмите один. чтобы оставить его, нажмите два. чтобы записать заново, нажмите три");

    public static string TooShort(Language language) => Phrases.In(
        language,
        "nothing was to be heard. please speak after the tone",
        "ничего не слышно. пожалуйста, говорите после сигнала");

    public static string Kept(Language language) => Phrases.In(
        language,
        "your message has been left. thank you",
        "ваше сообщение оставлено. спасибо");

    public static string Unavailable(Language language) => Phrases.In(
        language,
        "a message cannot be left at the moment. please call again later",
        "сейчас оставить сообщение нельзя. пожалуйста, перезвоните позже");
}
