using System.Diagnostics;
using Web3Tel.Agents;
using Web3Tel.Distribution;

namespace Web3Tel.Speech;

/// <summary>What an operator is told by the phone menu.</summary>
static class PhonePhrases
{
    public static string AskNumber(Language language) => Phrases.In(language, "enter your operator number, then pound", "введите номер оператора и решётку");

    public static string AskPin(Language language) => Phrases.In(language, "enter your PIN, then pound", "введите пин-код и решётку");

    public static string WrongPin(Language language) => Phrases.In(language, "this is wrong", "неверно");

    public static string Locked(Language language) =>
        Phrases.In(language, "too many wrong attempts, try again later", "слишком много неверных попыток, попробуйте позже");

    public static string NoPin(Language language) => Phrases.In(language, "no PIN is set for you", "для вас не задан пин-код");

    public static string NobodysPhone(Language language) =>
        Phrases.In(language, "this telephone belongs to no operator", "этот телефон не принадлежит оператору");

    public static string NoSuchOperator(Language language) => Phrases.In(language, "there is no such operator", "такого оператора нет");

    public static string Bye(Language language) => Phrases.In(language, "good bye", "до свидания");

    public static string Menu(Language language) => Phrases.In(
        language,
        "one: ready. two: break. three: end the wrap-up. four: your state. five: do not disturb. eight: sign in. nine: sign out.",
        "один: готов к работе. два: перерыв. три: закончить дооформление. четыре: ваше состояние. пять: не беспокоить. восемь: начать смену. девять: закончить смену.");

    public static string ChooseBreak(Language language, IEnumerable<string> names) => string.Join(
        ". ",
        names.Select((name, i) => $"{i + 1}: {name}").Append(Phrases.In(language, "star: back", "звёздочка: назад")));

    public static string NotPossible(Language language, string state) =>
        $"{Phrases.In(language, "that is not possible now", "сейчас это невозможно")}. {state}";

    public static string DoNotDisturb(Language language, bool on) => on
        ? Phrases.In(language, "do not disturb is on", "режим не беспокоить включён")
        : Phrases.In(language, "do not disturb is off", "режим не беспокоить выключен");

    /// <summary>What the agent does, and what keeps callers away beside it.</summary>
    public static string State(Language language, Agent agent, Configuration configuration)
    {
        var told = new List<string> { Doing(language, agent.State, configuration) };
        if (agent.PendingBreak is not null)
        {
            told.Add(Phrases.In(language, "a break follows", "затем перерыв"));
        }

        if (agent.DoNotDisturb is not null)
        {
            told.Add(DoNotDisturb(language, on: true));
        }

        return string.Join(". ", told);
    }

    /// <summary>All that does not hang on the operator or the settings.</summary>
    public static IEnumerable<string> All(Language language) =>
    [
        AskNumber(language), AskPin(language), WrongPin(language), Locked(language), NoPin(language), Menu(language), Bye(language),
        DoNotDisturb(language, on: true), DoNotDisturb(language, on: false),
    ];

    static string Doing(Language language, AgentState state, Configuration configuration) => state switch
    {
        AgentState.SignedOut => Phrases.In(language, "you are signed out", "ваша смена закончена"),
        AgentState.Ready => Phrases.In(language, "you are ready", "вы готовы к работе"),
        AgentState.Offered => Phrases.In(language, "a caller is offered to you", "вам предлагают звонок"),
        AgentState.Talking => Phrases.In(language, "you are in a conversation", "вы в разговоре"),
        AgentState.WrapUp => Phrases.In(language, "you are in wrap-up", "вы дооформляете звонок"),
        AgentState.Break rest => $"{Phrases.In(language, "you are on break", "вы на перерыве")}: {NameOf(rest.Reason, configuration)}",
        AgentState.Resting => Phrases.In(language, "you are paused after a call you did not take", "вы на паузе после непринятого звонка"),
        _ => throw new UnreachableException($"No words for {state.GetType().Name}."),
    };

    static string NameOf(string reason, Configuration configuration) =>
        configuration.BreakReasons.FirstOrDefault(known => known.Id == reason)?.Name ?? reason;
}
