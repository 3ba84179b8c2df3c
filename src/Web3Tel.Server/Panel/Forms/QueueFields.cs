using Web3Tel.Callbacks;
using Web3Tel.Queues;
using static Web3Tel.Server.Panel.Forms.FormField;

namespace Web3Tel.Server.Panel.Forms;

/// <summary>What a queue is filled in with.</summary>
static class QueueFields
{
    static readonly QueueSettings Usual = new() { Name = "" };

    static readonly CallbackSettings UsualCallback = new();

    static readonly NumberRule UsualNumbers = new();

    static readonly Announcements UsualAnnouncements = new();

    public static FormField All { get; } = List(
        "Queues", "Queues", "Очереди",
        Text("Name", "name", "имя").Needed(),
        Texts("Numbers", "numbers that lead to it, one a line", "номера, ведущие в неё, по одному в строке").Own(),
        Choice("Strategy", "whose turn it is", "чья очередь", Usual.Strategy),
        new FormField("Music", FormFieldKind.Sound, "music while waiting", "музыка ожидания").Or(Usual.Music),
        Number("RingSeconds", "a telephone rings for, s", "звонит телефон, с").Or(Usual.RingTime),
        Number("WrapUpSeconds", "wrap-up, s", "обработка после разговора, с").Or(Usual.WrapUp),
        Limits(),
        Operators(),
        Told(),
        Talking(),
        Callback());

    static FormField Limits() => Part(
        "Limits and ways out", "Пределы и выходы",
        Number("MaxLength", "callers who may wait", "звонящих в очереди, не больше"),
        Next("WhenFull", "when it is full", "если заполнена"),
        Number("MaxWaitSeconds", "longest wait, s", "ждут не дольше, с"),
        Next("WhenTooLong", "after the longest wait", "после предельного ожидания"),
        Flag("JoinWhenEmpty", "may be joined without operators", "можно встать без операторов", true),
        Flag("LeaveWhenEmpty", "left when the last operator goes", "выходят, когда ушёл последний оператор", false),
        Number("MaxWaitWithNoAgentSeconds", "longest wait without operators, s", "ждут без операторов, не дольше, с"),
        Next("WhenEmpty", "when there are no operators", "если операторов нет"),
        new FormField("OverflowTo", FormFieldKind.Queue, "otherwise on to the queue", "иначе в очередь"),
        Number("Weight", "weight among queues", "вес среди очередей").Or(Usual.Weight),
        Number("KeepPlaceSeconds", "who hung up keeps the place for, s", "место повесившего трубку хранится, с"),
        List(
            "ExitKeys", "Keys that lead out", "Клавиши выхода",
            Text("Key", "key", "клавиша").Needed(),
            Next("To", "leads to", "куда ведёт").Needed()));

    static FormField Operators() => Part(
        "Operators", "Операторы",
        new FormField("Skills", FormFieldKind.Skills, "skills that are needed", "обязательные навыки"),
        Number("RequiredSkillsSeconds", "needed for, s", "обязательны, с"),
        new FormField("PreferredSkills", FormFieldKind.Skills, "skills that are preferred", "желательные навыки"),
        Number("PreferredSkillsSeconds", "preferred for, s", "желательны, с"),
        Number("LevelWaitSeconds", "wait before the next level, s", "ожидание до следующего уровня, с"),
        Flag("LevelWaitMultiplied", "the wait grows with the level", "ожидание растёт с уровнем", Usual.LevelWaitMultiplied),
        Flag("SkipEmptyLevels", "levels without anybody are skipped", "пустые уровни пропускаются", Usual.SkipEmptyLevels),
        Number("SameAgentWithinDays", "the operator of the last days again, days", "прежний оператор, за дней"),
        Number("SameAgentWaitSeconds", "who is waited for, s", "его ждут, с").Or(Usual.SameAgentWait),
        Number("RingFirst", "telephones that ring at first", "сначала звонят телефонов").Or(Usual.RingFirst),
        Number("RingMore", "and more each time", "и добавляется").Or(Usual.RingMore),
        Number("RingStepSeconds", "after, s", "через, с").Or(Usual.RingStep),
        Number("AfterRejectSeconds", "rest after a rejection, s", "пауза после отказа, с").Or(Usual.AfterReject),
        Number("AfterBusySeconds", "rest after busy, s", "пауза после «занято», с").Or(Usual.AfterBusy),
        Number("AfterNoAnswerSeconds", "rest after no answer, s", "пауза после неответа, с").Or(Usual.AfterNoAnswer),
        Number("AfterUnreachableSeconds", "rest when unreachable, s", "пауза, если недоступен, с").Or(Usual.AfterUnreachable),
        Number("AfterConnectFailedSeconds", "rest after a failed connection, s", "пауза после неудачного соединения, с").Or(Usual.AfterConnectFailed));

    static FormField Told() => Part(
        "What is said", "Что говорится",
        Group(
            "Announce", "While waiting", "Во время ожидания",
            Choice("Language", "language", "язык", UsualAnnouncements.Language),
            Flag("Position", "the place is told", "называется место", UsualAnnouncements.Position),
            Flag("ExpectedWait", "the expected wait is told", "называется ожидаемое время", UsualAnnouncements.ExpectedWait),
            Number("RepeatSeconds", "again every, s", "повтор каждые, с"),
            Number("LeastGapSeconds", "least pause between, s", "пауза не меньше, с").Or(UsualAnnouncements.LeastGap),
            Texts("Messages", "messages, one a line", "сообщения, по одному в строке"),
            Number("MessageSeconds", "a message every, s", "сообщение каждые, с").Or(UsualAnnouncements.MessageEvery),
            Flag("Keys", "the keys that lead out are told", "называются клавиши выхода", UsualAnnouncements.Keys)),
        Sound("Whisper", "operators hear first", "оператор слышит сначала"),
        Flag("WhisperCaller", "and who calls", "и кто звонит", Usual.WhisperCaller),
        Text("Label", "shown on the telephone", "показывается на телефоне"),
        Sound("PhoneLostNotice", "when the operator's telephone is lost", "если пропал телефон оператора"));

    static FormField Talking() => Part(
        "Conversation and after it", "Разговор и после него",
        Flag("Record", "recorded", "записывается", Usual.Record),
        Flag("RecordInStereo", "sides apart", "стороны раздельно", null),
        Sound("RecordingNotice", "said before it is recorded", "говорится перед записью"),
        Number("HoldReminderSeconds", "reminded of who is on hold after, s", "напоминание об удержании через, с").Or(Usual.HoldReminder),
        Number("LongestHoldSeconds", "longest hold, s", "удержание не дольше, с").Or(Usual.LongestHold),
        Flag("TransfersJoinAnew", "who is transferred joins at the end", "переведённый встаёт в конец", Usual.TransfersJoinAnew),
        Next("AfterTalk", "step after the conversation", "шаг после разговора"),
        List(
            "Results", "Results to choose from", "Результаты на выбор",
            Text("Id", "id", "код").Needed(),
            Text("Name", "name", "название"),
            Text("RussianName", "name in Russian", "название по-русски")),
        Flag("ResultRequired", "a result has to be chosen", "результат обязателен", Usual.ResultRequired));

    static FormField Callback() => new FormField("Callback", FormFieldKind.Switch, "Calling back", "Обратный звонок")
    {
        Fields =
        [
            Choice("Order", "order", "порядок", UsualCallback.Order),
            Number("RingSeconds", "the caller's telephone rings for, s", "звонит звонившему, с").Or(UsualCallback.RingTime),
            Number("Attempts", "attempts", "попыток").Or(UsualCallback.Attempts),
            Number("PauseSeconds", "pause between, s", "пауза между ними, с").Or(UsualCallback.Pause),
            Number("ExpirySeconds", "given up after, s", "отменяется через, с").Or(UsualCallback.Expiry),
            Text("ShownNumber", "number that is shown", "показываемый номер"),
            Text("Label", "label", "метка"),
            Group(
                "Hours", "Hours", "Часы",
                new FormField("Zone", FormFieldKind.TimeZone, "time zone", "часовой пояс"),
                Texts("Week", "days and hours, such as Mon-Fri 09:00-18:00", "дни и часы, например Mon-Fri 09:00-18:00"),
                Texts("Closed", "closed days, such as 2026-12-31", "закрытые дни, например 2026-12-31")),
            Group(
                "Numbers", "Numbers", "Номера",
                Number("Shortest", "shortest", "не короче").Or(UsualNumbers.Shortest),
                Number("Longest", "longest", "не длиннее").Or(UsualNumbers.Longest),
                Texts("Allowed", "allowed beginnings", "разрешённые начала"),
                Texts("Blocked", "blocked beginnings", "запрещённые начала")),
        ],
    };
}
