namespace Web3Tel.Server.Panel;

/// <summary>What the page of prompts says, in one language.</summary>
public sealed record PromptWords
{
    public static readonly PromptWords English = new()
    {
        Title = "Prompts",
        None = "There are no prompts yet.",
        Recorded = "recorded, {0} s",
        Spoken = "spoken by its text",
        Lost = "the recording is missing: the text is spoken",
        Used = "Where: {0}",
        Unused = "used nowhere",
        CannotDelete = "While it is used it cannot be deleted.",
        Change = "Change",
        Delete = "Delete",
        DeleteAsked = "Really delete?",
        New = "New prompt, or another recording of one",
        Name = "name",
        Text = "what it says",
        Language = "language",
        ByLetters = "by its letters",
        Source = "What callers hear",
        FromText = "the text, spoken",
        FromFile = "a file, WAV or MP3",
        FromMicrophone = "recorded now",
        File = "file",
        Record = "Record",
        Stop = "Stop",
        Recording = "Recording …",
        Taken = "Recorded: {0} s. Hear it, save it, or record it again.",
        Hear = "Hear",
        Quiet = "Stop playing",
        Save = "Save",
        Saved = "The prompt {0} is saved.",
        Deleted = "The prompt {0} is deleted.",
        NoMicrophone = "The browser gives no microphone here: allow it, or open the panel by HTTPS or on this machine.",
        NoSound = "Choose a file or record something first.",
        NoText = "Write down what it says first.",
        WrongName = "The name: letters, digits, dots, - and _, beginning with a letter or digit.",
        Wrong = "The words or the name will not do.",
        TooLarge = "It is too large or too long.",
        NotASound = "It is neither a WAV nor an MP3 that can be read.",
        NoConverter = "This machine cannot convert it: install sox.",
        NoRoom = "The disk takes nothing, and nothing has changed.",
        InUse = "It is in use, or cannot be spoken here.",
        Failed = "It did not work. Sign in again, and try once more.",
    };

    public static readonly PromptWords Russian = new()
    {
        Title = "Подсказки",
        None = "Подсказок пока нет.",
        Recorded = "записана, {0} с",
        Spoken = "произносится по тексту",
        Lost = "запись пропала: произносится текст",
        Used = "Где: {0}",
        Unused = "нигде не используется",
        CannotDelete = "Пока она используется, удалить её нельзя.",
        Change = "Изменить",
        Delete = "Удалить",
        DeleteAsked = "Точно удалить?",
        New = "Новая подсказка или другая запись прежней",
        Name = "имя",
        Text = "что она говорит",
        Language = "язык",
        ByLetters = "по буквам",
        Source = "Что слышат звонящие",
        FromText = "текст, голосом программы",
        FromFile = "файл WAV или MP3",
        FromMicrophone = "записать сейчас",
        File = "файл",
        Record = "Записать",
        Stop = "Стоп",
        Recording = "Идёт запись…",
        Taken = "Записано: {0} с. Прослушайте, сохраните или запишите ещё раз.",
        Hear = "Прослушать",
        Quiet = "Остановить",
        Save = "Сохранить",
        Saved = "Подсказка {0} сохранена.",
        Deleted = "Подсказка {0} удалена.",
        NoMicrophone = "Браузер не даёт микрофон: разрешите его или откройте панель по HTTPS или на этой машине.",
        NoSound = "Сначала выберите файл или запишите что-нибудь.",
        NoText = "Сначала напишите, что она говорит.",
        WrongName = "Имя: латинские буквы, цифры, точки, - и _, первая — буква или цифра.",
        Wrong = "Слова или имя не годятся.",
        TooLarge = "Слишком большая или слишком длинная.",
        NotASound = "Это не WAV и не MP3, которые можно прочитать.",
        NoConverter = "Эта машина не может её преобразовать: установите sox.",
        NoRoom = "Диск не принимает данные, ничего не изменилось.",
        InUse = "Она используется, или здесь её не произнести.",
        Failed = "Не получилось. Войдите снова и повторите.",
    };

    public required string Title { get; init; }

    public required string None { get; init; }

    /// <summary>Takes the seconds.</summary>
    public required string Recorded { get; init; }

    public required string Spoken { get; init; }

    public required string Lost { get; init; }

    /// <summary>Takes the places.</summary>
    public required string Used { get; init; }

    public required string Unused { get; init; }

    public required string CannotDelete { get; init; }

    public required string Change { get; init; }

    public required string Delete { get; init; }

    public required string DeleteAsked { get; init; }

    public required string New { get; init; }

    public required string Name { get; init; }

    public required string Text { get; init; }

    public required string Language { get; init; }

    public required string ByLetters { get; init; }

    public required string Source { get; init; }

    public required string FromText { get; init; }

    public required string FromFile { get; init; }

    public required string FromMicrophone { get; init; }

    public required string File { get; init; }

    public required string Record { get; init; }

    public required string Stop { get; init; }

    public required string Recording { get; init; }

    /// <summary>Takes the seconds.</summary>
    public required string Taken { get; init; }

    public required string Hear { get; init; }

    public required string Quiet { get; init; }

    public required string Save { get; init; }

    /// <summary>Takes the name.</summary>
    public required string Saved { get; init; }

    /// <summary>Takes the name.</summary>
    public required string Deleted { get; init; }

    public required string NoMicrophone { get; init; }

    public required string NoSound { get; init; }

    public required string NoText { get; init; }

    public required string WrongName { get; init; }

    public required string Wrong { get; init; }

    public required string TooLarge { get; init; }

    public required string NotASound { get; init; }

    public required string NoConverter { get; init; }

    public required string NoRoom { get; init; }

    public required string InUse { get; init; }

    public required string Failed { get; init; }

    public static PromptWords In(string language) => language == Panel.Language.Russian ? Russian : English;
}
