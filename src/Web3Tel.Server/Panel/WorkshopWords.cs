namespace Web3Tel.Server.Panel;

/// <summary>What the administrator's workshop says, in one language.</summary>
public sealed record WorkshopWords
{
    public static readonly WorkshopWords English = new()
    {
        Scenarios = "Scenarios",
        Configuration = "Configuration",
        ConfigurationHint = "Queues, operators, lines and all the rest that changes while calls run.",
        New = "New scenario",
        NewName = "Name: letters, digits, - and _",
        Begin = "Begin",
        NoneYet = "There are no scenarios yet.",
        NeverPublished = "never published",
        Version = "version {0}",
        Draft = "draft {0}",
        Lines = "lines",
        Text = "The document as JSON",
        Fine = "It can be published. What it changes:",
        NothingNew = "It says what is valid already.",
        Mend = "This is wrong, and it cannot be published:",
        Comment = "Why it is changed",
        Publish = "Publish",
        KeepDraft = "Keep as a draft",
        Published = "Version {0} is valid now.",
        Kept = "The draft is kept.",
        Outrun = "Somebody has published version {0} meanwhile. Compare, and load it before you publish.",
        NotKept = "The disk takes nothing, and nothing has changed: {0}",
        Forbidden = "Sign in again: this account may not change it.",
        Versions = "Versions",
        Valid = "valid",
        IsDraft = "draft",
        TakenOut = "taken out",
        Load = "Load into the editor",
        LoadAsked = "What was typed is lost by it. Load?",
        Compare = "Compare with the valid one",
        GoBack = "Go back to this",
        GoBackAsked = "This becomes valid at once. Go back?",
        Same = "No differences.",
        DifferencesTo = "What version {0} has otherwise than the valid one:",
        Steps = "Steps",
        SeenAbove = "see above",
        NotReached = "Not reached",
        LastGood = "As it was before the mistake in the text.",
        Undo = "Undo",
        Redo = "Redo",
        Start = "Beginning",
        AddHere = "Add a step here",
        NewStep = "A new step here; what was there follows it:",
        LeadTo = "Or lead to a step that is there",
        Nowhere = "nowhere",
        Close = "Close",
        StepName = "Name of the step",
        NameTaken = "Another step has this name.",
        Kind = "What it does",
        Up = "Move up",
        Down = "Move down",
        Remove = "Delete",
        Sound = "sound",
        NewKey = "new key",
        AddKey = "Add key",
        IsNew = "new",
        IsChanged = "changed",
        NewSteps = "New steps:",
        ChangedSteps = "Changed steps:",
        GoneSteps = "Steps taken out:",
        Restored = "What was typed before is back.",
        Unkept = "While a PIN or a password stands in the text, or it cannot be read, this window does not keep it: a reload loses what was typed since.",
        OfScenario = "Language, operator, opening hours",
        Language = "language",
        OperatorStep = "step of the key 0 in menus",
        NewCalendar = "new calendar",
        AddCalendar = "Add calendar",
        Calendar = "Calendar",
        TimeZone = "time zone, if not the line's",
        Week = "week: monday-friday 09:00-13:00, 14:00-18:00",
        Holidays = "closed each year, such as 01-07",
        Days = "days with their own hours: 2026-12-31 09:00-12:00; none is closed",
        WrongHours = "Not understood, and not taken: {0}",
    };

    public static readonly WorkshopWords Russian = new()
    {
        Scenarios = "Сценарии",
        Configuration = "Конфигурация",
        ConfigurationHint = "Очереди, операторы, линии и всё остальное, что меняется на ходу.",
        New = "Новый сценарий",
        NewName = "Имя: латинские буквы, цифры, - и _",
        Begin = "Начать",
        NoneYet = "Сценариев пока нет.",
        NeverPublished = "не опубликован",
        Version = "версия {0}",
        Draft = "черновик {0}",
        Lines = "линии",
        Text = "Документ в JSON",
        Fine = "Можно публиковать. Что изменится:",
        NothingNew = "Совпадает с тем, что действует.",
        Mend = "Так опубликовать нельзя, ошибки:",
        Comment = "Зачем изменение",
        Publish = "Опубликовать",
        KeepDraft = "Сохранить черновик",
        Published = "Теперь действует версия {0}.",
        Kept = "Черновик сохранён.",
        Outrun = "Тем временем опубликована версия {0}. Сравните и загрузите её, прежде чем публиковать.",
        NotKept = "Диск не принимает данные, ничего не изменилось: {0}",
        Forbidden = "Войдите снова: этой учётной записи менять нельзя.",
        Versions = "Версии",
        Valid = "действует",
        IsDraft = "черновик",
        TakenOut = "снят",
        Load = "Загрузить в редактор",
        LoadAsked = "Набранное пропадёт. Загрузить?",
        Compare = "Сравнить с действующей",
        GoBack = "Вернуться к этой",
        GoBackAsked = "Она сразу станет действующей. Вернуться?",
        Same = "Отличий нет.",
        DifferencesTo = "Чем версия {0} отличается от действующей:",
        Steps = "Шаги",
        SeenAbove = "см. выше",
        NotReached = "Недостижимы",
        LastGood = "Так было до ошибки в тексте.",
        Undo = "Отменить",
        Redo = "Вернуть",
        Start = "Начало",
        AddHere = "Добавить шаг здесь",
        NewStep = "Новый шаг здесь, прежний пойдёт за ним:",
        LeadTo = "Или вести к имеющемуся шагу",
        Nowhere = "никуда",
        Close = "Закрыть",
        StepName = "Имя шага",
        NameTaken = "Такой шаг уже есть.",
        Kind = "Что делает",
        Up = "Выше",
        Down = "Ниже",
        Remove = "Удалить",
        Sound = "звук",
        NewKey = "новая клавиша",
        AddKey = "Добавить клавишу",
        IsNew = "новый",
        IsChanged = "изменён",
        NewSteps = "Новые шаги:",
        ChangedSteps = "Изменённые шаги:",
        GoneSteps = "Убранные шаги:",
        Restored = "Набранное раньше восстановлено.",
        Unkept = "Пока в тексте есть PIN или пароль или его нельзя прочитать, это окно его не хранит: перезагрузка страницы потеряет набранное с тех пор.",
        OfScenario = "Язык, оператор, часы работы",
        Language = "язык",
        OperatorStep = "шаг клавиши 0 в меню",
        NewCalendar = "новый календарь",
        AddCalendar = "Добавить календарь",
        Calendar = "Календарь",
        TimeZone = "часовой пояс, если не линии",
        Week = "неделя: monday-friday 09:00-13:00, 14:00-18:00",
        Holidays = "закрыто каждый год, например 01-07",
        Days = "дни с особыми часами: 2026-12-31 09:00-12:00; без часов закрыто",
        WrongHours = "Непонятно и не принято: {0}",
    };

    public required string Scenarios { get; init; }

    public required string Configuration { get; init; }

    public required string ConfigurationHint { get; init; }

    public required string New { get; init; }

    public required string NewName { get; init; }

    public required string Begin { get; init; }

    public required string NoneYet { get; init; }

    public required string NeverPublished { get; init; }

    /// <summary>Takes the number.</summary>
    public required string Version { get; init; }

    /// <summary>Takes the number.</summary>
    public required string Draft { get; init; }

    public required string Lines { get; init; }

    public required string Text { get; init; }

    public required string Fine { get; init; }

    public required string NothingNew { get; init; }

    public required string Mend { get; init; }

    public required string Comment { get; init; }

    public required string Publish { get; init; }

    public required string KeepDraft { get; init; }

    /// <summary>Takes the number.</summary>
    public required string Published { get; init; }

    public required string Kept { get; init; }

    /// <summary>Takes the number.</summary>
    public required string Outrun { get; init; }

    /// <summary>Takes why.</summary>
    public required string NotKept { get; init; }

    public required string Forbidden { get; init; }

    public required string Versions { get; init; }

    public required string Valid { get; init; }

    public required string IsDraft { get; init; }

    public required string TakenOut { get; init; }

    public required string Load { get; init; }

    public required string LoadAsked { get; init; }

    public required string Compare { get; init; }

    public required string GoBack { get; init; }

    public required string GoBackAsked { get; init; }

    public required string Same { get; init; }

    /// <summary>Takes the number.</summary>
    public required string DifferencesTo { get; init; }

    public required string Steps { get; init; }

    public required string SeenAbove { get; init; }

    public required string NotReached { get; init; }

    public required string LastGood { get; init; }

    public required string Undo { get; init; }

    public required string Redo { get; init; }

    public required string Start { get; init; }

    public required string AddHere { get; init; }

    public required string NewStep { get; init; }

    public required string LeadTo { get; init; }

    public required string Nowhere { get; init; }

    public required string Close { get; init; }

    public required string StepName { get; init; }

    public required string NameTaken { get; init; }

    public required string Kind { get; init; }

    public required string Up { get; init; }

    public required string Down { get; init; }

    public required string Remove { get; init; }

    public required string Sound { get; init; }

    public required string NewKey { get; init; }

    public required string AddKey { get; init; }

    public required string IsNew { get; init; }

    public required string IsChanged { get; init; }

    public required string NewSteps { get; init; }

    public required string ChangedSteps { get; init; }

    public required string GoneSteps { get; init; }

    public required string Restored { get; init; }

    public required string Unkept { get; init; }

    public required string OfScenario { get; init; }

    public required string Language { get; init; }

    public required string OperatorStep { get; init; }

    public required string NewCalendar { get; init; }

    public required string AddCalendar { get; init; }

    public required string Calendar { get; init; }

    public required string TimeZone { get; init; }

    public required string Week { get; init; }

    public required string Holidays { get; init; }

    public required string Days { get; init; }

    /// <summary>Takes the line.</summary>
    public required string WrongHours { get; init; }

    public static WorkshopWords In(string language) => language == Panel.Language.Russian ? Russian : English;
}
