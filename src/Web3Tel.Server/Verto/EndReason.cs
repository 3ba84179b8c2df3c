namespace Web3Tel.Server.Verto;

/// <summary>Why a telephone in the browser is cut off: the codes of WebSocket that the page tells apart.</summary>
enum EndReason
{
    /// <summary>Come again.</summary>
    Stopping = 1001,

    /// <summary>Not by text.</summary>
    NotText = 1003,

    /// <summary>Sent too fast.</summary>
    TooFast = 1008,

    /// <summary>Sent too much.</summary>
    TooBig = 1009,

    /// <summary>Another page of the operator has the telephone now.</summary>
    TakenOver = 4001,

    /// <summary>The switch cannot be reached, or has ended the connection.</summary>
    SwitchAway = 4002,

    /// <summary>The switch does not know the operator.</summary>
    SwitchRefuses = 4003,

    /// <summary>The account may not have it any more.</summary>
    NotAllowed = 4004,
}
