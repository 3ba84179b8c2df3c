namespace Web3Tel.Server.Recordings;

/// <summary>What tells whether a file is still being written.</summary>
readonly record struct FileFacts(long Size, DateTime Written);
