using Web3Tel.Queues;

namespace Web3Tel.Server.Panel;

/// <summary>What the wall says of the day: its timeline, and what if.</summary>
public sealed record DayWords
{
    public static readonly DayWords English = new()
    {
        Timeline = "Timeline of today",
        Nothing = "Nothing was counted today.",
        Calls = "Callers by half hours",
        Answered = "answered",
        Abandoned = "abandoned",
        MeanWait = "Mean wait of those answered",
        Work = "What operators did",
        AsTable = "As tables",
        From = "From",
        Operator = "Operator",
        Other = "Other",
        WhatIf = "What if",
        WhatIfHint = "Today's callers once more, by the real rules, with other people: seconds of work, nobody is called.",
        Queue = "Queue",
        AllQueues = "all",
        Operators = "Operators more or fewer",
        Strategy = "Strategy",
        AsItWas = "as it was",
        Try = "Run the day again",
        Runs = "The day is run again…",
        Which = "Day",
        Real = "real",
        Again = "run again",
        Changed = "what if",
        AllTogether = "all",
        CallsShort = "calls",
        Within = "in {0} s",
        Ninety = "nine of ten within",
        Longest = "longest",
        Occupancy = "occupancy",
        Told = "Callers would have waited {0} instead of {1} on average; {2} instead of {3} would have given up.",
        Method = "How near this comes: run again unchanged, {0} of those answered have the same operator, {1} the same wait. Compare “run again” with “what if”.",
    };

    public static readonly DayWords Russian = new()
    {
        Timeline = "Лента сегодняшнего дня",
        Nothing = "Сегодня ещё ничего не посчитано.",
        Calls = "Звонящие по получасам",
        Answered = "отвечено",
        Abandoned = "потеряно",
        MeanWait = "Среднее ожидание отвеченных",
        Work = "Чем занимались операторы",
        AsTable = "Таблицами",
        From = "С",
        Operator = "Оператор",
        Other = "Прочее",
        WhatIf = "А если бы",
        WhatIfHint = "Сегодняшние звонящие ещё раз, по настоящим правилам, с другими людьми: несколько секунд счёта, никому не звонят.",
        Queue = "Очередь",
        AllQueues = "все",
        Operators = "Операторов больше или меньше на",
        Strategy = "Стратегия",
        AsItWas = "как было",
        Try = "Проиграть день ещё раз",
        Runs = "День проигрывается…",
        Which = "День",
        Real = "как было",
        Again = "ещё раз так же",
        Changed = "если бы",
        AllTogether = "все",
        CallsShort = "вызовов",
        Within = "за {0} с",
        Ninety = "девять из десяти за",
        Longest = "дольше всех",
        Occupancy = "занятость",
        Told = "Звонящие ждали бы в среднем {0} вместо {1}; не дождались бы {2} вместо {3}.",
        Method = "Насколько это точно: проигранный без изменений день даёт {0} отвеченных тому же оператору и {1} с тем же ожиданием. Сравнивайте «ещё раз так же» и «если бы».",
    };

    public required string Timeline { get; init; }

    public required string Nothing { get; init; }

    public required string Calls { get; init; }

    public required string Answered { get; init; }

    public required string Abandoned { get; init; }

    public required string MeanWait { get; init; }

    public required string Work { get; init; }

    public required string AsTable { get; init; }

    public required string From { get; init; }

    public required string Operator { get; init; }

    /// <summary>What is none of the states that have a name of their own here.</summary>
    public required string Other { get; init; }

    public required string WhatIf { get; init; }

    public required string WhatIfHint { get; init; }

    public required string Queue { get; init; }

    public required string AllQueues { get; init; }

    public required string Operators { get; init; }

    public required string Strategy { get; init; }

    public required string AsItWas { get; init; }

    public required string Try { get; init; }

    public required string Runs { get; init; }

    public required string Which { get; init; }

    public required string Real { get; init; }

    public required string Again { get; init; }

    public required string Changed { get; init; }

    public required string AllTogether { get; init; }

    public required string CallsShort { get; init; }

    /// <summary>Takes the seconds.</summary>
    public required string Within { get; init; }

    public required string Ninety { get; init; }

    public required string Longest { get; init; }

    public required string Occupancy { get; init; }

    /// <summary>Takes the mean waits, changed and unchanged, and those who gave up.</summary>
    public required string Told { get; init; }

    /// <summary>Takes two shares.</summary>
    public required string Method { get; init; }

    public static DayWords In(string language) => language == Language.Russian ? Russian : English;

    public static string Of(Strategy strategy, string language)
    {
        var (english, russian) = strategy switch
        {
            Queues.Strategy.LongestIdle => ("longest idle", "кто дольше всех свободен"),
            Queues.Strategy.RoundRobin => ("in turn", "по очереди"),
            Queues.Strategy.TopDown => ("from the top", "сверху вниз"),
            Queues.Strategy.FewestCalls => ("fewest calls", "меньше всего вызовов"),
            Queues.Strategy.LeastTalkTime => ("least talk time", "меньше всего времени в разговоре"),
            Queues.Strategy.Random => ("by chance", "случайно"),
            Queues.Strategy.WeightedRandom => ("by chance with weights", "случайно с весами"),
            Queues.Strategy.Sequential => ("one after another", "подряд"),
            Queues.Strategy.BestSkilled => ("best skilled", "по навыкам"),
            Queues.Strategy.RingAll => ("ring all", "звонят все"),
            Queues.Strategy.RingProgressively => ("ring more and more", "звонит всё больше"),
        };
        return language == Language.Russian ? russian : english;
    }
}
