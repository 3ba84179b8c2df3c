using System.Diagnostics;
using Web3Tel.Agents;
using Web3Tel.History;
using Web3Tel.Queues;

namespace Web3Tel.Explanation;

sealed class RussianWords : Words
{
    private protected override string Ready => "свободен";

    private protected override string TriedAgain => "снова: все свободные уже пробовали этот звонок";

    private protected override string SpokenWithLast => "с ним звонящий говорил в прошлый раз";

    private protected override string OfferedTo(string name) => $"предложено оператору {name}";

    private protected override string RingsOnFor(string name) => $"телефон оператора {name} уже звонил и звонит теперь для этого звонка: первый в очереди обслуживается первым";

    private protected override string AndMore(int leftOut) => $"и ещё {leftOut}";

    private protected override string Waits(int place, double seconds, string queue) => $"место {place} в очереди {queue}, ждёт {Whole(seconds)} с";

    private protected override string PhonesRing(int phones) => $"звонят телефоны, всего {phones}";

    private protected override string Say(Merit merit) => merit.Strategy switch
    {
        Strategy.LongestIdle => $"дольше всех без звонка, {Whole(merit.Value)} с",
        Strategy.RoundRobin => "телефон молчал дольше всех",
        Strategy.TopDown => $"позиция {merit.Value}",
        Strategy.FewestCalls => $"меньше всего звонков, {merit.Value}",
        Strategy.LeastTalkTime => $"меньше всего разговоров, {Whole(merit.Value)} с",
        Strategy.Random => "случайный выбор",
        Strategy.WeightedRandom => $"случайный выбор с весом {merit.Value}",
        Strategy.RingAll => $"звонят все, позиция {merit.Value}",
        Strategy.RingProgressively => $"звонит всё больше телефонов, позиция {merit.Value}",
        Strategy.Sequential => $"следующий по порядку, позиция {merit.Value}",
        Strategy.BestSkilled => $"лучшие навыки, баллов: {merit.Value}",
    };

    private protected override string Say(Obstacle why) => why switch
    {
        Obstacle.LaterInTurn later => $"позже в порядке, {Compared(later.Merit)}",
        Obstacle.HigherLevel higher => $"на уровне {higher.Level}",
        Obstacle.Refused => "уже не взял этот звонок",
        Obstacle.LacksSkills lacks => $"нет навыков ({lacks.Skills})",
        Obstacle.LevelNotOpen closed => $"на уровне {closed.Level}, который ещё не открыт для этого звонка",
        Obstacle.Held => "занят ожиданием того, кто пришёл раньше и вот-вот вернётся",
        Obstacle.NotSpokenWithLast => "звонящий ждёт того, с кем говорил в прошлый раз",
        Obstacle.Ringing ringing => $"звонит телефон, звонок {ringing.For.Id}, {Whole(ringing.Seconds)} с",
        Obstacle.OtherKept => "готов, но для клиента, которому перезвонили, держали другого",
        Obstacle.CallingBack calling => $"перезванивает клиенту, звонок {calling.For.Id}, {Whole(calling.Seconds)} с",
        Obstacle.RingingToo => "звонит тоже",
        Obstacle.Talking talking => $"разговор, звонок {talking.With.Id}, {Whole(talking.Seconds)} с",
        Obstacle.WrappingUp wrapUp => $"завершает работу после разговора, ещё {Whole(wrapUp.SecondsLeft)} с",
        Obstacle.Resting resting => $"пауза ({Say(resting.Why)}), ещё {Whole(resting.SecondsLeft)} с",
        Obstacle.OnBreak rest => $"перерыв ({rest.Reason}), {Whole(rest.Seconds)} с",
        Obstacle.InAnotherCall call => $"телефон занят другим разговором, {Whole(call.Seconds)} с",
        Obstacle.CallsOutside call => $"звонит на {call.To}, {Whole(call.Seconds)} с",
        Obstacle.NotToBeDisturbed quiet => $"просит не беспокоить, {Whole(quiet.Seconds)} с",
        Obstacle.PhoneAway => "телефон не зарегистрирован",
        Obstacle.SignedOut => "не на смене",
        _ => throw new UnreachableException($"No words for {why.GetType().Name}."),
    };

    private protected override string Say(Ending ending) => $"{Of(ending.What)}: {Ended(ending.Why)}";

    static string Of(EndedState what) => what switch
    {
        EndedState.WrapUp => "работа после разговора",
        EndedState.Rest => "пауза",
        EndedState.Break => "перерыв",
    };

    static string Ended(EndingWhy why) => why switch
    {
        EndingWhy.TimeOver => "время вышло",
        EndingWhy.Asked => "закончено командой",
        EndingWhy.PhoneBack => "окончено: телефон снова на связи",
        EndingWhy.SignedOut => "прервано: оператор отключён системой",
        EndingWhy.Forced => "прекращено супервизором",
    };

    private protected override string Say(JourneyEvent what) => what switch
    {
        JourneyEvent.Arrived => "звонок поступил",
        JourneyEvent.Joined => "встал в очередь",
        JourneyEvent.PlaceGivenBack => "получил прежнее место",
        JourneyEvent.LineBusy => "линия занята",
        JourneyEvent.Overflowed => "переведён из очереди",
        JourneyEvent.LeftByKey => "ушёл по клавише",
        JourneyEvent.SentOn => "отправлен дальше",
        JourneyEvent.Widened => "звонок могут взять и другие операторы",
        JourneyEvent.Offered => "предложено",
        JourneyEvent.OfferEnded => "предложение окончено",
        JourneyEvent.Whispered => "оператор снял трубку и слышит подсказку",
        JourneyEvent.Connected => "соединён",
        JourneyEvent.ConnectFailed => "соединить не удалось",
        JourneyEvent.Held => "на удержании",
        JourneyEvent.RungBack => "забыт на удержании, телефон звонит снова",
        JourneyEvent.Resumed => "снова с оператором",
        JourneyEvent.Transferred => "переведён",
        JourneyEvent.Consulted => "оператор советуется",
        JourneyEvent.ConsultBegan => "оператор говорит с тем, кого спросил",
        JourneyEvent.TransferFailed => "перевести не удалось",
        JourneyEvent.PhoneLost => "телефон оператора пропал во время разговора",
        JourneyEvent.BackInQueue => "снова первый в очереди",
        JourneyEvent.RecordingAnnounced => "предупреждён о записи разговора",
        JourneyEvent.RecordingPaused => "запись приостановлена",
        JourneyEvent.RecordingResumed => "запись идёт дальше",
        JourneyEvent.RecordingPauseFailed => "запись не удалось приостановить, она идёт",
        JourneyEvent.RecordingPauseUnconfirmed => "неизвестно, была ли запись приостановлена",
        JourneyEvent.RecordingResumeFailed => "запись не удалось возобновить, в ней тишина",
        JourneyEvent.ListenedTo => "разговор слушают",
        JourneyEvent.LeavesMessage => "оставляет сообщение",
        JourneyEvent.Rated => "ставит оценку",
        JourneyEvent.StepReached => "шаг сценария",
        JourneyEvent.StepTrouble => "неполадка в шаге сценария",
        JourneyEvent.TakenOver => "старший забирает звонок",
        JourneyEvent.Moved => "старший передвинул в очереди",
        JourneyEvent.AsksForCallback => "просит перезвонить",
        JourneyEvent.CalledBack => "клиенту звонят, для оператора",
        JourneyEvent.NotReached => "дозвониться не удалось",
        JourneyEvent.Reached => "клиент ответил",
        JourneyEvent.CallbackClosed => "перезванивать больше не нужно",
        JourneyEvent.LostSight => "звонок потерян из виду",
        JourneyEvent.CameBack => "звонок вернулся",
        JourneyEvent.CallsOut => "оператор звонит на внешний номер",
        JourneyEvent.AgentRings => "сначала звонит телефон оператора",
        JourneyEvent.NumberRefused => "на этот номер звонить нельзя",
        JourneyEvent.NumberRings => "вызываем номер",
        JourneyEvent.NumberNotReached => "дозвониться не удалось",
        JourneyEvent.Ended => "завершён",
        JourneyEvent.NoteTaken => "записаны итог и заметка",
        JourneyEvent.WrapUpEnded => "работа после разговора завершена",
    };

    private protected override string Reason(Hindrance why, int place) => why switch
    {
        Hindrance.Ringing => "звонит телефон оператора",
        Hindrance.OutOfSight => "потерян из виду, место сохраняется",
        Hindrance.SwitchOutOfReach => "нет связи с коммутатором",
        Hindrance.SomebodyExpectedBack => "вот-вот вернётся тот, кто пришёл раньше",
        Hindrance.NotTheFirst => $"впереди: {place - 1}",
        Hindrance.NobodyServesTheQueue => "очередь никто не обслуживает",
        Hindrance.NobodySignedIn => "никого нет на смене",
        Hindrance.WaitsForSameAgent => "ждёт оператора, с которым говорил в прошлый раз",
        Hindrance.NobodyFreeHasTheSkills => "ни у кого из свободных нет нужных навыков",
        Hindrance.LevelNotOpen => "следующий уровень операторов ещё не открыт",
        Hindrance.StillOnTheLine => "ждёт обратного звонка и ещё на линии",
        Hindrance.PauseBetweenAttempts => "обратный звонок после паузы",
        Hindrance.OutsideCallingHours => "обратный звонок, когда наступят часы для звонков",
        Hindrance.NobodyFree => "никто не свободен",
    };

    static string Compared(Merit merit) => merit.Strategy switch
    {
        Strategy.LongestIdle or Strategy.RoundRobin or Strategy.Random => $"без звонка {Whole(merit.Value)} с",
        Strategy.TopDown or Strategy.Sequential or Strategy.RingAll or Strategy.RingProgressively => $"позиция {merit.Value}",
        Strategy.FewestCalls => $"звонков {merit.Value}",
        Strategy.LeastTalkTime => $"разговоров {Whole(merit.Value)} с",
        Strategy.WeightedRandom => $"вес {merit.Value}",
        Strategy.BestSkilled => $"баллов {merit.Value}",
    };

    static string Say(RestReason why) => why switch
    {
        RestReason.Rejected => "отклонён",
        RestReason.Busy => "занято",
        RestReason.NoAnswer => "нет ответа",
        RestReason.Unreachable => "телефон недоступен",
        RestReason.ConnectFailed => "соединить не удалось",
        RestReason.PhoneLost => "телефон пропал во время разговора",
    };
}
