using Web3Tel.Callbacks;
using Web3Tel.Distribution;
using Web3Tel.Server.Recordings;
using Web3Tel.Surveys;
using Web3Tel.Voicemail;
using static Web3Tel.Server.Panel.Forms.FormField;

namespace Web3Tel.Server.Panel.Forms;

/// <summary>What callers meet besides queues: lines, lists, messages, calling back, questions; and how long recordings are kept.</summary>
static class CallerFields
{
    static readonly VoicemailSettings UsualVoicemail = VoicemailSettings.Default;

    static readonly CallbackPrompts UsualCallback = CallbackPrompts.Default;

    static readonly SurveySettings UsualSurvey = new();

    public static FormField Lines { get; } = List(
        "Lines", "Lines", "Линии",
        Text("Number", "number that callers dial", "набираемый номер").Needed().Own(),
        new FormField("Scenario", FormFieldKind.Scenario, "scenario", "сценарий"),
        Choice<Web3Tel.Speech.Language>("Language", "language", "язык"),
        new FormField("TimeZone", FormFieldKind.TimeZone, "time zone", "часовой пояс"),
        new FormField("Calendar", FormFieldKind.Calendar, "calendar", "календарь"),
        Number("PrioritySeconds", "priority, s", "приоритет, с").Or(0),
        new FormField("Skills", FormFieldKind.Skills, "skills that are needed", "обязательные навыки"),
        new FormField("PreferredSkills", FormFieldKind.Skills, "skills that are preferred", "желательные навыки"),
        Number("Channels", "calls at once", "вызовов сразу"),
        Next("WhenBusy", "when it is busy", "если занята"),
        Flag("Record", "recorded", "записывается", null),
        Sound("RecordingNotice", "said before it is recorded", "говорится перед записью"));

    public static FormField Lists { get; } = Group(
        "Callers", "Callers", "Звонящие",
        List(
            "Vip", "Who comes first", "Кто первый",
            Text("Number", "number", "номер").Needed(),
            Number("PrioritySeconds", "priority, s", "приоритет, с").Or(0)),
        Texts("Blocked", "numbers that are not let in, one a line", "номера, которых не пускают, по одному в строке"),
        List(
            "Lists", "Lists for scenarios", "Списки для сценариев",
            Text("Name", "name", "имя").Needed(),
            Texts("Numbers", "numbers, one a line", "номера, по одному в строке")));

    public static FormField Voicemail { get; } = Group(
        "Voicemail", "Mailboxes", "Голосовые ящики",
        List(
            "Lines", "Numbers that lead to a mailbox", "Номера, ведущие в ящик",
            Text("Number", "number", "номер").Needed(),
            new FormField("Mailbox", FormFieldKind.Mailbox, "mailbox", "ящик")),
        List(
            "Emails", "Messages by e-mail", "Сообщения по почте",
            new FormField("Mailbox", FormFieldKind.Mailbox, "mailbox", "ящик").Needed(),
            Texts("To", "addresses, one a line", "адреса, по одному в строке"),
            Choice<Web3Tel.Speech.Language>("Language", "language", "язык")),
        Number("KeepDays", "messages are kept for, days", "сообщения хранятся, дней"),
        Flag("DeleteUnread", "also those nobody has heard", "и непрослушанные", false),
        Flag("DeleteUnsent", "also those whose e-mail was not sent", "и с неотправленным письмом", false),
        List(
            "Keep", "Kept otherwise", "Хранятся иначе",
            new FormField("Mailbox", FormFieldKind.Mailbox, "mailbox", "ящик").Needed(),
            Number("Days", "days", "дней")),
        Part(
            "What callers hear", "Что слышат звонящие",
            Choice("Language", "language", "язык", UsualVoicemail.Language),
            Sound("Greeting", "greeting", "приветствие"),
            Sound("Beep", "beep", "сигнал").Or(UsualVoicemail.Beep),
            Sound("Choices", "choices", "выбор"),
            Sound("TooShort", "too short", "слишком коротко"),
            Sound("Kept", "kept", "сохранено"),
            Sound("Unavailable", "unavailable", "недоступно"),
            Number("LeastSeconds", "shortest message, s", "сообщение не короче, с").Or(UsualVoicemail.Least),
            Number("LongestSeconds", "longest message, s", "сообщение не дольше, с").Or(UsualVoicemail.Longest),
            Number("SilenceSeconds", "silence that ends it, s", "тишина, завершающая запись, с").Or(UsualVoicemail.Silence)),
        Group("Templates", "Words of the e-mail", "Текст письма", Template("English", "in English", "по-английски"), Template("Russian", "in Russian", "по-русски")));

    public static FormField Callback { get; } = Group(
        "Callback", "What is said to be called back", "Что говорится об обратном звонке",
        Choice("Language", "language", "язык", UsualCallback.Language),
        Sound("Offer", "offer", "предложение"),
        Sound("Choices", "choices", "выбор"),
        Sound("Confirm", "confirmation", "подтверждение"),
        Sound("Back", "way back", "возврат"),
        Sound("AskNumber", "question for the number", "вопрос о номере"),
        Sound("WrongNumber", "wrong number", "неверный номер"),
        Sound("Accepted", "accepted", "принято"),
        Sound("AskedAlready", "asked already", "уже заказан"),
        Sound("Unavailable", "unavailable", "недоступно"),
        Flag("OtherNumbers", "another number may be given", "можно назвать другой номер", UsualCallback.OtherNumbers),
        Number("Tries", "tries", "попыток").Or(UsualCallback.Tries),
        Number("PatienceSeconds", "patience, s", "терпение, с").Or(UsualCallback.Patience));

    public static FormField Survey { get; } = Group(
        "Survey", "Question after the conversation", "Вопрос после разговора",
        Choice("Language", "language", "язык", UsualSurvey.Language),
        Sound("Question", "question", "вопрос"),
        Sound("Thanks", "thanks", "благодарность"),
        Number("Best", "best mark", "высшая оценка").Or(UsualSurvey.Best));

    public static FormField Recordings { get; } = Part(
        "Recordings", "Записи",
        Flag("RecordInStereo", "sides apart", "стороны раздельно", false),
        Number("LongestRecordingPauseSeconds", "longest pause, s", "пауза не дольше, с").Or(new Configuration().LongestRecordingPause),
        List(
            "KeepRecordings", "How long recordings are kept", "Сколько хранятся записи",
            new FormField("Queue", FormFieldKind.Queue, "queue", "очередь"),
            Choice("Of", "or", "или", RetentionScope.Queue),
            Number("Days", "days", "дней").Needed()));

    /// <summary>How conversations are judged.</summary>
    public static FormField ScoreCard { get; } = List(
        "ScoreCard", "Score card", "Оценочный лист",
        Text("Id", "id", "код").Needed().Own(),
        Text("Name", "name", "название"),
        Text("RussianName", "name in Russian", "название по-русски"),
        Number("MostPoints", "most points", "баллов не больше").Or(5),
        Number("Weight", "weight", "вес").Or(1),
        Text("Text", "what it is about", "о чём критерий"),
        Text("RussianText", "what it is about, in Russian", "о чём критерий, по-русски"));

    static FormField Template(string key, string english, string russian) => Group(
        key, english, russian,
        Text("Subject", "subject", "тема"),
        new FormField("Text", FormFieldKind.Letter, "text", "текст"));
}
