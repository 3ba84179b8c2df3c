namespace Web3Tel.WhatIf;

/// <summary>Where an event of a past day came from, and so whether it would have happened under other rules too.</summary>
enum Origin
{
    /// <summary>People at work and those who direct them: it would have happened all the same.</summary>
    Staff,

    /// <summary>A caller: it would have happened all the same, as long as the caller was there.</summary>
    Caller,

    /// <summary>What followed from a decision: another decision has other consequences.</summary>
    Consequence,

    /// <summary>Switches and the service itself: the day is run again without their faults.</summary>
    Machine,
}
