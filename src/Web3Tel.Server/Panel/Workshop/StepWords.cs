using System.Collections.Frozen;

namespace Web3Tel.Server.Panel.Workshop;

/// <summary>Kinds of steps and their fields in words.</summary>
public sealed class StepWords
{
    static readonly FrozenDictionary<string, (string English, string Russian)> KindNames = new Dictionary<string, (string English, string Russian)>
    {
        ["answer"] = ("take the call", "ответить"),
        ["ring"] = ("ringing tone", "гудки"),
        ["greeting"] = ("greeting", "приветствие"),
        ["play"] = ("play a sound", "проиграть звук"),
        ["say"] = ("speak words", "произнести текст"),
        ["menu"] = ("menu", "меню"),
        ["information"] = ("read out", "прочитать вслух"),
        ["collect"] = ("ask for a number", "спросить номер"),
        ["hours"] = ("opening hours", "часы работы"),
        ["callers"] = ("list of callers", "список абонентов"),
        ["language"] = ("language", "язык"),
        ["priority"] = ("priority", "приоритет"),
        ["skills"] = ("skills", "навыки"),
        ["queue"] = ("queue", "очередь"),
        ["operator"] = ("operator", "оператор"),
        ["number"] = ("number outside", "внешний номер"),
        ["voicemail"] = ("leave a message", "оставить сообщение"),
        ["callback"] = ("call back", "обратный звонок"),
        ["hangup"] = ("hang up", "завершить вызов"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, (string English, string Russian)> FieldNames = new Dictionary<string, (string English, string Russian)>
    {
        ["next"] = ("then", "затем"),
        ["otherwise"] = ("otherwise", "иначе"),
        ["silent"] = ("silent too often", "молчит"),
        ["wrong"] = ("wrong too often", "ошибается"),
        ["failed"] = ("not read", "не прочитано"),
        ["open"] = ("open", "открыто"),
        ["closed"] = ("closed", "закрыто"),
        ["listed"] = ("in the list", "в списке"),
        ["others"] = ("all others", "остальные"),
        ["keys"] = ("keys", "клавиши"),
        ["prompt"] = ("prompt", "подсказка"),
        ["sorry"] = ("after a wrong key", "после неверной клавиши"),
        ["fallback"] = ("heard instead", "вместо этого"),
        ["early"] = ("without taking the call", "не снимая трубки"),
        ["toItsEnd"] = ("to its end, whatever is pressed", "до конца, что бы ни нажали"),
        ["en"] = ("words in English", "слова по-английски"),
        ["ru"] = ("words in Russian", "слова по-русски"),
        ["country"] = ("country", "страна"),
        ["seconds"] = ("seconds", "секунд"),
        ["source"] = ("source: a file or an address", "источник: файл или адрес"),
        ["language"] = ("language", "язык"),
        ["timeoutSeconds"] = ("seconds to wait for it", "ждать секунд"),
        ["name"] = ("kept as", "сохранить как"),
        ["least"] = ("least digits", "цифр не меньше"),
        ["most"] = ("most digits", "цифр не больше"),
        ["tries"] = ("tries", "попыток"),
        ["patienceSeconds"] = ("patience in seconds", "терпение, секунд"),
        ["betweenKeysSeconds"] = ("seconds between keys", "секунд между клавишами"),
        ["back"] = ("key to the menu before", "клавиша назад"),
        ["operator"] = ("operator", "оператор"),
        ["repeat"] = ("key to hear it again", "клавиша повтора"),
        ["extensions"] = ("operators dialled directly", "операторы с прямым набором"),
        ["calendar"] = ("calendar", "календарь"),
        ["list"] = ("list", "список"),
        ["required"] = ("skills that are needed", "обязательные навыки"),
        ["preferred"] = ("skills that are preferred", "желательные навыки"),
        ["queue"] = ("queue", "очередь"),
        ["number"] = ("number", "номер"),
        ["mailbox"] = ("mailbox", "ящик"),
        ["cause"] = ("cause", "причина"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    readonly bool isRussian;

    StepWords(bool isRussian) => this.isRussian = isRussian;

    public static StepWords English { get; } = new(isRussian: false);

    public static StepWords Russian { get; } = new(isRussian: true);

    public static StepWords In(string language) => language == Language.Russian ? Russian : English;

    /// <summary>What a step does.</summary>
    public string Kind(string kind) => Pick(KindNames, kind);

    /// <summary>A field, or a way such as <c>keys.1</c>.</summary>
    public string Field(string field) => field.StartsWith("keys.", StringComparison.Ordinal) ? field["keys.".Length..] : Pick(FieldNames, field);

    string Pick(FrozenDictionary<string, (string English, string Russian)> names, string name) =>
        names.TryGetValue(name, out var words) ? isRussian ? words.Russian : words.English : name;
}
