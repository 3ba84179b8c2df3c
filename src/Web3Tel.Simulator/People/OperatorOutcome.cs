namespace Web3Tel.Simulator.People;

/// <summary>What becomes of a call to an operator.</summary>
public enum OperatorOutcome
{
    Answers,
    Rejects,
    Busy,
    NeverAnswers,
}
