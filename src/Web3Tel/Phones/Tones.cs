namespace Web3Tel.Phones;

/// <summary>What is heard where there is no voice.</summary>
static class Tones
{
    /// <summary>A key is waited for.</summary>
    public const string Prompt = "tone_stream://%(200,0,660)";

    public const string Done = "tone_stream://%(100,100,880);%(100,100,880)";

    public const string Refused = "tone_stream://%(500,0,330)";
}
