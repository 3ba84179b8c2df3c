namespace Web3Tel.Server.Verto;

/// <summary>How far a call of a telephone in the browser has come.</summary>
enum VertoCall
{
    /// <summary>It rings here.</summary>
    Ringing,

    /// <summary>It was dialled here.</summary>
    Dialling,
    Talking,

    /// <summary>The telephone was away; the switch offers it its call again.</summary>
    Attaching,
}
