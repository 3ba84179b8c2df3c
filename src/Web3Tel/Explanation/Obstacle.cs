using System.Text.Json.Serialization;
using Web3Tel.Agents;
using Web3Tel.Calls;

namespace Web3Tel.Explanation;

/// <summary>Why an agent who serves the queue was not the one.</summary>
[JsonDerivedType(typeof(LaterInTurn), "laterInTurn")]
[JsonDerivedType(typeof(HigherLevel), "higherLevel")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(LacksSkills), "lacksSkills")]
[JsonDerivedType(typeof(LevelNotOpen), "levelNotOpen")]
[JsonDerivedType(typeof(NotSpokenWithLast), "notSpokenWithLast")]
[JsonDerivedType(typeof(Held), "held")]
[JsonDerivedType(typeof(Ringing), "ringing")]
[JsonDerivedType(typeof(CallingBack), "callingBack")]
[JsonDerivedType(typeof(OtherKept), "otherKept")]
[JsonDerivedType(typeof(RingingToo), "ringingToo")]
[JsonDerivedType(typeof(Talking), "talking")]
[JsonDerivedType(typeof(WrappingUp), "wrappingUp")]
[JsonDerivedType(typeof(Resting), "resting")]
[JsonDerivedType(typeof(PhoneAway), "phoneAway")]
[JsonDerivedType(typeof(InAnotherCall), "inAnotherCall")]
[JsonDerivedType(typeof(CallsOutside), "callsOutside")]
[JsonDerivedType(typeof(NotToBeDisturbed), "notToBeDisturbed")]
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

    /// <summary>Ready, but without what the caller asks for.</summary>
    /// <param name="Skills">What is missing, with the level asked for, such as <c>billing:1,en:3</c>.</param>
    public sealed record LacksSkills(string Skills) : Obstacle;

    /// <summary>Ready, but on a level for which the caller has not waited long enough.</summary>
    public sealed record LevelNotOpen(int Level) : Obstacle;

    /// <summary>Ready, but the caller waits for another, spoken with last.</summary>
    public sealed record NotSpokenWithLast : Obstacle;

    /// <summary>Ready, but kept free for one who came earlier and is expected back any moment.</summary>
    public sealed record Held : Obstacle;

    /// <summary>The phone rings, or is being joined, for this caller.</summary>
    public sealed record Ringing(CallRef For, double Seconds) : Obstacle;

    /// <summary>On the line, or kept free, while this customer is called back.</summary>
    public sealed record CallingBack(CallRef For, double Seconds) : Obstacle;

    /// <summary>Ready, but the one who was rung had been kept free since before the customer was called back.</summary>
    public sealed record OtherKept : Obstacle;

    /// <summary>The phone began to ring at the same moment, in the same queue, which rings several for one caller.</summary>
    public sealed record RingingToo : Obstacle;

    public sealed record Talking(CallRef With, double Seconds) : Obstacle;

    public sealed record WrappingUp(double SecondsLeft) : Obstacle;

    public sealed record Resting(RestReason Why, double SecondsLeft) : Obstacle;

    /// <param name="Reason">Id of a <see cref="BreakReason"/>.</param>
    public sealed record OnBreak(string Reason, double Seconds) : Obstacle;

    /// <summary>Ready, but the phone is not registered.</summary>
    public sealed record PhoneAway : Obstacle;

    /// <summary>Ready, but the phone is in a call which is not ours.</summary>
    public sealed record InAnotherCall(double Seconds) : Obstacle;

    /// <summary>Ready, but in a call to a number outside.</summary>
    public sealed record CallsOutside(string To, double Seconds) : Obstacle;

    /// <summary>Ready, but the phone is not to ring.</summary>
    public sealed record NotToBeDisturbed(double Seconds) : Obstacle;

    public sealed record SignedOut : Obstacle;
}
