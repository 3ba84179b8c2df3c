using System.Globalization;

namespace Web3Tel.Simulator.Applications;

/// <summary>Waits so many milliseconds.</summary>
sealed class SleepApplication : LastingApplication
{
    protected override void Start() => EndAfter(TimeSpan.FromMilliseconds(int.TryParse(Data, CultureInfo.InvariantCulture, out var time) ? time : 0));
}
