using Web3Tel.Speech;

namespace Web3Tel.Server.Doctor;

/// <summary>What the doctor says, in both languages.</summary>
sealed record Sentence(string English, string Russian)
{
    public string In(Language language) => language switch
    {
        Language.English => English,
        Language.Russian => Russian,
    };
}
