using Web3Tel.Skills;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>What the service knows of a caller by the number, whoever it is.</summary>
static class CallerNumbers
{
    // Asked for after each step, for all who wait: read from text once.
    static readonly SkillDemand English = new(SkillSet.FromText("en:2"), SkillSet.FromText("billing:1"));
    static readonly SkillDemand SomeEnglish = new(SkillSet.FromText("en:1"), SkillSet.None);
    static readonly SkillDemand RatherBilling = new(SkillSet.None, SkillSet.FromText("billing:1"));

    public static string QueueOf(string number) => int.Parse(number[^1..]) % 3 == 0 ? "service" : "sales";

    /// <summary>Every seventh number comes first, every eleventh can wait.</summary>
    public static TimeSpan? PriorityOf(string number) => int.Parse(number[^4..]) switch
    {
        var n when n % 7 == 0 => TimeSpan.FromSeconds(60),
        var n when n % 11 == 0 => TimeSpan.FromSeconds(-20),
        _ => null,
    };

    /// <summary>Every fifth number asks for a language, some of them for more, and others prefer it.</summary>
    public static SkillDemand? SkillsOf(string number) => int.Parse(number.AsSpan()[^4..]) switch
    {
        var n when n % 15 == 0 => English,
        var n when n % 5 == 0 => SomeEnglish,
        var n when n % 8 == 0 => RatherBilling,
        _ => null,
    };
}
