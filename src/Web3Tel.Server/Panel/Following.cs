using System.Reactive.Linq;

namespace Web3Tel.Server.Panel;

/// <summary>How a page that lives is kept up to date.</summary>
static class Following
{
    /// <summary>Shows one after another, until disposed; what cannot be shown ends it.</summary>
    /// <param name="show">In the page's own turn.</param>
    public static IDisposable Follow<T>(this IObservable<T> source, Func<T, Task> show, ILogger logger) =>
        source.Select(next => Observable.FromAsync(() => show(next))).Concat().Subscribe(_ => { }, why => Log.PageFailed(logger, why));
}
