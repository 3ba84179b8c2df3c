namespace Web3Tel.Server.Panel;

/// <summary>What the page of the whole set-up says, in one language.</summary>
public sealed record SetUpWords
{
    public static readonly SetUpWords English = new()
    {
        Title = "Set-up",
        Export = "Take the whole set-up away",
        ExportHint = "One file with the configuration, all scenarios that are published, and the prompts.",
        LeftOut = "Not in it: PINs and passwords of telephones, accounts and tokens, what is read at the start of the service (connections, passwords, folders, mail server), recordings, messages and reports, drafts and earlier versions.",
        Download = "Download the file",
        Import = "Bring a set-up in",
        ImportHint = "It is looked at first, and nothing changes by that. Scenarios and prompts that are not in the file stay.",
        File = "file",
        Look = "Look at it",
        Publish = "Publish it",
        Comment = "Why",
        Changes = "It can be published. What it changes:",
        Same = "It says what is valid already.",
        Notes = "Besides:",
        Wrong = "This is wrong with it, and nothing has changed:",
        Published = "The set-up is valid now.",
        NoFile = "Choose a file first.",
        Looking = "Looking …",
        Failed = "It did not work. Sign in again, and try once more.",
    };

    public static readonly SetUpWords Russian = new()
    {
        Title = "Выгрузка",
        Export = "Выгрузить всё",
        ExportHint = "Один файл: конфигурация, все опубликованные сценарии и подсказки.",
        LeftOut = "В нём нет: PIN и паролей телефонов, учётных записей и токенов, того, что читается при запуске службы (соединения, пароли, папки, почтовый сервер), записей, сообщений и отчётов, черновиков и прежних версий.",
        Download = "Скачать файл",
        Import = "Загрузить выгрузку",
        ImportHint = "Сначала файл только проверяется, ничего не меняя. Сценарии и подсказки, которых в файле нет, остаются.",
        File = "файл",
        Look = "Проверить",
        Publish = "Опубликовать",
        Comment = "Зачем",
        Changes = "Можно публиковать. Что изменится:",
        Same = "Совпадает с тем, что действует.",
        Notes = "Кроме того:",
        Wrong = "Вот что в нём не так, ничего не изменилось:",
        Published = "Теперь действует это.",
        NoFile = "Сначала выберите файл.",
        Looking = "Проверяется…",
        Failed = "Не получилось. Войдите снова и повторите.",
    };

    public required string Title { get; init; }

    public required string Export { get; init; }

    public required string ExportHint { get; init; }

    public required string LeftOut { get; init; }

    public required string Download { get; init; }

    public required string Import { get; init; }

    public required string ImportHint { get; init; }

    public required string File { get; init; }

    public required string Look { get; init; }

    public required string Publish { get; init; }

    public required string Comment { get; init; }

    public required string Changes { get; init; }

    public required string Same { get; init; }

    public required string Notes { get; init; }

    public required string Wrong { get; init; }

    public required string Published { get; init; }

    public required string NoFile { get; init; }

    public required string Looking { get; init; }

    public required string Failed { get; init; }

    public static SetUpWords In(string language) => language == Language.Russian ? Russian : English;
}
