using Web3Tel.Distribution;

namespace Web3Tel.WhatIf;

/// <summary>What an agent's phone did when it rang.</summary>
/// <param name="After">From the first ring.</param>
public readonly record struct PhoneAnswer(OfferOutcome Outcome, TimeSpan After);
