using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Server.Board;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Panel;

sealed class RussianWords : Words
{
    public static readonly RussianWords Instance = new();

    public override string Language => Panel.Language.Russian;

    public override string OtherLanguage => Panel.Language.English;

    public override string OtherLanguageName => "English";

    public override string Title => "Колл-центр";

    public override string Simulator => "Симулятор";

    public override string SimulatorHint => "Звонки и операторы вымышлены: FreeSWITCH не задан.";

    public override string SwitchConnected => "На связи";

    public override string SwitchTrouble => "Нет связи с коммутатором";

    public override string StorageTrouble => "Ничего не записывается";

    public override string Reconnecting => "Сервис недоступен. Страница оживёт сама.";

    public override string Queues => "Очереди";

    public override string WaitingCallers => "Ожидают";

    public override string LongestWait => "дольше всех";

    public override string ExpectedWait => "прогноз ожидания";

    public override string ExpectedWaitError => "насколько в среднем ожидание расходилось с прогнозом";

    public override string InConversation => "говорят";

    public override string OperatorsReady => "операторов свободно";

    public override string Conversations => "Разговоры";

    public override string Operators => "Операторы";

    public override string LatestCalls => "Последние звонки";

    public override string Voicemail => "Голосовая почта";

    public override string NoMessages => "Сообщений нет.";

    public override string OlderMessages => "Более ранние сообщения";

    public override string Wall => "Табло";

    public override string NobodyWaits => "Никто не ждёт.";

    public override string NobodyTalks => "Сейчас никто не говорит.";

    public override string NoHistory => "Завершённых звонков ещё нет.";

    public override string NoOperators => "Операторы не заданы.";

    public override string Withheld => "Номер скрыт";

    public override string Waited => "ждал";

    public override string Talked => "говорил";

    public override string Recording => "Запись";

    public override string Cause => "Причина";

    public override string Away => "вне связи";

    public override string BreakFollows => "дальше перерыв";

    public override string PhoneAway => "телефон не зарегистрирован";

    public override string OnHold => "на удержании";

    public override string RecordingPaused => "запись приостановлена";

    public override string ToBeCalledBack => "перезвонить";

    public override string NotBefore => "не раньше";

    public override string Attempt(int number) => $"попытка {number}";

    public override string CallsBackFor(string agent) => $"набираем для {agent}";

    public override string InStep(string name) => $"на шаге {name}";

    public override string InAnotherCall => "в другом разговоре";

    public override string Calls(string number) => $"звонит на {number}";

    public override string DoNotDisturb => "не беспокоить";

    public override string RingsAt(string agent) => $"звонит: {agent}";

    public override string ConnectingTo(string agent) => $"соединяется: {agent}";

    public override string AndMore(int others) => $"и ещё {others}";

    public override string Of(OperatorActivity activity) => activity switch
    {
        OperatorActivity.SignedOut => "Не в сети",
        OperatorActivity.Ready => "Свободен",
        OperatorActivity.Offered => "Звонок",
        OperatorActivity.Talking => "Говорит",
        OperatorActivity.WrapUp => "Дооформление",
        OperatorActivity.Break => "Перерыв",
        OperatorActivity.Resting => "Пауза",
    };

    public override string Of(RestReason why) => why switch
    {
        RestReason.Rejected => "отклонил звонок",
        RestReason.Busy => "было занято",
        RestReason.NoAnswer => "не ответил",
        RestReason.Unreachable => "телефон недоступен",
        RestReason.ConnectFailed => "не удалось соединить",
        RestReason.PhoneLost => "телефон пропал во время разговора",
    };

    public override string Of(NoticeKind kind) => kind switch
    {
        NoticeKind.Unanswered => "раз за разом не отвечал",
        NoticeKind.BreakTooLong => "отключён: перерыв слишком долгий",
        NoticeKind.DoNotDisturbTooLong => "отключён: «не беспокоить» слишком долго",
        NoticeKind.OutsideCallTooLong => "посторонний разговор слишком долгий: телефон считается свободным",
        NoticeKind.EndUnheard => "конец разговора не был замечен вовремя",
        NoticeKind.RecordingGoesOn => "запись не удалось приостановить, она идёт",
        NoticeKind.RecordingStaysSilent => "запись не удалось возобновить, в ней тишина",
        NoticeKind.Forced => "решение супервизора",
    };

    public override string Of(CallResult result) => result switch
    {
        CallResult.Answered => "Отвечен",
        CallResult.Abandoned => "Не дождался",
        CallResult.NotQueued => "До очереди",
        CallResult.TurnedAway => "Не принят",
        CallResult.SentOn => "Отправлен дальше",
        CallResult.NotCalledBack => "Не перезвонили",
        CallResult.Lost => "Потерян",
        CallResult.Failed => "Сбой",
        CallResult.NotReached => "Не дозвонились",
        CallResult.OperatorNotReached => "Оператор не ответил",
        CallResult.Refused => "Запрещён",
    };

    public override string Of(EndedBy by) => by switch
    {
        EndedBy.Unknown => "завершён",
        EndedBy.Caller => "положил трубку звонивший",
        EndedBy.Agent => "положил трубку оператор",
        EndedBy.Service => "завершён сервисом",
    };

    public override string Of(JourneyEvent step) => step switch
    {
        JourneyEvent.Arrived => "Поступил",
        JourneyEvent.Joined => "Встал в очередь",
        JourneyEvent.PlaceGivenBack => "Возвращено прежнее место",
        JourneyEvent.LineBusy => "Линия занята",
        JourneyEvent.Overflowed => "Превышен предел очереди",
        JourneyEvent.LeftByKey => "Ушёл по клавише",
        JourneyEvent.SentOn => "Отправлен дальше",
        JourneyEvent.Widened => "Открыт для других операторов",
        JourneyEvent.Offered => "Предложен",
        JourneyEvent.OfferEnded => "Предложение снято",
        JourneyEvent.Whispered => "Оператор ответил",
        JourneyEvent.Connected => "Соединён",
        JourneyEvent.ConnectFailed => "Соединить не удалось",
        JourneyEvent.Held => "На удержании",
        JourneyEvent.RungBack => "Забыт на удержании: оператору звонят снова",
        JourneyEvent.Resumed => "Снова с оператором",
        JourneyEvent.Transferred => "Переведён",
        JourneyEvent.Consulted => "Оператор советуется",
        JourneyEvent.ConsultBegan => "Разговор с тем, кого спросил",
        JourneyEvent.TransferFailed => "Перевод не удался",
        JourneyEvent.PhoneLost => "Телефон оператора пропал",
        JourneyEvent.BackInQueue => "Снова в очереди",
        JourneyEvent.RecordingAnnounced => "Предупреждён о записи разговора",
        JourneyEvent.RecordingPaused => "Запись приостановлена",
        JourneyEvent.RecordingResumed => "Запись идёт дальше",
        JourneyEvent.RecordingPauseFailed => "Запись не удалось приостановить, она идёт",
        JourneyEvent.RecordingPauseUnconfirmed => "Неизвестно, была ли запись приостановлена",
        JourneyEvent.RecordingResumeFailed => "Запись не удалось возобновить, в ней тишина",
        JourneyEvent.ListenedTo => "Прослушивание",
        JourneyEvent.LeavesMessage => "Оставляет сообщение",
        JourneyEvent.Rated => "Поставил оценку",
        JourneyEvent.StepReached => "Шаг сценария",
        JourneyEvent.StepTrouble => "Неполадка в шаге сценария",
        JourneyEvent.TakenOver => "Перехвачен",
        JourneyEvent.Moved => "Передвинут",
        JourneyEvent.LostSight => "Пропал из виду",
        JourneyEvent.CameBack => "Вернулся",
        JourneyEvent.CallsOut => "Оператор звонит на внешний номер",
        JourneyEvent.AgentRings => "Сначала звонит телефон оператора",
        JourneyEvent.NumberRefused => "На этот номер звонить нельзя",
        JourneyEvent.NumberRings => "Вызываем номер",
        JourneyEvent.NumberNotReached => "Дозвониться не удалось",
        JourneyEvent.Ended => "Завершён",
        JourneyEvent.AsksForCallback => "Просит перезвонить",
        JourneyEvent.CalledBack => "Клиенту звонят",
        JourneyEvent.NotReached => "Не дозвонились",
        JourneyEvent.Reached => "Клиент ответил",
        JourneyEvent.CallbackClosed => "Перезванивать не нужно",
        JourneyEvent.NoteTaken => "Итог и заметка",
        JourneyEvent.WrapUpEnded => "Дооформление окончено",
    };

    public override string Of(OfferOutcome outcome) => outcome switch
    {
        OfferOutcome.Answered => "ответ",
        OfferOutcome.Rejected => "отклонён",
        OfferOutcome.Busy => "занято",
        OfferOutcome.NoAnswer => "нет ответа",
        OfferOutcome.Unreachable => "телефон недоступен",
        OfferOutcome.LostSight => "пропал из виду",
        OfferOutcome.Withdrawn => "снят",
        OfferOutcome.AnsweredElsewhere => "ответил другой",
        OfferOutcome.Reassigned => "передан другому",
    };

    public override string Of(MailboxKind kind) => kind switch
    {
        MailboxKind.Queue => "очередь",
        MailboxKind.Operator => "оператор",
        MailboxKind.Line => "линия",
    };

    public override string Of(CallbackRest rest) => rest switch
    {
        CallbackRest.OnTheLine => "ещё на линии",
        CallbackRest.Pause => "не дозвонились",
        CallbackRest.OutsideHours => "не время звонить",
    };

    public override string Of(CallbackEnd end) => end switch
    {
        CallbackEnd.Done => "перезвонили",
        CallbackEnd.CameInPerson => "позвонил сам",
        CallbackEnd.Expired => "слишком поздно",
        CallbackEnd.AttemptsUsedUp => "не дозвонились",
        CallbackEnd.Cancelled => "отменено",
        CallbackEnd.NoLongerOffered => "больше не перезваниваем",
        CallbackEnd.NotWritten => "не удалось записать",
        CallbackEnd.LeftAfterAnswer => "не дождался оператора",
        CallbackEnd.CalledByHand => "оператор позвонил вне очереди",
    };
}
