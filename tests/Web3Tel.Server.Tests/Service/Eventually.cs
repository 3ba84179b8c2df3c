namespace Web3Tel.Server.Tests.Service;

/// <summary>For what happens on other threads: looks again until it holds, and shows the last failure when it never does.</summary>
static class Eventually
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

<<<<<<< HEAD
    public static Task Holds(Func<Task> assertion) => Gives(async () =>
    {
        await assertion();
        return true;
    });

    public static Task<T> Gives<T>(Func<T> attempt) => Gives(() => Task.FromResult(attempt()));

    static async Task<T> Gives<T>(Func<Task<T>> attempt)
=======
    public static Task Holds(Func<Task> assertion) => Holds(assertion, Patience);

    public static async Task Holds(Func<Task> assertion, TimeSpan patience)
>>>>>>> 147606c (The real thing: two hundred calls, the death of the service, impatient callers and fumbling operators, with SIPp on a FreeSWITCH of the test's own; logs that no call waits for)
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
