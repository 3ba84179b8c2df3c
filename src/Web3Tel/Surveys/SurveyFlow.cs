using System.Collections.Immutable;
using System.Globalization;
using System.Reactive;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Menus;
using Web3Tel.Prompts;
using Web3Tel.Speech;

namespace Web3Tel.Surveys;

/// <summary>Asks for a mark, such as after a conversation (<see cref="Queues.QueueSettings.AfterTalk"/>).</summary>
public static class SurveyFlow
{
    /// <summary>The name by which settings lead to it.</summary>
    public const string Step = "survey";

    const int NoMark = 0;
    const char Of = '@';

    /// <summary>
    /// Asks twice at most, writes the mark into the journey and onto the call, and says thank you; who says nothing is thanked, too. After it the
    /// call ends. One who had given a mark when the service died is not asked again.
    /// </summary>
    public static Flow<Unit> Ask(Distributor center, SurveySettings settings) => call => Observable.Defer(() =>
    {
        var talk = $"{center.Current.Callers.GetValueOrDefault(call.Info.Ref)?.Talk?.Began.UtcTicks ?? 0}";
        Flow<int> asked = Given(call, talk) is { } given ? _ => Observable.Return(given) : MenuFlow.Choose(Marks(settings), center.Scheduler);
        return asked
            .Then(mark => mark == NoMark ? _ => Observable.Empty<Unit>() : Keep(center, settings.Name, mark, talk))
            .Then(FlowSteps.Play(settings.Thanks ?? Spoken(settings.Language, "thank you", "спасибо")))
            .Select(_ => Unit.Default)(call);
    });

    /// <summary>What the call remembers of this conversation: a service that died may not.</summary>
    static int? Given(ICall call, string talk) =>
        call.Info.Variables.GetValueOrDefault(CallVariables.Mark)?.Split(Of) is [var mark, var of] && of == talk && int.TryParse(mark, CultureInfo.InvariantCulture, out var given) ? given : null;

    static Menu<int> Marks(SurveySettings settings)
    {
        var question = settings.Question ?? Spoken(
            settings.Language,
            $"how satisfied are you with the conversation? press a key from one to {EnglishNumbers.Cardinal(settings.Best)}, the best mark",
            $"оцените разговор: нажмите клавишу от одного до {RussianNumbers.Genitive(settings.Best, "одного")}");
        return Enumerable.Range(1, settings.Best).Aggregate(
            new Menu<int>(question, NoMark) { Tries = 2 },
            (menu, mark) => menu.On(mark.ToString(CultureInfo.InvariantCulture), mark));
    }

    static Flow<Unit> Keep(Distributor center, string survey, int mark, string talk) => call => Observable.Defer(() =>
    {
        center.Post(at => new Event.Rated(at, call.Info.Ref, survey, mark));
        var memory = ImmutableDictionary<string, string>.Empty.Add(CallVariables.Mark, string.Create(CultureInfo.InvariantCulture, $"{mark}{Of}{talk}"));
        return call.Do(new CallCommand.SetVariables(memory)).IgnoreElements().Select(_ => Unit.Default);
    });

    static string Spoken(Language language, string english, string russian) => new Sound.Words(Phrases.In(language, english, russian), language).ToString();
}
