using Web3Tel.Distribution;

namespace Web3Tel.Server.Panel;

/// <summary>What was found not to be as believed and put right, in one language.</summary>
sealed record RepairWords
{
    public static readonly RepairWords English = new()
    {
        Title = "Found and put right",
        Hint = "What the service had missed, such as while it was away or the wire was torn. Since there is a journal.",
        Of = what => what switch
        {
            Repair.GhostCaller => "callers who were gone",
            Repair.LostConversation => "conversations that were over",
            Repair.PartedConversation => "conversations whose two heard each other no more",
            Repair.LostJoin => "conversations that had begun unheard",
            Repair.LostPhone => "callers of lost telephones, queued again",
            Repair.RunningRecording => "recordings that ran on",
            Repair.KeptPhone => "telephones kept for nobody",
        },
    };

    public static readonly RepairWords Russian = new()
    {
        Title = "Найдено и исправлено",
        Hint = "Что служба пропустила, например пока её не было или рвалась связь. С тех пор, как ведётся журнал.",
        Of = what => what switch
        {
            Repair.GhostCaller => "звонящих уже не было",
            Repair.LostConversation => "разговор уже закончился",
            Repair.PartedConversation => "двое больше не слышали друг друга",
            Repair.LostJoin => "о начале разговора не было известно",
            Repair.LostPhone => "телефон пропал, звонящий снова в очереди",
            Repair.RunningRecording => "запись шла после разговора",
            Repair.KeptPhone => "телефон был занят ни для кого",
        },
    };

    public required string Title { get; init; }

    public required string Hint { get; init; }

    public required Func<Repair, string> Of { get; init; }

    public static RepairWords In(string language) => language == Language.Russian ? Russian : English;

    /// <summary>Each kind that there was, with its number.</summary>
    public IEnumerable<string> Say(IEnumerable<KeyValuePair<Repair, long>> repairs) => repairs.Where(one => one.Value > 0).Select(one => $"{Of(one.Key)}: {one.Value}");
}
