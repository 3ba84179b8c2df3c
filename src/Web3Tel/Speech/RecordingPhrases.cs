namespace Web3Tel.Speech;

/// <summary>What is said of the recording where nothing else can be played.</summary>
static class RecordingPhrases
{
    public static string Notice(Language language) => Phrases.In(language, "this conversation is recorded", "разговор записывается");
}
