namespace Web3Tel.Server.Tests.Service;

/// <summary>For what happens on other threads: looks again until it holds, and shows the last failure when it never does.</summary>
static class Eventually
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Task Holds(Func<Task> assertion) => Holds(assertion, Patience);

    public static Task Holds(Func<Task> assertion, TimeSpan patience) => Gives(
        async () =>
        {
            await assertion();
            return true;
        },
        patience);

    public static Task<T> Gives<T>(Func<T> attempt) => Gives(() => Task.FromResult(attempt()), Patience);

    static async Task<T> Gives<T>(Func<Task<T>> attempt, TimeSpan patience)
    {
        var begun = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            try
            {
                return await attempt();
            }
            catch (Exception) when (TimeProvider.System.GetElapsedTime(begun) < patience)
            {
                await timer.WaitForNextTickAsync();
            }
        }
    }
}
