using System.Collections.Immutable;

namespace Web3Tel.Server.Reviews;

/// <summary>A score card that somebody has filled in. It keeps what counted then: the form may change.</summary>
/// <param name="By">Who judged.</param>
/// <param name="Operator">Id of the operator it is about.</param>
/// <param name="Given">When.</param>
/// <param name="Points">By criterion, in the form's order.</param>
/// <param name="Comment">As somebody wrote it; may hold any character.</param>
public sealed record Score(string By, string Operator, DateTimeOffset Given, ImmutableArray<CriterionPoints> Points, string Comment)
{
    /// <summary>What was reached of what could be, from 0 to 1, each criterion by its weight.</summary>
    public double Share => Points.Sum(one => one.Weight) is var all and > 0 ? Points.Sum(one => one.Weight * (double)one.Given / one.Most) / all : 0;
}
