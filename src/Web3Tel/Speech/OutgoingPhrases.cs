using Web3Tel.Outgoing;

namespace Web3Tel.Speech;

/// <summary>What an operator is told who called a number outside in vain.</summary>
static class OutgoingPhrases
{
    public static string Of(Language language, OutgoingProblem problem) => problem switch
    {
        OutgoingProblem.NumberRefused => Phrases.In(language, "you may not call this number", "на этот номер звонить нельзя"),
        OutgoingProblem.SignedOut => Phrases.In(language, "sign in first, then call", "сначала начните смену, потом звоните"),
        OutgoingProblem.NoLineOut => Phrases.In(language, "calls outside are not possible", "звонки в город не настроены"),
        OutgoingProblem.Busy => Phrases.In(language, "the number is busy", "номер занят"),
        OutgoingProblem.NoAnswer => Phrases.In(language, "there is no answer", "номер не отвечает"),
        OutgoingProblem.NotReached => Phrases.In(language, "the number cannot be reached", "с номером нельзя связаться"),
    };

    public static IEnumerable<string> All(Language language) => Enum.GetValues<OutgoingProblem>().Select(problem => Of(language, problem));
}
