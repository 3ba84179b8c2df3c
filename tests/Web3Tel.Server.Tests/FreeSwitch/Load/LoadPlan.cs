using System.Globalization;

namespace Web3Tel.Server.Tests.FreeSwitch.Load;

/// <summary>How much is asked of the machine. More callers come than operators can serve, so that some wait all the time.</summary>
sealed record LoadPlan(int Operators, int CallsPerSecond, int Seconds)
{
    /// <summary>What a call center is to stand, on a machine of so many cores.</summary>
    public static readonly LoadPlan Whole = new(100, 20, 60);

    const int Cores = 8;

    public int Calls => CallsPerSecond * Seconds;

    /// <summary>How long each conversation lasts: with the ringing a little longer than operators would have to serve all at once.</summary>
    public TimeSpan Talk => TimeSpan.FromSeconds((double)Operators / CallsPerSecond);

    /// <param name="words">Operators, calls a second, seconds; none for as much as the machine has cores for.</param>
    public static LoadPlan? Read(string[] words)
    {
        if (words.Length == 0)
        {
            var share = Math.Min(1, (double)Environment.ProcessorCount / Cores);
            return new LoadPlan((int)(Whole.Operators * share), (int)(Whole.CallsPerSecond * share), Whole.Seconds);
        }

        int[] numbers = [.. words.Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        return numbers is [> 0 and var operators, > 0 and var perSecond, > 0 and var seconds] ? new LoadPlan(operators, perSecond, seconds) : null;
    }

    public override string ToString() => $"{Operators} operators, {CallsPerSecond} calls/s for {Seconds} s, conversations of {Talk.TotalSeconds:0.#} s";
}
