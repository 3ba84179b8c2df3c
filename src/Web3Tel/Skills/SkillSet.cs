using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Web3Tel.Journal;

namespace Web3Tel.Skills;

/// <summary>Skills with levels: what an agent has, or at least must have. Two with the same skills and levels are equal.</summary>
[JsonConverter(typeof(SkillSetConverter))]
public sealed class SkillSet : IEquatable<SkillSet>, IComparable<SkillSet>
{
    public const int MostLevel = 100;

    public static readonly SkillSet None = new([]);

    readonly ImmutableArray<KeyValuePair<string, int>> _levels;

    readonly string _text;

    SkillSet(ImmutableArray<KeyValuePair<string, int>> levels)
    {
        _levels = levels;
        _text = string.Join(',', levels.Select(skill => string.Create(CultureInfo.InvariantCulture, $"{skill.Key}:{skill.Value}")));
    }

    public bool IsEmpty => _levels.IsEmpty;

    /// <summary>Skill and level, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Levels => _levels;

    /// <summary>The level of the skill; 0 for one that is not there.</summary>
    public int this[string skill]
    {
        get
        {
            foreach (var (name, level) in _levels)
            {
                if (name == skill)
                {
                    return level;
                }
            }

            return 0;
        }
    }

    /// <summary>Of a skill that is named twice the higher level counts.</summary>
    public static SkillSet Of(params IEnumerable<KeyValuePair<string, int>> levels)
    {
        var best = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (skill, level) in levels)
        {
            best[skill] = Math.Max(level, best.GetValueOrDefault(skill, level));
        }

        return best.Count == 0 ? None : new SkillSet([.. best]);
    }

    /// <summary>Whether all of these are there, at least at these levels.</summary>
    public bool Meets(SkillSet wanted)
    {
        foreach (var (skill, level) in wanted._levels)
        {
            if (this[skill] < level)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How well they fit what is wanted: the sum of their levels in the skills wanted.</summary>
    public int Fit(SkillSet wanted)
    {
        var fit = 0;
        foreach (var (skill, _) in wanted._levels)
        {
            fit += this[skill];
        }

        return fit;
    }

    /// <summary>These and those; of a skill in both the higher level.</summary>
    public SkillSet And(SkillSet others) => others.IsEmpty ? this : IsEmpty ? others : Of(_levels.Concat(others._levels));

    /// <summary>Which of those wanted are not there, or not at that level.</summary>
    public SkillSet Lacking(SkillSet wanted) => Of(wanted._levels.Where(skill => this[skill.Key] < skill.Value));

    public bool Equals(SkillSet? other) =>
        ReferenceEquals(this, other) || (other is not null && _text == other._text);

    /// <summary>Some order, always the same.</summary>
    public int CompareTo(SkillSet? other) => other is null ? 1 : string.CompareOrdinal(ToString(), other.ToString());

    public override bool Equals(object? obj) => Equals(obj as SkillSet);

    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Such as <c>billing:1,en:3</c>; empty for none.</summary>
    public override string ToString() => _text;

    /// <summary>The skills that such a text names; what is no skill with a level is passed over.</summary>
    public static SkillSet FromText(string text) => Of(text.Split(',')
        .Select(part => part.Split(':'))
        .Where(parts => parts is [{ Length: > 0 }, _] && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .Select(parts => KeyValuePair.Create(parts[0], int.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture))));
}
