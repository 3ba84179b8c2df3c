using System.Text.Json.Serialization;

namespace Web3Tel.Skills;

/// <summary>What a call asks of an agent.</summary>
/// <param name="Required">What the agent must have; a rule of the queue says for how long.</param>
/// <param name="Preferred">What the agent should have; a rule of the queue says for how long the caller waits for it.</param>
public sealed record SkillDemand(SkillSet Required, SkillSet Preferred)
{
    public static readonly SkillDemand None = new(SkillSet.None, SkillSet.None);

    [JsonIgnore]
    public bool IsEmpty => Required.IsEmpty && Preferred.IsEmpty;

    /// <summary>What both ask for.</summary>
    public SkillDemand And(SkillDemand? other) =>
        other is null ? this : new SkillDemand(Required.And(other.Required), Preferred.And(other.Preferred));

    /// <summary>As it is written on a call: required, a slash, preferred.</summary>
    public string ToText() => $"{Required}/{Preferred}";

    /// <summary>What the text asks for, or null when there is none.</summary>
    public static SkillDemand? FromText(string? text) => text?.Split('/') switch
    {
        [var required, var preferred] => new SkillDemand(SkillSet.FromText(required), SkillSet.FromText(preferred)),
        _ => null,
    };
}
