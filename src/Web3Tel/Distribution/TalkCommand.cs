using System.Collections.Immutable;
using System.Diagnostics;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Outgoing;
using Web3Tel.Speech;
using static Web3Tel.Speech.Phrases;

namespace Web3Tel.Distribution;

/// <summary>When a command to a conversation makes sense. The engine obeys by it, and who gives the command can be told why not.</summary>
public static class TalkCommand
{
    /// <summary>Why the command cannot be obeyed in this state, and what to do instead; null when it can.</summary>
    public static string? Refusal(CallCenter state, Event.ITalkCommand command) => Refusal(state, command, Language.English);

    /// <summary>The same in the language of who gives the command.</summary>
    public static string? Refusal(CallCenter state, Event.ITalkCommand command, Language language)
    {
        if (!state.Callers.ContainsKey(command.Call) && state.OutgoingOf(command.Call) is { } outgoing)
        {
            return OutgoingCommand.OfTalk(state, outgoing, command, language);
        }

        if (state.Callers.GetValueOrDefault(command.Call) is not { State: not CallerState.Leaving } caller)
        {
            return NoCall(command.Call.Id, language);
        }

        if (command is Event.MoveAsked move)
        {
            return OfMove(state, caller, move, language);
        }

        if (OfRecording(state, Tape.All(state, caller), command, language, out var aboutRecording))
        {
            return aboutRecording;
        }

        if (!state.Nodes.Contains(command.Call.Node) && !caller.IsRequest)
        {
            return NoSwitch(language);
        }

        if (command is Event.HangUpAsked)
        {
            return null;
        }

        if (caller.State is not CallerState.Talking talking || !state.Offers.TryGetValue(talking.Offer, out var offer))
        {
            return In(language, "The caller is in no conversation with an operator.", "Звонящий не разговаривает с оператором.");
        }

        var guest = caller.Guest is { } number ? state.Guests.GetValueOrDefault(number) : null;
        if (offer.State == OfferState.Resuming || guest is { State: GuestState.Connecting })
        {
            // A leg on its way into one bridge must not be commanded into another.
            return In(
                language,
                "The caller is just being joined with somebody: give the command again in a moment.",
                "Звонящего как раз соединяют: повторите команду через мгновение.");
        }

        if (offer.RingsBack)
        {
            return In(
                language,
                "The caller was forgotten on hold, and the operator's phone is about to ring again: give the command when the two talk.",
                "Звонящего забыли на удержании, телефон оператора вот-вот зазвонит снова: дайте команду, когда они заговорят.");
        }

        if (offer.State == OfferState.Held && caller.Away is not null && command is Event.TransferAsked)
        {
            // A transfer ends the agent's leg, and while the two are not parted that would end the caller's as well.
            return In(
                language,
                "The caller is just leaving the conversation: give the command again in a moment.",
                "Звонящий как раз выходит из разговора: повторите команду через мгновение.");
        }

        return command switch
        {
            Event.HoldAsked => offer.State == OfferState.Talking ? null : In(language, "The caller is on hold already.", "Звонящий уже на удержании."),
            Event.ResumeAsked => OfResume(offer, guest, language),
            Event.TransferAsked asked => guest is not null ? OneGuest(guest, language) : OfTarget(state, offer.Agent, asked.Kind, asked.To, language),
            Event.ConsultAsked asked => guest is not null ? OneGuest(guest, language)
                : OfTarget(state, offer.Agent, asked.Kind, asked.To, language) ?? (asked.Kind == TransferKind.Queue ? OfWhoIsFree(state, asked.To, language) : null),
            Event.ConsultCompleted => guest is { State: GuestState.Consulting }
                ? null
                : In(language, "The operator is not in conversation with somebody asked.", "Оператор ни с кем не советуется."),
            Event.ConsultCancelled => guest is { Purpose: GuestPurpose.Consult } ? null : In(language, "Nobody is being asked.", "Совета ни у кого не спрашивают."),
            Event.ListenAsked asked => offer.State != OfferState.Talking
                ? In(language, "The caller is on hold: listen when the two talk again.", "Звонящий на удержании: слушать можно, когда разговор продолжится.")
                : OfPhone(state, asked.To, language),
            Event.TakeOverAsked asked => guest is not null ? OneGuest(guest, language)
                : offer.State != OfferState.Talking
                    ? In(language, "The caller is on hold: take over when the two talk again.", "Звонящий на удержании: забрать разговор можно, когда он продолжится.")
                : OfPhone(state, asked.To, language) ?? OfAgent(state, offer.Agent, asked.To, language),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    /// <summary>A recording goes on until the end of the call, whatever the caller does: it can be paused at any time.</summary>
    /// <returns>Whether the command is about the recording.</returns>
    internal static bool OfRecording(CallCenter state, ImmutableArray<Tape> tapes, Event.ITalkCommand command, Language language, out string? refusal)
    {
        refusal = command switch
        {
            Event.RecordingPauseAsked when tapes.All(tape => tape.Path is null) => In(language, "The call is not being recorded.", "Разговор не записывается."),
            Event.RecordingPauseAsked when !state.Nodes.Contains(command.Call.Node) => In(
                language,
                "The switch cannot be reached, and the recording goes on: let the caller say nothing secret, and pause it when the switch can be reached.",
                "Нет связи с коммутатором, и запись идёт: пусть звонящий не называет ничего секретного; приостановите запись, когда связь появится."),
            Event.RecordingResumeAsked when tapes.All(tape => tape.Pause is null) => In(language, "The recording is not paused.", "Запись не приостановлена."),
            _ => null,
        };
        return command is Event.RecordingPauseAsked or Event.RecordingResumeAsked;
    }

    internal static string NoCall(string id, Language language) => In(language, $"There is no call '{id}'.", $"Вызова «{id}» нет.");

    internal static string NoQueue(string name, Language language) => In(language, $"There is no queue '{name}'.", $"Очереди «{name}» нет.");

    internal static string NoSwitch(Language language) =>
        In(language, "The switch cannot be reached: give the command again when it can.", "Нет связи с коммутатором: повторите команду, когда она появится.");

    internal static string NoLineOut(Language language) => In(
        language,
        "There is no line out: set LineOut, such as sofia/gateway/provider/{number}.",
        "Внешней линии нет: задайте LineOut, например sofia/gateway/provider/{number}.");

    static string? OfResume(Offer offer, Guest? guest, Language language) =>
        guest is not null
            ? In(language, "Somebody is being asked: cancel that, and the caller is given back.", "Идёт консультация: отмените её, и звонящий вернётся.")
        : offer.State == OfferState.Talking ? In(language, "The caller is not on hold.", "Звонящий не на удержании.")
        : null;

    static string OneGuest(Guest guest, Language language) =>
        In(language, $"{guest.To} is being called already: cancel that first.", $"{guest.To} уже вызывают: сначала отмените это.");

    /// <param name="agent">Who has the caller now.</param>
    internal static string? OfTarget(CallCenter state, string agent, TransferKind kind, string to, Language language) => kind switch
    {
        TransferKind.Queue => state.Queues.GetValueOrDefault(to) is { Open: true } ? null : NoQueue(to, language),
        TransferKind.Agent => state.Agents.ContainsKey(to) ? OfAgent(state, agent, to, language) : AgentCommand.NoOperator(to, language),
        TransferKind.Number => OfNumber(state, to, language),
    };

    /// <summary>Nobody waits in a queue for an answer to a question: the caller would wait twice.</summary>
    static string? OfWhoIsFree(CallCenter state, string queue, Language language) => state.Queues[queue].Ready.IsEmpty
        ? In(
            language,
            $"Nobody in {queue} is free to be asked: transfer the caller there unasked, with the time waited, or ask again later.",
            $"В очереди {queue} некого спросить: переведите звонящего туда сразу, со временем ожидания, или спросите позже.")
        : null;

    static string? OfMove(CallCenter state, Caller caller, Event.MoveAsked asked, Language language) =>
        caller is not { State: CallerState.Waiting, Queue: { } now } ? In(language, "The caller waits in no queue.", "Звонящий не ждёт в очереди.")
        : state.Queues.GetValueOrDefault(asked.Queue ?? now) is not { Open: true } queue ? NoQueue(asked.Queue ?? now, language)
        : caller.IsRequest && queue.Settings.Name != now
            ? In(
                language,
                "Who is to be called back cannot change the queue: cancel the callback, and ask for another.",
                "Кому предстоит перезвонить, очередь не меняют: отмените обратный звонок и закажите другой.")
        : asked.Position is null && queue.Settings.Name == now
            ? In(language, $"The caller waits in {now} already: give a place, or another queue.", $"Звонящий уже ждёт в {now}: укажите место или другую очередь.")
        : asked.Position is < 1 ? In(language, $"{asked.Position} is no place: the first is 1.", $"{asked.Position} — не место: первое — 1.")
        : asked.Position is { } position && queue.TimeAt(caller, position, asked.At) is null
            ? In(
                language,
                "The two callers at that place joined at the same moment, and nobody fits between: give the place before or behind.",
                "Двое на этом месте пришли в один миг, и между ними никто не встанет: укажите место впереди или позади.")
        : null;

    internal static string? OfPhone(CallCenter state, string to, Language language) => state.Agents.ContainsKey(to) ? null : OfNumber(state, to, language);

    static string? OfAgent(CallCenter state, string agent, string id, Language language) =>
        id == agent ? In(language, $"{id} has the caller already.", $"Звонящий уже у {id}.")
        : state.Agents.GetValueOrDefault(id) is { IsAvailable: false }
            ? In(
                language,
                $"{id} is not ready, or the phone is away or in another call: choose another operator, or a queue.",
                $"{id} не готов, или телефон не на связи или занят: выберите другого оператора или очередь.")
        : null;

    internal static bool IsNumber(string number) =>
        number.Length is > 0 and <= 32 && !number.Where((c, i) => !char.IsAsciiDigit(c) && c is not ('*' or '#') && !(c == '+' && i == 0)).Any();

    static string? OfNumber(CallCenter state, string number, Language language) =>
        !IsNumber(number)
            ? In(
                language,
                $"'{number}' is no number: give digits, *, # and a leading + only, at most 32.",
                $"«{number}» — не номер: только цифры, *, # и + в начале, не больше 32 знаков.")
        : state.Configuration.LineOut is null ? NoLineOut(language)
        : null;
}
