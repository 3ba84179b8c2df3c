namespace Web3Tel.Server.Panel;

/// <summary>What the forms of the configuration say, in one language.</summary>
public sealed record FormWords
{
    public static readonly FormWords English = new()
    {
        Title = "Forms",
        Add = "Add",
        Copy = "Copy",
        Remove = "Delete",
        Up = "Move up",
        Down = "Move down",
        None = "There are none yet.",
        Nameless = "without a name",
        UsedBy = "It cannot be deleted while it stands in: {0}. Take it out there first.",
        Yes = "yes",
        No = "no",
        Usual = "as usual: {0}",
        Unset = "not set",
        AllQueues = "None ticked: all queues.",
        SecretNone = "there is none",
        SecretKept = "there is one",
        SecretNew = "a new one, when it is published",
        SecretTyped = "{0}: type a new one",
        Withdraw = "Take away",
        Make = "Make one",
        Made = "The password of the telephone, shown only now:",
        WrongPin = "A PIN has {0} to {1} digits.",
        WrongPassword = "Give at least {0} characters.",
        NoId = "Give the number first: the password belongs to it.",
        NoDirectory = "FreeSWITCH does not ask for telephones' passwords here: set Directory:Token (docs/install.md).",
        Domain = "Registers as {0}.",
        Gateways = "Gateways to providers",
        GatewaysHint = "As FreeSWITCH has them at this moment. They are set up in its files: sip_profiles/external and vars.xml.",
        NoGateways = "There are none.",
        NotAsked = "FreeSWITCH cannot be asked.",
        GatewayWell = "well",
        GatewayNotRegistered = "not registered with the provider",
        GatewayDown = "the provider does not answer",
        Outrun = "{1} has published version {0} meanwhile. What it changes:",
        OutrunHint = "What you typed is still here and undoes nothing. Load version {0} below and do it again, or compare first.",
    };

    public static readonly FormWords Russian = new()
    {
        Title = "Формы",
        Add = "Добавить",
        Copy = "Копировать",
        Remove = "Удалить",
        Up = "Выше",
        Down = "Ниже",
        None = "Пока нет.",
        Nameless = "без имени",
        UsedBy = "Удалить нельзя, пока указано здесь: {0}. Сначала уберите оттуда.",
        Yes = "да",
        No = "нет",
        Usual = "обычно: {0}",
        Unset = "не задано",
        AllQueues = "Ничего не отмечено — все очереди.",
        SecretNone = "нет",
        SecretKept = "есть",
        SecretNew = "новый, после публикации",
        SecretTyped = "{0}: введите новый",
        Withdraw = "Убрать",
        Make = "Создать",
        Made = "Пароль телефона, виден только сейчас:",
        WrongPin = "В PIN от {0} до {1} цифр.",
        WrongPassword = "Нужно не меньше {0} знаков.",
        NoId = "Сначала задайте номер: пароль относится к нему.",
        NoDirectory = "FreeSWITCH здесь не спрашивает пароли телефонов: задайте Directory:Token (docs/install.md).",
        Domain = "Регистрируется как {0}.",
        Gateways = "Шлюзы к провайдерам",
        GatewaysHint = "Какими их сейчас видит FreeSWITCH. Настраиваются в его файлах: sip_profiles/external и vars.xml.",
        NoGateways = "Их нет.",
        NotAsked = "FreeSWITCH не отвечает.",
        GatewayWell = "работает",
        GatewayNotRegistered = "не зарегистрирован у провайдера",
        GatewayDown = "провайдер не отвечает",
        Outrun = "Тем временем {1} публикует версию {0}. Что она меняет:",
        OutrunHint = "Набранное здесь осталось и ничего не отменяет. Загрузите версию {0} ниже и повторите или сначала сравните.",
    };

    public required string Title { get; init; }

    public required string Add { get; init; }

    public required string Copy { get; init; }

    public required string Remove { get; init; }

    public required string Up { get; init; }

    public required string Down { get; init; }

    public required string None { get; init; }

    public required string Nameless { get; init; }

    /// <summary>Takes the places.</summary>
    public required string UsedBy { get; init; }

    public required string Yes { get; init; }

    public required string No { get; init; }

    /// <summary>Takes what counts when it is left out.</summary>
    public required string Usual { get; init; }

    public required string Unset { get; init; }

    public required string AllQueues { get; init; }

    public required string SecretNone { get; init; }

    public required string SecretKept { get; init; }

    public required string SecretNew { get; init; }

    /// <summary>Takes what it is.</summary>
    public required string SecretTyped { get; init; }

    public required string Withdraw { get; init; }

    public required string Make { get; init; }

    public required string Made { get; init; }

    /// <summary>Takes the least and the most digits.</summary>
    public required string WrongPin { get; init; }

    /// <summary>Takes the least length.</summary>
    public required string WrongPassword { get; init; }

    public required string NoId { get; init; }

    public required string NoDirectory { get; init; }

    /// <summary>Takes number and domain.</summary>
    public required string Domain { get; init; }

    public required string Gateways { get; init; }

    public required string GatewaysHint { get; init; }

    public required string NoGateways { get; init; }

    public required string NotAsked { get; init; }

    public required string GatewayWell { get; init; }

    public required string GatewayNotRegistered { get; init; }

    public required string GatewayDown { get; init; }

    /// <summary>Takes the number and who published it.</summary>
    public required string Outrun { get; init; }

    /// <summary>Takes the number.</summary>
    public required string OutrunHint { get; init; }

    public static FormWords In(string language) => language == Language.Russian ? Russian : English;
}
