using Web3Tel.Server.Mail;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Panel;

/// <summary>What the page of the e-mail settings says, in one language.</summary>
public sealed record MailWords
{
    public static readonly MailWords English = new()
    {
        Title = "E-mail",
        InForce = "Settings in force",
        Hint = "They are read when the service starts: a change counts after a restart. The password is never shown.",
        NotSet = "No mail server is set: no e-mails are sent, and none are kept to be sent later. Set at least these two, and start the service again:",
        Setting = "Setting",
        Value = "Value",
        From = "Set by",
        Server = "Mail server",
        Port = "Port",
        Protection = "Protection",
        User = "User name",
        Password = "Password",
        PasswordSet = "set",
        None = "none",
        Sender = "Sender",
        Trusted = "Trusted besides the machine's: certificates",
        GiveUp = "Tried for, hours",
        Longest = "An attempt at most, seconds",
        Keep = "Remembered, days",
        Outbox = "E-mails: {0} wait, {1} failed, {2} were sent.",
        Test = "Send a test e-mail",
        TestHint = "It goes at once, past the e-mails that wait. An answer may take half a minute.",
        To = "To the address",
        Send = "Send",
        NoAddress = "Give one e-mail address, such as you@example.com.",
        Accepted = "The mail server has accepted it. If it does not arrive, look among the spam.",
        OfSecurity = security => security switch
        {
            MailSecurity.StartTls => "STARTTLS, or nothing is sent",
            MailSecurity.StartTlsIfOffered => "STARTTLS where the server offers it",
            MailSecurity.Tls => "TLS from the first byte",
            MailSecurity.None => "none: in the clear",
        },
        OfOrigin = origin => origin switch
        {
            SettingOrigin.Default => "nobody: the default",
            SettingOrigin.File => "the file {0}",
            SettingOrigin.Environment => "the environment",
            SettingOrigin.CommandLine => "the command line",
            SettingOrigin.Elsewhere => "the program",
        },
        OfFault = fault => fault switch
        {
            MailFault.Connection => "The mail server was not reached.",
            MailFault.Protection => "The connection to the mail server is not protected as it should be, so nothing was sent.",
            MailFault.Password => "The mail server did not let us in.",
            MailFault.Sender => "The mail server takes no e-mails from this sender.",
            MailFault.Recipient => "The mail server takes no e-mails for this address.",
            MailFault.Refused => "The mail server did not take the e-mail.",
        },
    };

    public static readonly MailWords Russian = new()
    {
        Title = "Почта",
        InForce = "Действующие настройки",
        Hint = "Они читаются при запуске службы: изменение действует после перезапуска. Пароль никогда не показывается.",
        NotSet = "Почтовый сервер не задан: письма не отправляются и не хранятся для отправки потом. Задайте хотя бы эти две настройки и перезапустите службу:",
        Setting = "Настройка",
        Value = "Значение",
        From = "Откуда",
        Server = "Почтовый сервер",
        Port = "Порт",
        Protection = "Защита",
        User = "Имя пользователя",
        Password = "Пароль",
        PasswordSet = "задан",
        None = "нет",
        Sender = "Отправитель",
        Trusted = "Доверие сверх машины: сертификатов",
        GiveUp = "Сколько пытаться, часов",
        Longest = "Попытка не дольше, секунд",
        Keep = "Помнить, дней",
        Outbox = "Письма: ждут {0}, не отправлены {1}, отправлены {2}.",
        Test = "Отправить проверочное письмо",
        TestHint = "Оно уходит сразу, мимо писем, которые ждут. Ответ может занять полминуты.",
        To = "На адрес",
        Send = "Отправить",
        NoAddress = "Укажите один адрес почты, например you@example.com.",
        Accepted = "Почтовый сервер принял письмо. Если оно не пришло, посмотрите в спаме.",
        OfSecurity = security => security switch
        {
            MailSecurity.StartTls => "STARTTLS, иначе ничего не отправляется",
            MailSecurity.StartTlsIfOffered => "STARTTLS, если сервер его предлагает",
            MailSecurity.Tls => "TLS с первого байта",
            MailSecurity.None => "нет: открытым текстом",
        },
        OfOrigin = origin => origin switch
        {
            SettingOrigin.Default => "не задано: по умолчанию",
            SettingOrigin.File => "файл {0}",
            SettingOrigin.Environment => "переменная среды",
            SettingOrigin.CommandLine => "командная строка",
            SettingOrigin.Elsewhere => "программа",
        },
        OfFault = fault => fault switch
        {
            MailFault.Connection => "До почтового сервера не достучаться.",
            MailFault.Protection => "Соединение с почтовым сервером не защищено как следует, поэтому ничего не отправлено.",
            MailFault.Password => "Почтовый сервер нас не пустил.",
            MailFault.Sender => "Почтовый сервер не принимает письма от этого отправителя.",
            MailFault.Recipient => "Почтовый сервер не принимает письма на этот адрес.",
            MailFault.Refused => "Почтовый сервер не принял письмо.",
        },
    };

    public required string Title { get; init; }

    public required string InForce { get; init; }

    public required string Hint { get; init; }

    public required string NotSet { get; init; }

    public required string Setting { get; init; }

    public required string Value { get; init; }

    public required string From { get; init; }

    public required string Server { get; init; }

    public required string Port { get; init; }

    public required string Protection { get; init; }

    public required string User { get; init; }

    public required string Password { get; init; }

    public required string PasswordSet { get; init; }

    public required string None { get; init; }

    public required string Sender { get; init; }

    public required string Trusted { get; init; }

    public required string GiveUp { get; init; }

    public required string Longest { get; init; }

    public required string Keep { get; init; }

    public required string Outbox { get; init; }

    public required string Test { get; init; }

    public required string TestHint { get; init; }

    public required string To { get; init; }

    public required string Send { get; init; }

    public required string NoAddress { get; init; }

    public required string Accepted { get; init; }

    internal Func<MailSecurity, string> OfSecurity { get; init; } = default!;

    internal Func<SettingOrigin, string> OfOrigin { get; init; } = default!;

    internal Func<MailFault, string> OfFault { get; init; } = default!;

    public static MailWords In(string language) => language == Language.Russian ? Russian : English;
}
