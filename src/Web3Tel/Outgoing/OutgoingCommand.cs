using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Speech;
using static Web3Tel.Distribution.TalkCommand;
using static Web3Tel.Speech.Phrases;

namespace Web3Tel.Outgoing;

/// <summary>When a command makes sense that has to do with an outgoing call, as <see cref="AgentCommand"/> and <see cref="TalkCommand"/> tell it.</summary>
static class OutgoingCommand
{
    /// <summary>Why the agent's phone cannot be rung for a call to a number now; null when it can.</summary>
    public static string? OfCall(CallCenter state, Agent agent, Event.CallAsked asked, Language language) =>
        OfNumber(state, agent, asked.Number, language)
        ?? (asked.Shown is { } shown && !state.Configuration.MayShow(agent.Settings, shown)
            ? In(
                language,
                $"{shown} may not be shown by {agent.Id}: name it in Outgoing:MayShow, or leave it out.",
                $"{agent.Id} не может показывать номер {shown}: назовите его в Outgoing:MayShow или не указывайте.")
            : null)
        ?? (asked.Queue is { } queue && state.Queues.GetValueOrDefault(queue) is not { Open: true } ? NoQueue(queue, language) : null)
        ?? OfState(state, agent, language);

    /// <summary>What an agent who has dialled the number is told; null when the call is put through.</summary>
    public static OutgoingProblem? ProblemOf(Configuration configuration, Agent agent, string number) =>
        configuration.LineOut is null ? OutgoingProblem.NoLineOut
        : !OutgoingNumbers.IsNumber(number) || !configuration.MayCall(agent.Settings, number) ? OutgoingProblem.NumberRefused
        : IsSignedOut(configuration, agent) ? OutgoingProblem.SignedOut
        : null;

    /// <summary>A command to the conversation with somebody who was called.</summary>
    public static string? OfTalk(CallCenter state, OutgoingCall call, Event.ITalkCommand command, Language language) => command switch
    {
        _ when call.State is OutgoingState.Leaving or OutgoingState.Orphaned => NoCall(command.Call.Id, language),
        Event.MoveAsked => In(language, "The call waits in no queue.", "Вызов не ждёт в очереди."),
        Event.RecordingPauseAsked or Event.RecordingResumeAsked => OfRecording(state, [Tape.Of(call)], command, language, out var refusal) ? refusal : null,
        _ when !state.Nodes.Contains(call.Call.Node) => NoSwitch(language),
        Event.HangUpAsked => null,
        _ when call is not { State: OutgoingState.Talking, Parted: false } =>
            In(language, "The number has not answered, or the conversation is just ending.", "Номер ещё не ответил, или разговор как раз заканчивается."),
        Event.ListenAsked asked => OfPhone(state, asked.To, language),
        Event.TransferAsked asked => QueueFor(state, call) is null && asked.Kind != TransferKind.Queue
            ? In(
                language,
                $"{call.Agent} serves no queue by which the call could go on: transfer it to a queue.",
                $"У {call.Agent} нет очереди, по правилам которой вызов пошёл бы дальше: переведите его в очередь.")
            : OfTarget(state, call.Agent, asked.Kind, asked.To, language),
        _ => In(
            language,
            "That is not possible in an outgoing call: listen, pause the recording, transfer or hang up.",
            "В исходящем вызове это невозможно: можно слушать, приостановить запись, перевести или завершить."),
    };

    /// <summary>By whose rules somebody who was called goes on, when transferred: the queue named, or else the first of the agent's.</summary>
    public static string? QueueFor(CallCenter state, OutgoingCall call) =>
        (state.Agents.GetValueOrDefault(call.Agent)?.Settings.Queues ?? []).Prepend(call.Queue ?? "").FirstOrDefault(queue => state.Queues.GetValueOrDefault(queue) is { Open: true });

    static string? OfNumber(CallCenter state, Agent agent, string number, Language language) =>
        state.Configuration.LineOut is null ? NoLineOut(language)
        : !OutgoingNumbers.IsNumber(number)
            ? In(
                language,
                $"'{number}' is no number outside: give digits and a leading + only, at most 31 digits.",
                $"«{number}» — не внешний номер: только цифры и + в начале, не больше 31 цифры.")
        : !state.Configuration.MayCall(agent.Settings, number)
            ? In(
                language,
                $"{agent.Id} may not call {number}: see Outgoing:Allowed and Outgoing:Blocked, and those of the operator.",
                $"{agent.Id} не может звонить на {number}: см. Outgoing:Allowed и Outgoing:Blocked, общие и оператора.")
        : null;

    static string? OfState(CallCenter state, Agent agent, Language language) =>
        IsSignedOut(state.Configuration, agent)
            ? In(language, $"{agent.Id} is signed out: sign in first, or set Outgoing:WhenSignedOut.", $"{agent.Id} не на работе: начните её или задайте Outgoing:WhenSignedOut.")
        : agent.State is AgentState.Offered
            ? In(language, $"{agent.Id} is being offered a caller: ask again in a moment.", $"Оператору {agent.Id} как раз предлагают вызов: повторите через мгновение.")
        : agent.State is AgentState.Talking ? In(language, $"{agent.Id} is in a conversation.", $"{agent.Id} разговаривает.")
        : agent.Outside is not null || !agent.OutgoingCalls.IsEmpty ? In(language, $"The phone of {agent.Id} is in another call.", $"Телефон {agent.Id} занят другим вызовом.")
        : agent.DoNotDisturb is not null
            ? In(language, $"The phone of {agent.Id} is not to be disturbed: let it ring again first.", $"Телефон {agent.Id} просили не беспокоить: сначала снимите это.")
        : agent.Device == DeviceState.Unregistered ? In(language, $"The phone of {agent.Id} is not registered.", $"Телефон {agent.Id} не зарегистрирован.")
        : state.Nodes.IsEmpty ? In(language, "The switch cannot be reached: ask again when it can.", "Нет связи с коммутатором: повторите, когда она появится.")
        : null;

    static bool IsSignedOut(Configuration configuration, Agent agent) => !agent.SignedIn && !configuration.Outgoing.WhenSignedOut;
}
