using Web3Tel.Auditing;

namespace Web3Tel.Server.Panel;

/// <summary>What the page of the audit trail says, in one language.</summary>
public sealed record AuditWords
{
    public static readonly AuditWords English = new()
    {
        Title = "Audit trail",
        Hint = "Who commanded, changed or heard what, newest first. Nothing is taken out of it.",
        When = "When",
        Who = "Who",
        WhoHint = "name or a part of it",
        What = "What",
        Any = "anything",
        Whom = "To whom or what",
        Search = "Search",
        Older = "Older",
        None = "Nothing of that is written here.",
        OfAct = act => act switch
        {
            AuditedAct.SignIn => "signed the operator in",
            AuditedAct.SignOut => "signed the operator out",
            AuditedAct.Break => "sent on a break",
            AuditedAct.Ready => "made ready",
            AuditedAct.ExtendWrapUp => "gave more wrap-up",
            AuditedAct.EndWrapUp => "ended the wrap-up",
            AuditedAct.Force => "forced a state",
            AuditedAct.DoNotDisturb => "not to be disturbed",
            AuditedAct.Disturb => "may be disturbed again",
            AuditedAct.Call => "called a number outside",
            AuditedAct.Hold => "put on hold",
            AuditedAct.Resume => "took off hold",
            AuditedAct.PauseRecording => "paused the recording",
            AuditedAct.ResumeRecording => "went on recording",
            AuditedAct.Transfer => "transferred",
            AuditedAct.Consult => "asked somebody first",
            AuditedAct.CompleteConsult => "handed over to who was asked",
            AuditedAct.CancelConsult => "took the caller back",
            AuditedAct.Listen => "listened in",
            AuditedAct.TakeOver => "took the conversation over",
            AuditedAct.HangUp => "hung up",
            AuditedAct.Move => "moved a waiting caller",
            AuditedAct.ReadMessage => "marked a message as read",
            AuditedAct.UnreadMessage => "marked a message as unread",
            AuditedAct.DeleteMessage => "deleted a message",
            AuditedAct.DeleteRecordings => "deleted recordings",
            AuditedAct.Configure => "published the configuration",
            AuditedAct.CancelCallback => "cancelled a callback",
            AuditedAct.SignInToPanel => "came in",
            AuditedAct.SignOutOfPanel => "left",
            AuditedAct.LockAccount => "was locked out",
            AuditedAct.CreateAccount => "made an account",
            AuditedAct.ChangeAccount => "changed an account",
            AuditedAct.DisableAccount => "disabled an account",
            AuditedAct.EnableAccount => "let an account in again",
            AuditedAct.ChangePassword => "changed a password",
            AuditedAct.IssueToken => "issued a token",
            AuditedAct.RevokeToken => "revoked a token",
            AuditedAct.HearRecording => "heard a recording",
            AuditedAct.ExportRecordings => "took recordings away",
            AuditedAct.HearMessage => "heard a message",
            AuditedAct.PublishScenario => "published a scenario",
            AuditedAct.TakeOutScenario => "took a scenario out",
            AuditedAct.OpenByHand => "opened by hand",
            AuditedAct.CloseByHand => "closed by hand",
            AuditedAct.FollowCalendar => "went back to the calendar",
            AuditedAct.SetSecondFactor => "set codes from an app up",
            AuditedAct.RemoveSecondFactor => "took codes from an app away",
            AuditedAct.TakeNote => "wrote of a conversation",
            AuditedAct.MarkRecording => "commented on a recording",
            AuditedAct.UnmarkRecording => "took a comment away",
            AuditedAct.ScoreRecording => "scored a conversation",
            AuditedAct.WithdrawScore => "took a score back",
        },
    };

    public static readonly AuditWords Russian = new()
    {
        Title = "Журнал действий",
        Hint = "Кто чем командовал, что менял и слушал, сначала новое. Отсюда ничего не убирается.",
        When = "Когда",
        Who = "Кто",
        WhoHint = "имя или его часть",
        What = "Что",
        Any = "что угодно",
        Whom = "Кому или с чем",
        Search = "Найти",
        Older = "Раньше",
        None = "Такого здесь не записано.",
        OfAct = act => act switch
        {
            AuditedAct.SignIn => "вход оператора",
            AuditedAct.SignOut => "выход оператора",
            AuditedAct.Break => "отправлен на перерыв",
            AuditedAct.Ready => "переведён в готовность",
            AuditedAct.ExtendWrapUp => "добавлено время обработки",
            AuditedAct.EndWrapUp => "обработка закончена",
            AuditedAct.Force => "состояние задано принудительно",
            AuditedAct.DoNotDisturb => "не беспокоить",
            AuditedAct.Disturb => "снова можно беспокоить",
            AuditedAct.Call => "звонок на внешний номер",
            AuditedAct.Hold => "поставлен на удержание",
            AuditedAct.Resume => "снят с удержания",
            AuditedAct.PauseRecording => "запись приостановлена",
            AuditedAct.ResumeRecording => "запись продолжена",
            AuditedAct.Transfer => "перевод",
            AuditedAct.Consult => "перевод с консультацией",
            AuditedAct.CompleteConsult => "передан тому, с кем говорили",
            AuditedAct.CancelConsult => "звонящий забран обратно",
            AuditedAct.Listen => "прослушивание разговора",
            AuditedAct.TakeOver => "разговор перехвачен",
            AuditedAct.HangUp => "вызов завершён",
            AuditedAct.Move => "ожидающий перемещён",
            AuditedAct.ReadMessage => "сообщение отмечено прочитанным",
            AuditedAct.UnreadMessage => "сообщение отмечено непрочитанным",
            AuditedAct.DeleteMessage => "сообщение удалено",
            AuditedAct.DeleteRecordings => "записи удалены",
            AuditedAct.Configure => "опубликована конфигурация",
            AuditedAct.CancelCallback => "обратный звонок отменён",
            AuditedAct.SignInToPanel => "вход",
            AuditedAct.SignOutOfPanel => "выход",
            AuditedAct.LockAccount => "вход заблокирован",
            AuditedAct.CreateAccount => "создана учётная запись",
            AuditedAct.ChangeAccount => "изменена учётная запись",
            AuditedAct.DisableAccount => "учётная запись отключена",
            AuditedAct.EnableAccount => "учётная запись снова допущена",
            AuditedAct.ChangePassword => "сменён пароль",
            AuditedAct.IssueToken => "выпущен токен",
            AuditedAct.RevokeToken => "токен отозван",
            AuditedAct.HearRecording => "прослушана запись",
            AuditedAct.ExportRecordings => "выгружены записи",
            AuditedAct.HearMessage => "прослушано сообщение",
            AuditedAct.PublishScenario => "опубликован сценарий",
            AuditedAct.TakeOutScenario => "сценарий снят",
            AuditedAct.OpenByHand => "открыто вручную",
            AuditedAct.CloseByHand => "закрыто вручную",
            AuditedAct.FollowCalendar => "возвращён календарь",
            AuditedAct.SetSecondFactor => "включены коды из приложения",
            AuditedAct.RemoveSecondFactor => "отключены коды из приложения",
            AuditedAct.TakeNote => "заметка о разговоре",
            AuditedAct.MarkRecording => "комментарий к записи",
            AuditedAct.UnmarkRecording => "комментарий убран",
            AuditedAct.ScoreRecording => "разговор оценён",
            AuditedAct.WithdrawScore => "оценка отозвана",
        },
    };

    public required string Title { get; init; }

    public required string Hint { get; init; }

    public required string When { get; init; }

    public required string Who { get; init; }

    public required string WhoHint { get; init; }

    public required string What { get; init; }

    public required string Any { get; init; }

    public required string Whom { get; init; }

    public required string Search { get; init; }

    public required string Older { get; init; }

    public required string None { get; init; }

    public Func<AuditedAct, string> OfAct { get; init; } = default!;

    public static AuditWords In(string language) => language == Language.Russian ? Russian : English;
}
