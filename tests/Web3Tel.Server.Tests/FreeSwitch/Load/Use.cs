namespace Web3Tel.Server.Tests.FreeSwitch.Load;

/// <summary>What a process has used of the machine.</summary>
/// <param name="Processor">Time of a processor.</param>
/// <param name="PeakMemory">The most memory it has held at once, bytes.</param>
readonly record struct Use(TimeSpan Processor, long PeakMemory)
{
    /// <summary>The time since then; the memory as it is.</summary>
    public Use Since(Use before) => this with { Processor = Processor - before.Processor };
}
