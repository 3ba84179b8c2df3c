using Web3Tel.Server.Accounts;

namespace Web3Tel.Server.Panel;

/// <summary>What the pages of signing in and of accounts say, in one language.</summary>
public sealed record AccountWords
{
    public static readonly AccountWords English = new()
    {
        SignIn = "Sign in",
        SignOut = "Sign out",
        Name = "Name",
        Password = "Password",
        PasswordAgain = "Password again",
        NotLetIn = "The name or the password is wrong.",
        Locked = "Too many wrong attempts. Wait five minutes, then try again.",
        NotTheSame = "The two passwords differ.",
        First = "The first administrator",
        FirstHint = "This link works once. From then on everybody has to sign in, programs with a token.",
        FirstGone = "This link does not work any more: there is an administrator, or the service was restarted and has printed another link.",
        Make = "Make",
        Accounts = "Accounts",
        Role = "Role",
        Operator = "Operator",
        NoOperator = "none",
        Queues = "Queues (none chosen: all)",
        NewAccount = "New account",
        Disable = "Disable",
        Enable = "Let in again",
        Disabled = "disabled",
        NewPassword = "New password",
        Change = "Change",
        Tokens = "Tokens of programs",
        NewToken = "New token",
        Days = "Valid for, days",
        Expires = "Valid until",
        Revoke = "Revoke",
        Secret = "The token is shown this once only. Copy it now:",
        NoTokens = "There are no tokens.",
        Open = "No sign-in",
        OpenHint = "There are no accounts: whoever reaches this machine may do everything.",
        Desk = "Desk",
        Done = "Done.",
        OfRole = role => role switch
        {
            Server.Accounts.Role.Operator => "Operator",
            Server.Accounts.Role.Supervisor => "Supervisor",
            Server.Accounts.Role.Administrator => "Administrator",
        },
        OfFault = fault => fault switch
        {
            AccountFault.NameUnfit => "A name has 1 to 64 letters, digits or . _ - @",
            AccountFault.NameTaken => "That name is taken.",
            AccountFault.PasswordTooShort => "A password has 10 to 200 characters.",
            AccountFault.PasswordIsName => "The password must not be the name.",
            AccountFault.NoSuchOperator => "There is no such operator.",
            AccountFault.NoSuchQueue => "There is no such queue.",
            AccountFault.OperatorMissing => "Choose which operator the account belongs to.",
            AccountFault.LastAdministrator => "This is the last administrator: make another one first.",
            AccountFault.NotThere => "It is not there any more.",
            AccountFault.DiskTakesNothing => "The disk takes nothing: nothing has changed. Free or mend it, and try again.",
            AccountFault.AlreadyBegun => "There is an administrator already.",
        },
    };

    public static readonly AccountWords Russian = new()
    {
        SignIn = "Вход",
        SignOut = "Выйти",
        Name = "Имя",
        Password = "Пароль",
        PasswordAgain = "Пароль ещё раз",
        NotLetIn = "Неверное имя или пароль.",
        Locked = "Слишком много неверных попыток. Подождите пять минут и попробуйте снова.",
        NotTheSame = "Пароли не совпадают.",
        First = "Первый администратор",
        FirstHint = "Ссылка действует один раз. После этого всем нужно входить, а программам — предъявлять токен.",
        FirstGone = "Ссылка больше не действует: администратор уже есть, или служба была перезапущена и вывела новую ссылку.",
        Make = "Создать",
        Accounts = "Учётные записи",
        Role = "Роль",
        Operator = "Оператор",
        NoOperator = "нет",
        Queues = "Очереди (не выбрано — все)",
        NewAccount = "Новая учётная запись",
        Disable = "Отключить",
        Enable = "Снова пускать",
        Disabled = "отключена",
        NewPassword = "Новый пароль",
        Change = "Изменить",
        Tokens = "Токены программ",
        NewToken = "Новый токен",
        Days = "Действует, дней",
        Expires = "Действует до",
        Revoke = "Отозвать",
        Secret = "Токен показывается только один раз. Скопируйте его сейчас:",
        NoTokens = "Токенов нет.",
        Open = "Без входа",
        OpenHint = "Учётных записей нет: кто имеет доступ к этой машине, может всё.",
        Desk = "Рабочее место",
        Done = "Готово.",
        OfRole = role => role switch
        {
            Server.Accounts.Role.Operator => "Оператор",
            Server.Accounts.Role.Supervisor => "Супервизор",
            Server.Accounts.Role.Administrator => "Администратор",
        },
        OfFault = fault => fault switch
        {
            AccountFault.NameUnfit => "Имя — от 1 до 64 букв, цифр или . _ - @",
            AccountFault.NameTaken => "Имя занято.",
            AccountFault.PasswordTooShort => "В пароле должно быть от 10 до 200 знаков.",
            AccountFault.PasswordIsName => "Пароль не должен совпадать с именем.",
            AccountFault.NoSuchOperator => "Такого оператора нет.",
            AccountFault.NoSuchQueue => "Такой очереди нет.",
            AccountFault.OperatorMissing => "Выберите, какому оператору принадлежит запись.",
            AccountFault.LastAdministrator => "Это последний администратор: сначала создайте другого.",
            AccountFault.NotThere => "Этого уже нет.",
            AccountFault.DiskTakesNothing => "Диск не принимает данные: ничего не изменилось. Освободите место или почините диск и повторите.",
            AccountFault.AlreadyBegun => "Администратор уже есть.",
        },
    };

    public required string SignIn { get; init; }

    public required string SignOut { get; init; }

    public required string Name { get; init; }

    public required string Password { get; init; }

    public required string PasswordAgain { get; init; }

    public required string NotLetIn { get; init; }

    public required string Locked { get; init; }

    public required string NotTheSame { get; init; }

    public required string First { get; init; }

    public required string FirstHint { get; init; }

    public required string FirstGone { get; init; }

    public required string Make { get; init; }

    public required string Accounts { get; init; }

    public required string Role { get; init; }

    public required string Operator { get; init; }

    public required string NoOperator { get; init; }

    public required string Queues { get; init; }

    public required string NewAccount { get; init; }

    public required string Disable { get; init; }

    public required string Enable { get; init; }

    public required string Disabled { get; init; }

    public required string NewPassword { get; init; }

    public required string Change { get; init; }

    public required string Tokens { get; init; }

    public required string NewToken { get; init; }

    public required string Days { get; init; }

    public required string Expires { get; init; }

    public required string Revoke { get; init; }

    public required string Secret { get; init; }

    public required string NoTokens { get; init; }

    public required string Open { get; init; }

    public required string OpenHint { get; init; }

    public required string Desk { get; init; }

    public required string Done { get; init; }

    public required Func<Role, string> OfRole { get; init; }

    public required Func<AccountFault, string> OfFault { get; init; }

    public static AccountWords In(string language) => language == Language.Russian ? Russian : English;
}
