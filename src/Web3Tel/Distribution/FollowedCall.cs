using Web3Tel.Calls;

namespace Web3Tel.Distribution;

/// <summary>A call whose events reach the engine.</summary>
sealed record FollowedCall(ICall Call, bool IsLeg, IDisposable Subscription);
