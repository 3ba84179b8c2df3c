namespace Web3Tel.Server.Tests.Service;

/// <summary>For what happens on other threads: looks again until it holds, and shows the last failure when it never does.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task Holds(Func<Task> assertion)
    {
        var begun = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            try
            {
                await assertion();
                return;
            }
            catch (Exception) when (TimeProvider.System.GetElapsedTime(begun) < Patience)
            {
                await timer.WaitForNextTickAsync();
            }
        }
    }
}
