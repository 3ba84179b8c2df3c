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

    /// <summary>Asks twice at most, writes the mark into the journey and onto the call, says thank you, and ends the call. Who says nothing is thanked, too.</summary>
    public static Flow<Unit> Ask(Distributor center, SurveySettings settings) =>
        MenuFlow.Choose(Marks(settings), center.Scheduler)
            .Then(mark => mark == NoMark ? _ => Observable.Empty<Unit>() : Keep(center, settings.Name, mark))
            .Then(FlowSteps.Play(settings.Thanks ?? Spoken(settings.Language, "thank you", "спасибо")))
            .Then(FlowSteps.HangUp(HangupCause.NormalClearing))
            .Select(_ => Unit.Default);

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

    static Flow<Unit> Keep(Distributor center, string survey, int mark) => call => Observable.Defer(() =>
    {
        center.Post(at => new Event.Rated(at, call.Info.Ref, survey, mark));
        var memory = ImmutableDictionary<string, string>.Empty.Add(CallVariables.Mark, mark.ToString(CultureInfo.InvariantCulture));
        return call.Do(new CallCommand.SetVariables(memory)).IgnoreElements().Select(_ => Unit.Default);
    });

    static string Spoken(Language language, string english, string russian) => new Sound.Words(Phrases.In(language, english, russian), language).ToString();
}
