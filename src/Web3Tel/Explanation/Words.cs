using System.Diagnostics;
using System.Globalization;
using Web3Tel.Agents;
using Web3Tel.History;
using Web3Tel.Speech;

namespace Web3Tel.Explanation;

/// <summary>Explanations in words, for people to read. Names of people are not declined.</summary>
public abstract class Words
{
    static readonly Words English = new EnglishWords();
    static readonly Words Russian = new RussianWords();

    private protected Words()
    {
    }

    public static Words In(Language language) => language switch
    {
        Language.English => English,
        Language.Russian => Russian,
    };

    /// <summary>One sentence, beginning with the time in UTC: <c>10:02:11 offered to Anna: longest idle, 312 s; Boris: in wrap-up, 5 s to go</c>.</summary>
    public string Say(Explained explained) =>
        string.Create(CultureInfo.InvariantCulture, $"{explained.At.UtcDateTime:HH:mm:ss} {Say(explained.What)}");

    public string Say(StillWaiting waiting) =>
        With($"{Waits(waiting.Place, waiting.Seconds, waiting.Queue)}: {Why(waiting)}", waiting.Agents, waiting.LeftOut);

    /// <summary>In short: <c>2 ahead</c>, <c>nobody is free</c>.</summary>
    /// <param name="place">1 for the first.</param>
    public string Say(Hindrance why, int place) => Reason(why, place);

    string Say(Finding what) => what switch
    {
        Finding.Offered offered => With($"{OfferedTo(offered.Choice.Name)}: {Why(offered.Choice)}", offered.Choice.Others, offered.Choice.LeftOut),
        Finding.RingsOnFor rings => RingsOnFor(rings.Name),
        Finding.Happened { What: var step, Name: var name, Detail: var detail } => Detailed(Say(step), name, detail),
        Finding.StateOf state => $"{state.Name}: {(state.Now is { } now ? Say(now) : Ready)}{(state.After is { } after ? $" ({Say(after)})" : "")}",
        Finding.Missed missed => $"{OfferedTo(missed.Choice.Name)}: {Why(missed.Choice)}; {missed.Agent.Name}: {Say(missed.Agent.Why)}",
        _ => throw new UnreachableException($"No words for {what.GetType().Name}."),
    };

    string Why(StillWaiting waiting) => waiting.Phones > 1 ? PhonesRing(waiting.Phones) : Reason(waiting.Why, waiting.Place);

    string Why(Choice choice) => choice.SpokenWithLast ? SpokenWithLast : choice.Again ? $"{Say(choice.Merit)}, {TriedAgain}" : Say(choice.Merit);

    string With(string sentence, IEnumerable<PassedOver> agents, int leftOut) => string.Join("; ",
    [
        sentence,
        .. agents.Select(agent => $"{agent.Name}: {Say(agent.Why)}"),
        .. leftOut > 0 ? [AndMore(leftOut)] : Array.Empty<string>(),
    ]);

    static string Detailed(string what, string? name, string? detail) =>
        (name, detail) switch
        {
            (null, null) => what,
            (null, _) => $"{what} ({detail})",
            (_, null) => $"{what}: {name}",
            _ => $"{what}: {name} ({detail})",
        };

    private protected static string Whole(double seconds) => Math.Round(seconds).ToString(CultureInfo.InvariantCulture);

    private protected abstract string Ready { get; }

    private protected abstract string TriedAgain { get; }

    private protected abstract string SpokenWithLast { get; }

    private protected abstract string OfferedTo(string name);

    private protected abstract string RingsOnFor(string name);

    private protected abstract string AndMore(int leftOut);

    private protected abstract string Waits(int place, double seconds, string queue);

    private protected abstract string PhonesRing(int phones);

    private protected abstract string Say(Merit merit);

    private protected abstract string Say(Obstacle why);

    private protected abstract string Say(JourneyEvent what);

    private protected abstract string Say(Ending ending);

    private protected abstract string Reason(Hindrance why, int place);
}
