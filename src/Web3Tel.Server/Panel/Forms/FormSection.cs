using System.Collections.Immutable;
using static Web3Tel.Server.Panel.Forms.FormField;

namespace Web3Tel.Server.Panel.Forms;

/// <summary>A page of the form.</summary>
/// <param name="Id">For its address on the page.</param>
sealed record FormSection(string Id, string English, string Russian, ImmutableArray<FormField> Fields)
{
    /// <summary>All that the configuration has.</summary>
    public static ImmutableArray<FormSection> All { get; } =
    [
        new("queues", "Queues", "Очереди", [QueueFields.All]),
        new("operators", "Operators", "Операторы", [OperatorFields.All]),
        new("lines", "Lines", "Линии", [CallerFields.Lines, Sound("Greeting", "what callers of other numbers hear first", "что сначала слышат звонящие на другие номера")]),
        new("callers", "Callers", "Звонящие", [CallerFields.Lists]),
        new("breaks", "Breaks and limits", "Перерывы и пределы", [OperatorFields.Breaks, OperatorFields.Limits]),
        new("mailboxes", "Mailboxes", "Ящики", [CallerFields.Voicemail]),
        new("outgoing", "Outside", "Наружу", [Text("LineOut", "how numbers outside are dialled", "как набираются внешние номера"), OperatorFields.Outgoing]),
        new("phone", "Telephones", "Телефоны", [OperatorFields.Phone]),
        new("callback", "Calling back", "Обратный звонок", [CallerFields.Callback]),
        new("survey", "After the call", "После разговора", [CallerFields.Survey]),
        new("recordings", "Recordings", "Записи", [CallerFields.Recordings, CallerFields.ScoreCard]),
    ];

    /// <summary>Fields of all pages as they stand in the document.</summary>
    public static IEnumerable<FormField> Root => All.SelectMany(page => page.Inner);

    public IEnumerable<FormField> Inner => InData(Fields);

    public string Label(string language) => language == Language.Russian ? Russian : English;
}
