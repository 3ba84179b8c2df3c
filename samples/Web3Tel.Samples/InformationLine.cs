using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Flows;
using Web3Tel.Information;
using Web3Tel.Prompts;
using static Web3Tel.Flows.FlowSteps;

namespace Web3Tel.Samples;

/// <summary>
/// Shows an information line: what an address of the web says is spoken to whoever calls. A web that is slow or broken keeps nobody waiting for
/// longer than three seconds: the caller hears what it said last, or that it is not known.
/// </summary>
public static class InformationLine
{
    static readonly InformationSettings Settings = new()
    {
        Patience = TimeSpan.FromSeconds(3),
        Music = "local_stream://moh",
        Fallback = "speak:The weather is not known at the moment",
    };

    public static Flow<Unit> Flow(HttpClient http, Uri address, IScheduler scheduler) => Answer
        .Then(new InformationFlow(new Web(http, address), Settings, scheduler).Tell)
        .Then(HangUp(HangupCause.NormalClearing))
        .Select(_ => Unit.Default);

    /// <summary>A source is anything that gives a sound, or words to be spoken, or fails.</summary>
    sealed class Web(HttpClient http, Uri address) : IInformationSource
    {
        public IObservable<string> Read() => Observable
            .FromAsync(cancellation => http.GetStringAsync(address, cancellation))
            .Select(text => new Sound.Words(text.ReplaceLineEndings(" "), Sound.LanguageOf(text)).ToString());
    }
}
