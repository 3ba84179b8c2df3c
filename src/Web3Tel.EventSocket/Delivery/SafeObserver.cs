using Microsoft.Extensions.Logging;

namespace Web3Tel.EventSocket.Delivery;

/// <summary>Calls the code of subscribers. What it throws is theirs: it is logged and counted, and goes no further.</summary>
static class SafeObserver
{
    /// <returns>False when the subscriber threw.</returns>
    public static bool Give<T>(IObserver<T> observer, T item, ILogger logger)
    {
        try
        {
            observer.OnNext(item);
            return true;
        }
        catch (Exception thrown)
        {
            Blame(thrown, logger);
            return false;
        }
    }

    /// <summary>Completes, or fails when there is an error.</summary>
    public static void End<T>(IObserver<T> observer, Exception? error, ILogger logger)
    {
        try
        {
            if (error is null)
            {
                observer.OnCompleted();
            }
            else
            {
                observer.OnError(error);
            }
        }
        catch (Exception thrown)
        {
            Blame(thrown, logger);
        }
    }

    static void Blame(Exception thrown, ILogger logger)
    {
        Meters.SubscriberFaults.Add(1);
        Log.SubscriberThrew(logger, thrown);
    }
}
