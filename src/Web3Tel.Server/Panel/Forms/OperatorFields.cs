using Web3Tel.Distribution;
using Web3Tel.Outgoing;
using Web3Tel.Phones;
using static Web3Tel.Server.Panel.Forms.FormField;

namespace Web3Tel.Server.Panel.Forms;

/// <summary>What operators, their breaks, telephones and outgoing calls are filled in with.</summary>
static class OperatorFields
{
    static readonly Configuration Usual = new();

    static readonly OutgoingSettings UsualOutgoing = new();

    static readonly PhoneSettings UsualPhone = new();

    public static FormField All { get; } = List(
        "Operators", "Operators", "Операторы",
        Text("Id", "number", "номер").Needed(),
        Text("Name", "name", "имя"),
        new FormField("Queues", FormFieldKind.Queues, "queues", "очереди"),
        new FormField("Skills", FormFieldKind.Skills, "skills with levels", "навыки с уровнями"),
        new FormField("PhonePassword", FormFieldKind.PhonePassword, "password of the telephone", "пароль телефона").Own(),
        new FormField("Pin", FormFieldKind.Pin, "PIN of the telephone menu", "PIN телефонного меню").Own(),
        Part(
            "More", "Ещё",
            Text("Destination", "telephone", "телефон").Own(),
            Flag("SignedIn", "signed in at first", "вначале на линии", true),
            Flag("AutoAnswer", "the telephone answers by itself", "телефон отвечает сам", false),
            Text("OutgoingNumber", "number that is shown outside", "номер, показываемый снаружи"),
            Texts("OutgoingAllowed", "numbers outside that are allowed", "разрешённые внешние номера"),
            Texts("OutgoingBlocked", "numbers outside that are blocked", "запрещённые внешние номера"),
            List(
                "Tiers", "Order in the queues", "Порядок в очередях",
                new FormField("Queue", FormFieldKind.Queue, "queue", "очередь").Needed(),
                Number("Level", "level", "уровень").Or(1),
                Number("Position", "position", "место").Or(1),
                Number("Weight", "weight", "вес").Or(1))));

    public static FormField Breaks { get; } = List(
        "Breaks", "Breaks", "Перерывы",
        Text("Id", "id", "код").Needed(),
        Text("Name", "name", "название"));

    public static FormField Limits { get; } = Part(
        "Limits", "Пределы",
        Number("LongestBreakSeconds", "longest break, s", "перерыв не дольше, с").Or(Usual.LongestBreak),
        Number("LongestWrapUpSeconds", "longest wrap-up, s", "обработка не дольше, с").Or(Usual.LongestWrapUp),
        Number("LongestDoNotDisturbSeconds", "longest do not disturb, s", "«не беспокоить» не дольше, с").Or(Usual.LongestDoNotDisturb),
        Number("LongestOutsideCallSeconds", "longest call outside, s", "внешний разговор не дольше, с").Or(Usual.LongestOutsideCall),
        Number("LongestPhoneLostSeconds", "a lost telephone is waited for, s", "пропавший телефон ждут, с").Or(Usual.LongestPhoneLost),
        Number("LongestUnheardSeconds", "longest silence of the switch, s", "молчание АТС не дольше, с").Or(Usual.LongestUnheard),
        Number("MostUnanswered", "calls unanswered in a row before a break", "неотвеченных подряд до перерыва"));

    public static FormField Outgoing { get; } = Group(
        "Outgoing", "Outgoing calls", "Исходящие звонки",
        Text("Number", "number that is shown", "показываемый номер"),
        Texts("MayShow", "numbers that may be shown", "номера, которые можно показать"),
        Texts("Allowed", "allowed beginnings of numbers", "разрешённые начала номеров"),
        Texts("Blocked", "blocked beginnings of numbers", "запрещённые начала номеров"),
        Number("RingSeconds", "rings for, s", "звонит, с").Or(UsualOutgoing.RingTime),
        Number("WrapUpSeconds", "wrap-up, s", "обработка, с").Or(UsualOutgoing.WrapUp),
        Flag("Record", "recorded", "записывается", UsualOutgoing.Record),
        Sound("RecordingNotice", "said before it is recorded", "говорится перед записью"),
        Flag("RecordInStereo", "sides apart", "стороны раздельно", null),
        Flag("WhenSignedOut", "also who is signed out", "и тем, кто не на линии", UsualOutgoing.WhenSignedOut),
        Choice<Web3Tel.Speech.Language>("Language", "language", "язык"));

    public static FormField Phone { get; } = Group(
        "Phone", "Service numbers", "Служебные номера",
        Text("Menu", "menu, such as *90", "меню, например *90"),
        Text("DoNotDisturb", "do not disturb", "не беспокоить"),
        Text("Disturb", "disturb again", "снова беспокоить"),
        Text("PauseRecording", "keys that pause the recording", "клавиши паузы записи"),
        Text("ResumeRecording", "keys that resume it", "клавиши продолжения"),
        Choice("Language", "language", "язык", UsualPhone.Language),
        Flag("AskOwnPhone", "a PIN is asked at the own telephone, too", "PIN и на своём телефоне", UsualPhone.AskOwnPhone),
        Number("PinTries", "tries of a PIN", "попыток PIN").Or(UsualPhone.PinTries),
        Number("LockSeconds", "locked for, s", "блокировка, с").Or(UsualPhone.LockTime));
}
