namespace Web3Tel.Server.Panel;

/// <summary>What the page of one's own account says, in one language.</summary>
public sealed record OwnWords
{
    public static readonly OwnWords English = new()
    {
        Title = "My account",
        Old = "Password now",
        New = "New password",
        Again = "New password again",
        ChangePassword = "Change password",
        Ends = "Sessions elsewhere end by it.",
        Wrong = "The password is wrong.",
        Second = "Codes from an app",
        SecondHint = "Besides the password, sign-in then asks for a code that an app on your telephone shows (TOTP).",
        Secret = "Put this key into the app; it is shown this once only:",
        OpenApp = "Open the app on this device",
        Code = "Code from the app",
        CodeIfAny = "Code from the app, if you use one",
        WrongCode = "The code is wrong. Is the clock of the telephone right? The key is another one now.",
        TurnOn = "Ask for codes from now on",
        IsOn = "Sign-in asks for a code. Who has lost the app is let in by an administrator, who takes this away.",
        TurnOff = "Ask for no codes any more",
        Withdraw = "Ask for no code",
        NoAccount = "Nobody has to sign in here: there is no account to change.",
    };

    public static readonly OwnWords Russian = new()
    {
        Title = "Моя учётная запись",
        Old = "Пароль сейчас",
        New = "Новый пароль",
        Again = "Новый пароль ещё раз",
        ChangePassword = "Сменить пароль",
        Ends = "Сеансы в других местах при этом закончатся.",
        Wrong = "Пароль неверен.",
        Second = "Коды из приложения",
        SecondHint = "Тогда при входе кроме пароля нужен код, который показывает приложение на телефоне (TOTP).",
        Secret = "Введите этот ключ в приложение; он показывается только сейчас:",
        OpenApp = "Открыть приложение на этом устройстве",
        Code = "Код из приложения",
        CodeIfAny = "Код из приложения, если пользуетесь",
        WrongCode = "Код неверен. Верны ли часы телефона? Ключ теперь другой.",
        TurnOn = "Спрашивать коды с этого момента",
        IsOn = "Вход запрашивает код. Если приложение потеряно, администратор отключит этот запрос.",
        TurnOff = "Больше не спрашивать коды",
        Withdraw = "Не спрашивать код",
        NoAccount = "Здесь никто не входит: менять нечего.",
    };

    public required string Title { get; init; }

    public required string Old { get; init; }

    public required string New { get; init; }

    public required string Again { get; init; }

    public required string ChangePassword { get; init; }

    public required string Ends { get; init; }

    public required string Wrong { get; init; }

    public required string Second { get; init; }

    public required string SecondHint { get; init; }

    public required string Secret { get; init; }

    public required string OpenApp { get; init; }

    public required string Code { get; init; }

    public required string CodeIfAny { get; init; }

    public required string WrongCode { get; init; }

    public required string TurnOn { get; init; }

    public required string IsOn { get; init; }

    public required string TurnOff { get; init; }

    public required string Withdraw { get; init; }

    public required string NoAccount { get; init; }

    public static OwnWords In(string language) => language == Language.Russian ? Russian : English;
}
