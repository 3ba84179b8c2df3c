namespace Web3Tel.Information;

/// <summary>Where something comes from that callers are told: a file, an address of the web, a database.</summary>
public interface IInformationSource
{
    /// <summary>
    /// Cold: reads it anew; disposing gives up. One value: a sound as <see cref="Prompts.Sound"/> reads it (<c>speak:ru:Сегодня ясно</c>, a file), or an error
    /// that says why there is none. It may take as long as it takes: the caller does not wait for it longer than the flow is told.
    /// </summary>
    IObservable<string> Read();
}
