using System.Collections.Immutable;

namespace Web3Tel.Server.Panel;

/// <summary>What the telephone in the browser says, in one language.</summary>
public sealed record TelephoneWords
{
    public static readonly TelephoneWords English = new()
    {
        Telephone = "Telephone",
        Answer = "Answer",
        HangUp = "Hang up",
        Mute = "Mute",
        Hold = "Hold",
        HoldHint = "For calls that are not from a queue: callers of a queue hear music by the button above.",
        TakeHere = "Use it here",
        Number = "Number",
        Call = "Call",
        Redial = "Redial",
        Keypad = "Keys",
        Devices = "Devices",
        OwnDevice = "As the machine is set",
        Microphone = "Microphone",
        Speaker = "Voice is heard in",
        Ringer = "Rings in",
        Test = "Test the microphone",
        Loudness = "Loudness",
        Notify = "Notify me of calls",
        Away = "Not connected: it is tried again by itself.",
        IsReady = "Ready",
        Elsewhere = "Another page has the telephone.",
        Refused = "The switch does not know this telephone: ask an administrator.",
        Ringing = "Rings",
        Dialling = "Calling",
        Talking = "Talking",
        Rings = "A call rings",
        NeedsHttps = "The browser lets a page hear the microphone over HTTPS only, and on the machine itself.",
        NoMicrophone = "The browser may not hear the microphone: allow it beside the page's address.",
        Lost = "That did not work: the connection was lost.",
    };

    public static readonly TelephoneWords Russian = new()
    {
        Telephone = "Телефон",
        Answer = "Ответить",
        HangUp = "Положить трубку",
        Mute = "Выключить микрофон",
        Hold = "На удержание",
        HoldHint = "Для вызовов не из очереди: музыку вызывающему из очереди включает кнопка выше.",
        TakeHere = "Использовать здесь",
        Number = "Номер",
        Call = "Позвонить",
        Redial = "Повторить",
        Keypad = "Клавиши",
        Devices = "Устройства",
        OwnDevice = "Как настроено на компьютере",
        Microphone = "Микрофон",
        Speaker = "Голос слышен в",
        Ringer = "Звонок слышен в",
        Test = "Проверить микрофон",
        Loudness = "Громкость",
        Notify = "Уведомлять о вызовах",
        Away = "Нет связи: соединение восстановится само.",
        IsReady = "Готов",
        Elsewhere = "Телефон открыт на другой странице.",
        Refused = "Телефонная станция не знает этого телефона: обратитесь к администратору.",
        Ringing = "Звонит",
        Dialling = "Набор",
        Talking = "Разговор",
        Rings = "Входящий вызов",
        NeedsHttps = "Браузер даёт странице микрофон только по HTTPS или на самом компьютере.",
        NoMicrophone = "Браузеру нельзя слышать микрофон: разрешите это рядом с адресом страницы.",
        Lost = "Не получилось: связь прервалась.",
    };

    public required string Telephone { get; init; }

    public required string Answer { get; init; }

    public required string HangUp { get; init; }

    public required string Mute { get; init; }

    public required string Hold { get; init; }

    public required string HoldHint { get; init; }

    public required string TakeHere { get; init; }

    public required string Number { get; init; }

    public required string Call { get; init; }

    public required string Redial { get; init; }

    public required string Keypad { get; init; }

    public required string Devices { get; init; }

    public required string OwnDevice { get; init; }

    public required string Microphone { get; init; }

    public required string Speaker { get; init; }

    public required string Ringer { get; init; }

    public required string Test { get; init; }

    public required string Loudness { get; init; }

    public required string Notify { get; init; }

    public required string Away { get; init; }

    public required string IsReady { get; init; }

    public required string Elsewhere { get; init; }

    public required string Refused { get; init; }

    public required string Ringing { get; init; }

    public required string Dialling { get; init; }

    public required string Talking { get; init; }

    /// <summary>The title of a notification.</summary>
    public required string Rings { get; init; }

    public required string NeedsHttps { get; init; }

    public required string NoMicrophone { get; init; }

    public required string Lost { get; init; }

    /// <summary>What the module itself says, by the names it knows.</summary>
    public ImmutableDictionary<string, string> Spoken => ImmutableDictionary<string, string>.Empty
        .Add("away", Away).Add("ready", IsReady).Add("elsewhere", Elsewhere).Add("refused", Refused)
        .Add("ringing", Ringing).Add("dialling", Dialling).Add("talking", Talking).Add("rings", Rings)
        .Add("needsHttps", NeedsHttps).Add("noMicrophone", NoMicrophone).Add("lost", Lost);

    /// <summary>The choices of devices: which one, and what it is called.</summary>
    public ImmutableArray<(string Place, string Name)> Places => [("microphone", Microphone), ("speaker", Speaker), ("ringer", Ringer)];

    public static TelephoneWords In(string language) => language == Language.Russian ? Russian : English;
}
