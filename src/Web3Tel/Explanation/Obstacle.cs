using System.Text.Json.Serialization;
using Web3Tel.Agents;
using Web3Tel.Calls;

namespace Web3Tel.Explanation;

/// <summary>Why an agent who serves the queue was not the one.</summary>
[JsonDerivedType(typeof(LaterInTurn), "laterInTurn")]
[JsonDerivedType(typeof(HigherLevel), "higherLevel")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(Ringing), "ringing")]
[JsonDerivedType(typeof(RingingToo), "ringingToo")]
[JsonDerivedType(typeof(Talking), "talking")]
[JsonDerivedType(typeof(WrappingUp), "wrappingUp")]
[JsonDerivedType(typeof(Resting), "resting")]
[JsonDerivedType(typeof(PhoneAway), "phoneAway")]
[JsonDerivedType(typeof(OnBreak), "onBreak")]
[JsonDerivedType(typeof(SignedOut), "signedOut")]
public abstract record Obstacle
{
    private Obstacle()
    {
    }

    /// <summary>Ready, but another came first.</summary>
    public sealed record LaterInTurn(Merit Merit) : Obstacle;

    /// <summary>Ready, but on a higher level than the one who was chosen.</summary>
    public sealed record HigherLevel(int Level) : Obstacle;

    /// <summary>Ready, but has had this caller in vain already: others come first.</summary>
    public sealed record Refused : Obstacle;

    /// <summary>The phone rings, or is being joined, for this caller.</summary>
    public sealed record Ringing(CallRef For, double Seconds) : Obstacle;

    /// <summary>The phone began to ring at the same moment, in the same queue, which rings several for one caller.</summary>
    public sealed record RingingToo : Obstacle;

    public sealed record Talking(CallRef With, double Seconds) : Obstacle;

    public sealed record WrappingUp(double SecondsLeft) : Obstacle;

    public sealed record Resting(RestReason Why, double SecondsLeft) : Obstacle;

    /// <param name="Reason">Id of a <see cref="BreakReason"/>.</param>
    public sealed record OnBreak(string Reason, double Seconds) : Obstacle;

    /// <summary>Ready, but the phone is not registered.</summary>
    public sealed record PhoneAway : Obstacle;

    public sealed record SignedOut : Obstacle;
}
