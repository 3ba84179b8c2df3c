using System.Collections.Immutable;
using System.Globalization;
using Web3Tel.Auditing;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Recordings;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;
using Web3Tel.Speech;
using static Web3Tel.Speech.Phrases;

namespace Web3Tel.Server.Reviews;

/// <summary>
/// What supervisors say of recordings: judged, kept, and in the audit trail without its words. One place for the API and for the panel; each
/// act answers with what is wrong, in a language, or null.
/// </summary>
sealed class ReviewKeeper(CallCenterService center, CurrentSettings settings, AccountKeeper accounts, TimeProvider time, ILogger<ReviewKeeper> logger)
{
    /// <summary>Puts a remark at a moment.</summary>
    /// <param name="at">Seconds from the beginning.</param>
    public async Task<(Remark? Remark, string? Fault)> Mark(Recording recording, double at, string? text, string by, Language language)
    {
        var written = text?.Trim() ?? "";
        if (FaultOf(at, written, language) is { } fault)
        {
            return (null, fault);
        }

        var remark = new Remark(Guid.NewGuid(), Math.Round(at, 1), written, by, time.GetUtcNow());
        var refused = await Change(
            recording, AuditedAct.MarkRecording, "", by, language,
            review => review.Remarks.Length >= Remark.Most ? null : review.With(remark),
            In(language, $"There are {Remark.Most} comments of this recording already: delete one.", $"К этой записи уже есть {Remark.Most} комментариев: удалите лишний.")).ConfigureAwait(false);
        return refused is null ? (remark, null) : (null, refused);
    }

    /// <summary>Takes a remark away: one's own, or anybody's for who may.</summary>
    /// <param name="any">Whether others' may be taken away, too.</param>
    public Task<string?> Unmark(Recording recording, Guid remark, string by, bool any, Language language) => Change(
        recording, AuditedAct.UnmarkRecording, "", by, language,
        review => review.Remarks.FirstOrDefault(one => one.Id == remark && (any || one.By == by)) is { } gone ? review.Without(gone) : null,
        In(language, "There is no such comment, or it is somebody else's.", "Такого комментария нет, или он чужой."));

    /// <summary>Judges a conversation, in the place of what the same person has said of it before.</summary>
    public async Task<(Score? Score, string? Fault)> Judge(Recording recording, ScoreWish wish, string by, Language language)
    {
        var (card, given) = (settings.Value.ScoreCard, wish.Points ?? ImmutableDictionary<string, int>.Empty);
        var about = wish.Operator ?? (recording.Operators is [var only] ? only : "");
        var comment = wish.Comment?.Trim() ?? "";
        if (FaultOf(card, recording, about, given, comment, language) is { } fault)
        {
            return (null, fault);
        }

        var score = new Score(by, about, time.GetUtcNow(), [.. card.Select(one => new CriterionPoints(one.Id, given[one.Id], one.Most, one.Weight))], comment);
        var detail = string.Create(CultureInfo.InvariantCulture, $" {Math.Round(score.Share * 100)} %");
        var refused = await Change(recording, AuditedAct.ScoreRecording, detail, by, language, review => review.With(score), "", about).ConfigureAwait(false);
        return refused is null ? (score, null) : (null, refused);
    }

    /// <summary>Takes one's own score back.</summary>
    public Task<string?> Withdraw(Recording recording, string by, Language language) => Change(
        recording, AuditedAct.WithdrawScore, "", by, language,
        review => review.Scores.Any(score => score.By == by) ? review.Without(by) : null,
        In(language, $"{by} has not judged this recording.", $"{by} эту запись не оценивает."));

    static string? FaultOf(double at, string text, Language language) =>
        !(at is >= 0 and <= Remark.Latest) ? In(language, "Give the moment in seconds from the beginning, from 0 to 86400.", "Укажите момент от начала записи, не больше суток.")
        : text.Length is 0 or > Remark.Longest ? In(language, $"Write something, {Remark.Longest} characters at most.", $"Напишите что-нибудь, не больше {Remark.Longest} знаков.")
        : null;

    static string? FaultOf(ImmutableArray<Criterion> card, Recording recording, string about, IReadOnlyDictionary<string, int> given, string comment, Language language)
    {
        if (card.IsEmpty)
        {
            return In(language, "There is no form to judge by: an administrator sets ScoreCard in the configuration.", "Нет формы оценки: её задаёт администратор (ScoreCard в конфигурации).");
        }

        if (!recording.Operators.Contains(about))
        {
            return In(language, $"Name one of the operators who talked: {string.Join(", ", recording.Operators)}.", $"Укажите одного из говоривших операторов: {string.Join(", ", recording.Operators)}.");
        }

        if (given.Keys.Except(card.Select(one => one.Id), StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            return In(language, $"The form has no \"{unknown}\": give {string.Join(", ", card.Select(one => one.Id))}.", $"В форме нет «{unknown}»: есть {string.Join(", ", card.Select(one => one.Id))}.");
        }

        return card.FirstOrDefault(one => !(given.TryGetValue(one.Id, out var points) && points >= 0 && points <= one.Most)) is { } missing
            ? In(language, $"Give 0 to {missing.Most} points for \"{missing.NameIn(language)}\".", $"Поставьте от 0 до {missing.Most} баллов: «{missing.NameIn(language)}».")
            : comment.Length > Remark.Longest
                ? In(language, $"The comment has {Remark.Longest} characters at most.", $"В комментарии не больше {Remark.Longest} знаков.")
                : null;
    }

    async Task<string?> Change(Recording recording, AuditedAct act, string detail, string by, Language language, Func<Review, Review?> change, string refusal, string? about = null)
    {
        try
        {
            if (await center.Reviews.Change(new Review(recording.Id, recording.Start, recording.Queue), change).ConfigureAwait(false) is null)
            {
                return refusal;
            }

            accounts.Audit(by, about ?? string.Join(",", recording.Operators), act, $"{recording.Id}{detail}");
            return null;
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
            Log.ReviewNotKept(logger, recording.Id, by, e);
            return In(language, "The disk takes nothing: nothing was kept. Try again when there is room.", "Диск ничего не принимает: не сохранено. Повторите, когда появится место.");
        }
    }
}
