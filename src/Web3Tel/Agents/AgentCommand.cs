using System.Diagnostics;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Outgoing;
using Web3Tel.Speech;
using static Web3Tel.Speech.Phrases;

namespace Web3Tel.Agents;

/// <summary>When an agent's command makes sense. The engine obeys by it, and who gives the command can be told why not.</summary>
public static class AgentCommand
{
    /// <summary>Why the command cannot be obeyed in this state, and what to do instead; null when it can.</summary>
    public static string? Refusal(CallCenter state, Event.IAgentCommand command) => Refusal(state, command, Language.English);

    /// <summary>The same in the language of who gives the command.</summary>
    public static string? Refusal(CallCenter state, Event.IAgentCommand command, Language language)
    {
        if (state.Agents.GetValueOrDefault(command.Agent) is not { } agent)
        {
            return NoOperator(command.Agent, language);
        }

        var retired = !state.Configuration.Agents.Any(settings => settings.Id == agent.Id);
        return command switch
        {
            Event.AgentSignedIn or Event.AgentForced { To: ForcedState.Ready } when retired => In(
                language,
                $"{agent.Id} is no longer configured: add the operator to the settings first.",
                $"{agent.Id} больше нет в настройках: сначала добавьте оператора туда."),
            Event.AgentSignedIn => agent.SignedIn && agent.State is not AgentState.SignedOut
                ? In(language, $"{agent.Id} is signed in already.", $"{agent.Id} уже на работе.")
                : null,
            Event.AgentSignedOut => agent.SignedIn ? null : SignedOutAlready(agent, language),
            Event.AgentTookBreak took => OfBreak(state, agent, took.Reason, language),
            Event.AgentReady => OfReady(agent, language),
            Event.WrapUpExtended extended => OfExtension(state, agent, extended.Time, language),
            Event.WrapUpEnded => agent.State is not AgentState.WrapUp ? NotInWrapUp(agent, language)
                : NotedCall.Of(state, agent) is { IsMissing: true, Queue: var queue }
                    ? In(language, $"{queue} wants a result of each conversation: choose one first.", $"Очередь {queue} требует итог каждого разговора: сначала выберите его.")
                : null,
            Event.NoteTaken taken => NotedCall.Of(state, agent) is { } noted && noted.Call.Id == taken.Call
                ? OfNote(noted, taken.Result, taken.Text, language)
                : In(
                    language,
                    $"The call '{taken.Call}' is no conversation of {agent.Id} any more: it is over, or ended with somebody else.",
                    $"Вызов «{taken.Call}» больше не разговор {agent.Id}: он завершён или закончился у другого."),
            Event.NoteRevised revised => NotedCall.Over(state, agent.Id, revised.Over, revised.At) is { } over
                ? OfNote(over, revised.Result, revised.Text, language)
                : In(
                    language,
                    $"The call '{revised.Over.Id}' is not over yet, was no conversation of {agent.Id}, or ended more than {NotedCall.Revisable.TotalHours} hours ago.",
                    $"Вызов «{revised.Over.Id}» ещё не завершён, не был разговором {agent.Id} или закончился больше {NotedCall.Revisable.TotalHours} часов назад."),
            Event.DoNotDisturbAsked asked => OfDisturbing(agent, asked.On, language),
            Event.AgentForced forced => OfForce(agent, forced.To, language),
            Event.CallAsked asked => OutgoingCommand.OfCall(state, agent, asked, language),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    internal static string NoOperator(string id, Language language) => In(language, $"There is no operator '{id}'.", $"Оператора «{id}» нет.");

    static string? OfBreak(CallCenter state, Agent agent, string reason, Language language)
    {
        var known = state.Configuration.BreakReasons;
        return known.All(one => one.Id != reason)
            ? In(
                language,
                $"There is no break '{reason}': give one of {string.Join(", ", known.Select(one => one.Id))}.",
                $"Перерыва «{reason}» нет, есть такие: {string.Join(", ", known.Select(one => one.Id))}.")
            : !agent.SignedIn ? SignInFirst(agent, language)
            : agent.State is AgentState.Break { Reason: var now } && now == reason || agent.PendingBreak == reason
                ? In(language, $"{agent.Id} has the break '{reason}' already.", $"У {agent.Id} уже перерыв «{reason}».")
            : null;
    }

    static string? OfReady(Agent agent, Language language) =>
        !agent.SignedIn ? SignInFirst(agent, language)
        : agent.State is AgentState.Ready ? In(language, $"{agent.Id} is ready already.", $"{agent.Id} уже готов.")
        : agent is { PendingBreak: null, State: AgentState.WrapUp }
            ? In(language, $"{agent.Id} is in wrap-up: end the wrap-up.", $"У {agent.Id} идёт обработка: завершите её.")
        : agent is { PendingBreak: null, State: AgentState.Offered or AgentState.Talking }
            ? In(language, $"{agent.Id} has a call, and is ready after it.", $"У {agent.Id} вызов, после него — готов.")
        : null;

    static string? OfExtension(CallCenter state, Agent agent, TimeSpan time, Language language) =>
        agent.State is not AgentState.WrapUp wrapUp ? NotInWrapUp(agent, language)
        : time <= TimeSpan.Zero
            ? In(language, $"A wrap-up cannot be extended by {time}: give a time above zero.", $"Обработку нельзя продлить на {time}: дайте время больше нуля.")
        : wrapUp.Until >= wrapUp.Since + state.Configuration.LongestWrapUp
            ? In(
                language,
                $"The wrap-up of {agent.Id} lasts as long as any may ({state.Configuration.LongestWrapUp}): take a break after it.",
                $"Обработка у {agent.Id} длится сколько можно ({state.Configuration.LongestWrapUp}): после неё возьмите перерыв.")
        : null;

    static string? OfNote(NotedCall noted, string? chosen, string text, Language language) =>
        text.Length > CallNote.Longest
            ? In(
                language,
                $"The note has {text.Length} characters: at most {CallNote.Longest} are kept.",
                $"В заметке {text.Length} знаков: хранится не больше {CallNote.Longest}.")
        : chosen is { } result && noted.Results.All(known => known.Id != result)
            ? In(
                language,
                $"There is no result '{result}' in the queue of this call: give one of {string.Join(", ", noted.Results.Select(known => known.Id))}, or none.",
                $"Итога «{result}» в очереди этого вызова нет, есть такие: {string.Join(", ", noted.Results.Select(known => known.Id))}; можно и без итога.")
        : null;

    static string? OfDisturbing(Agent agent, bool on, Language language) =>
        on != agent.DoNotDisturb is not null ? null
        : on ? In(language, $"The phone of {agent.Id} is not to be disturbed already.", $"Телефон {agent.Id} уже не беспокоят.")
        : In(language, $"The phone of {agent.Id} may ring already.", $"Телефон {agent.Id} уже может звонить.");

    static string? OfForce(Agent agent, ForcedState to, Language language) => to switch
    {
        ForcedState.SignedOut => agent.State is AgentState.SignedOut || (!agent.SignedIn && agent.State is not AgentState.WrapUp)
            ? SignedOutAlready(agent, language)
            : null,
        ForcedState.Ready => agent is { SignedIn: true, PendingBreak: null, State: AgentState.Ready or AgentState.Offered or AgentState.Talking }
            ? In(language, $"{agent.Id} is ready already, or will be after the call.", $"{agent.Id} уже готов или будет готов после вызова.")
            : null,
        ForcedState.Break => !agent.SignedIn
                ? In(language, $"{agent.Id} is signed out: nothing to take a break from.", $"{agent.Id} не на работе: не от чего делать перерыв.")
            : agent.State is AgentState.Break || (agent.PendingBreak is not null && agent.State is not AgentState.WrapUp)
                ? In(language, $"{agent.Id} has a break already.", $"У {agent.Id} уже перерыв.")
            : null,
    };

    static string SignInFirst(Agent agent, Language language) => In(language, $"{agent.Id} is signed out: sign in first.", $"{agent.Id} не на работе: сначала начните работу.");

    static string SignedOutAlready(Agent agent, Language language) => In(
        language, $"{agent.Id} is signed out already, or will be when the call is over.", $"{agent.Id} уже не на работе или закончит её после вызова.");

    static string NotInWrapUp(Agent agent, Language language) => In(language, $"{agent.Id} is not in wrap-up.", $"У {agent.Id} нет обработки.");
}
