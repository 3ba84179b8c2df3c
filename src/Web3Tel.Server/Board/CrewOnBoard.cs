namespace Web3Tel.Server.Board;

/// <summary>How many operators who serve a queue do what; each is counted once.</summary>
/// <param name="Ready">Would be offered a caller now.</param>
/// <param name="Offered">Their phones ring.</param>
/// <param name="Talking">In conversation, holding included.</param>
/// <param name="WrapUp">In wrap-up.</param>
/// <param name="Break">On a break.</param>
/// <param name="Resting">Not offered anything for a while, because the last offer failed.</param>
/// <param name="Away">Ready, but the phone cannot ring: it is not there, in another call, or not to be disturbed.</param>
/// <param name="SignedOut">Not at work.</param>
public sealed record CrewOnBoard(int Ready, int Offered, int Talking, int WrapUp, int Break, int Resting, int Away, int SignedOut)
{
    /// <summary>Nobody serves it.</summary>
    public static readonly CrewOnBoard Nobody = new(0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>All but those who are signed out.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int AtWork => Ready + Offered + Talking + WrapUp + Break + Resting + Away;

    /// <summary>One more who does that.</summary>
    /// <param name="isAway">Whether the phone of who is ready cannot ring.</param>
    internal CrewOnBoard With(OperatorActivity activity, bool isAway) => activity switch
    {
        OperatorActivity.Ready when isAway => this with { Away = Away + 1 },
        OperatorActivity.Ready => this with { Ready = Ready + 1 },
        OperatorActivity.Offered => this with { Offered = Offered + 1 },
        OperatorActivity.Talking => this with { Talking = Talking + 1 },
        OperatorActivity.WrapUp => this with { WrapUp = WrapUp + 1 },
        OperatorActivity.Break => this with { Break = Break + 1 },
        OperatorActivity.Resting => this with { Resting = Resting + 1 },
        OperatorActivity.SignedOut => this with { SignedOut = SignedOut + 1 },
    };
}
