namespace Web3Tel.Reports;

/// <summary>Of what a report tells.</summary>
public enum Subject
{
    Queue,
    Operator,
    Line,
}
