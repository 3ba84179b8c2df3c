using System.Collections.Immutable;

namespace Web3Tel.Reports;

/// <summary>The figures of each kind of report, in order. docs/reports.md says what each means.</summary>
public static class Columns
{
    static readonly Column CalledBack = Counted("calledBack", "Called back", "Перезвонили и поговорили", Measure.CalledBack);

    static readonly Column CallbackAttempts = Counted("callbackAttempts", "Callback attempts", "Попыток перезвонить", Measure.CallbackAttempts);

    static readonly ImmutableArray<Column> Waits =
    [
        new("serviceLevel", "Service level", "Уровень обслуживания", static (tally, query) => tally.ServiceLevel(query)),
        new("serviceLevelWithoutShort", "Service level without short abandons", "Уровень обслуживания без коротких потерянных", static (tally, query) => tally.ServiceLevelOfStaying(query)),
        new("averageSpeedOfAnswer", "Average speed of answer, s", "Среднее время ответа, с", static (tally, _) => tally.Average(Measure.Answered, Measure.AnsweredWait)),
        new("averageAbandonedWait", "Average wait of abandoned, s", "Среднее ожидание потерянных, с", static (tally, _) => tally.Average(Measure.Abandoned, Measure.AbandonedWait)),
        new("longestWait", "Longest wait, s", "Наибольшее ожидание, с", static (tally, _) => tally.LongestWait()),
    ];

    static readonly ImmutableArray<Column> Fates =
    [
        Counted("answered", "Answered", "Отвечено", Measure.Answered),
        new("answeredWithin", "Answered in time", "Отвечено вовремя", static (tally, query) => tally.AnsweredAfter.Within(query.AnsweredWithin)),
        Counted("abandoned", "Abandoned", "Потеряно", Measure.Abandoned),
        new("abandonedWithin", "Short abandons", "Из них коротких", static (tally, query) => tally.AbandonedAfter.Within(query.AbandonedWithin)),
    ];

    static readonly ImmutableArray<Column> Conversations =
    [
        Counted("conversations", "Conversations", "Разговоров", Measure.Conversations),
        Time("talkSeconds", "Talk, s", "Разговор, с", Measure.Talk),
        Time("holdSeconds", "Hold, s", "Удержание, с", Measure.Hold),
        Time("wrapUpSeconds", "Wrap-up, s", "Поствызывная обработка, с", Measure.WrapUp),
        new("averageTalk", "Average talk, s", "Средний разговор, с", static (tally, _) => tally.Average(Measure.Conversations, Measure.Talk)),
        new("averageHandling", "Average handling, s", "Среднее время обработки, с", static (tally, _) => tally.Average(Measure.Conversations, Measure.Talk, Measure.Hold, Measure.WrapUp)),
        Counted("marks", "Marks", "Оценок", Measure.Marks),
        new("averageMark", "Average mark", "Средняя оценка", static (tally, _) => tally.AverageMark()),
    ];

    static readonly ImmutableArray<Column> Work =
    [
        Time("atWorkSeconds", "At work without breaks, s", "На работе без перерывов, с", Measure.AtWork),
        Time("busySeconds", "Busy, s", "Занято, с", Measure.Busy),
        new("occupancy", "Occupancy", "Занятость", static (tally, _) => tally.Occupancy()),
    ];

    static readonly ImmutableArray<Column> Messages =
    [
        Counted("voicemails", "Voicemails", "Голосовых сообщений", Measure.Voicemails),
        Counted("voicemailsRead", "Voicemails read", "Прослушано сообщений", Measure.VoicemailsRead),
        Counted("voicemailsDeleted", "Voicemails deleted", "Удалено сообщений", Measure.VoicemailsDeleted),
    ];

    static readonly ImmutableArray<Column> Callbacks =
    [
        Counted("callbacks", "Callbacks promised", "Обещано обратных звонков", Measure.Callbacks),
        CalledBack,
        Counted("callbacksInPerson", "Came in person instead", "Позвонили сами", Measure.CallbacksInPerson),
        Counted("callbacksExpired", "Callbacks expired", "Истёк срок обратного звонка", Measure.CallbacksExpired),
        Counted("callbacksUsedUp", "Not reached in all attempts", "Не дозвонились за все попытки", Measure.CallbacksUsedUp),
        Counted("callbacksCancelled", "Callbacks cancelled", "Отменено обратных звонков", Measure.CallbacksCancelled),
        Counted("callbacksWithdrawn", "Callbacks no longer made", "Снято: очередь больше не перезванивает", Measure.CallbacksWithdrawn),
        Counted("callbacksLeft", "Answered and did not wait", "Ответили и не дождались", Measure.CallbacksLeft),
        new("callbacksPending", "Still to be called back", "Ещё предстоит перезвонить", static (tally, _) => tally.CallbacksPending()),
        CallbackAttempts,
        new("averageCallbackWait", "Average from promise to conversation, s", "В среднем от обещания до разговора, с", static (tally, _) => tally.Average(Measure.CalledBack, Measure.CalledBackWait)),
    ];

    static readonly ImmutableArray<Column> Queues =
    [
        Counted("offered", "Offered", "Поступило", Measure.Offered),
        Counted("returned", "Returned from a conversation", "Из них возвращено из разговора", Measure.Returned),
        .. Fates,
        Counted("refused", "Not let in", "Не принято", Measure.Refused),
        Counted("overflowed", "Overflowed", "Переполнение", Measure.Overflowed),
        Counted("leftByKey", "Left by key", "Вышли по клавише", Measure.LeftByKey),
        Counted("moved", "Moved elsewhere", "Переведено из очереди", Measure.Moved),
        Counted("askedForCallback", "Left to be called back", "Вышли ждать обратного звонка", Measure.AskedForCallback),
        Counted("failed", "Lost or failed", "Сбои", Measure.Failed),
        new("waiting", "Still waiting", "Ещё ждут", static (tally, _) => tally[Measure.Offered] - tally.Decided()),
        .. Waits,
        .. Conversations,
        .. Work,
        .. Messages,
        .. Callbacks,
    ];

    static readonly ImmutableArray<Column> Operators =
    [
        Counted("offered", "Offered", "Предложено", Measure.Rung),
        .. Conversations,
        Counted("rejected", "Rejected", "Отклонено", Measure.Rejected),
        Counted("unanswered", "Not answered", "Без ответа", Measure.Unanswered),
        Counted("unreachable", "Busy or unreachable", "Занято или недоступно", Measure.Unreachable),
        Time("signedInSeconds", "Signed in, s", "В системе, с", Measure.SignedIn),
        Time("readySeconds", "Ready, s", "Готов, с", Measure.Ready),
        Time("ringingSeconds", "Ringing, s", "Звонит телефон, с", Measure.Ringing),
        Time("talkingSeconds", "Talking by the clock, s", "В разговоре по часам, с", Measure.Talking),
        Time("holdingSeconds", "Holding by the clock, s", "На удержании по часам, с", Measure.Holding),
        Time("wrappingUpSeconds", "Wrap-up by the clock, s", "Обработка по часам, с", Measure.WrappingUp),
        Time("restingSeconds", "Resting after a failed offer, s", "Отдых после неудачного вызова, с", Measure.Resting),
        Time("notDisturbedSeconds", "Not to be disturbed, s", "Не беспокоить, с", Measure.NotDisturbed),
        Time("inOtherCallSeconds", "In another call, s", "В другом вызове, с", Measure.InOtherCall),
        Time("callingOutSeconds", "Calling numbers outside, s", "Звонит наружу, с", Measure.CallingOut),
        Time("breakSeconds", "Breaks, s", "Перерывы, с", Measure.OnBreak),
        .. Work,
        Counted("outgoingCalls", "Outgoing calls", "Исходящих вызовов", Measure.OutgoingCalls),
        Counted("outgoingAnswered", "Outgoing calls answered", "Из них отвечено", Measure.OutgoingAnswered),
        Time("outgoingTalkSeconds", "Outgoing talk, s", "Исходящий разговор, с", Measure.OutgoingTalk),
        new("averageOutgoingTalk", "Average outgoing talk, s", "Средний исходящий разговор, с", static (tally, _) => tally.Average(Measure.OutgoingAnswered, Measure.OutgoingTalk)),
        .. Messages,
        CalledBack,
        CallbackAttempts,
    ];

    static readonly ImmutableArray<Column> Lines =
    [
        Counted("calls", "Calls", "Вызовов", Measure.Calls),
        Counted("lineBusy", "No channel free", "Линия занята", Measure.LineBusy),
        .. Fates,
        Counted("notQueued", "Ended before a queue", "Завершено до очереди", Measure.NotQueued),
        Counted("turnedAway", "Turned away", "Отказано", Measure.TurnedAway),
        Counted("sentOn", "Sent on", "Направлено дальше", Measure.SentOn),
        Counted("askedForCallback", "Left to be called back", "Вышли ждать обратного звонка", Measure.AskedForCallback),
        Counted("failed", "Lost or failed", "Сбои", Measure.Failed),
        new("present", "Not over nor answered", "Ещё не отвечено", static (tally, _) => tally[Measure.Calls] - tally.Decided() - tally[Measure.NotQueued]),
        .. Waits,
        .. Conversations,
        .. Messages,
        .. Callbacks,
    ];

    public static ImmutableArray<Column> Of(Subject subject) => subject switch
    {
        Subject.Queue => Queues,
        Subject.Operator => Operators,
        Subject.Line => Lines,
    };

    static Column Counted(string name, string english, string russian, Measure measure) => new(name, english, russian, (tally, _) => tally[measure]);

    static Column Time(string name, string english, string russian, Measure measure) => new(name, english, russian, (tally, _) => tally.Seconds(measure));
}
