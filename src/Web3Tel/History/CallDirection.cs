namespace Web3Tel.History;

public enum CallDirection
{
    /// <summary>Somebody called us.</summary>
    Incoming,

    /// <summary>An operator called somebody.</summary>
    Outgoing,

    /// <summary>An operator asked somebody while a caller was on hold.</summary>
    Consultation,
}
