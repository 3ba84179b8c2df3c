using Web3Tel.WhatIf;

namespace Web3Tel.Server.Inquiries;

/// <summary>A day of the running service beside what it would have been.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end, or the last that has happened of it.</param>
/// <param name="Within">Seconds of the service level.</param>
sealed record DayAgain(DateTimeOffset From, DateTimeOffset To, int Within, DayReport Report);
