using System.Collections.Immutable;
using Web3Tel.Callbacks;
using Web3Tel.Queues;
using Web3Tel.Scenarios;
using Web3Tel.Server.Settings;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Doctor;

/// <summary>The sounds that the settings name, each with the setting that names it.</summary>
static class SoundNames
{
    public static IEnumerable<(string Setting, string Sound)> Music(ServiceSettings settings) =>
        settings.CallCenter.Queues.Select(queue => ($"Web3Tel:Queues:{queue.Name}:Music", queue.Music));

    public static IEnumerable<(string Setting, string Sound)> Prompts(ServiceSettings settings) =>
        new[] { ("Web3Tel:Greeting", settings.Greeting), ("Web3Tel:Outgoing:RecordingNotice", settings.CallCenter.Outgoing.RecordingNotice ?? "") }
            .Concat(Voicemail(settings.Voicemail))
            .Concat(settings.CallCenter.Queues.SelectMany(Prompts))
            .Concat(settings.CallCenter.Lines.Select(line => ($"Web3Tel:Lines:{line.Number}:WhenBusy", LastWords(line.WhenBusy))))
            .Concat(settings.CallCenter.Lines.Select(line => ($"Web3Tel:Lines:{line.Number}:RecordingNotice", line.RecordingNotice ?? "")))
            .Concat(Scenarios(settings).Where(heard => heard.Prompt is { English: null, Russian: null }).Select(heard => (heard.Setting, heard.Prompt.Sound ?? "")))
            .Concat(Prompts(settings.Callback))
            .Concat([("Web3Tel:Survey:Question", settings.Survey.Question ?? ""), ("Web3Tel:Survey:Thanks", settings.Survey.Thanks ?? "")])
            .Where(prompt => prompt.Item2.Length > 0);

    /// <summary>What steps of scenarios play, those included whose words are spoken when the sound is missing.</summary>
    public static IEnumerable<(string Setting, ScenarioPrompt Prompt)> Scenarios(ServiceSettings settings) =>
        from scenario in settings.Scenarios
        from step in scenario.Steps
        from heard in step.Value.Prompts
        select ($"Web3Tel:Scenarios: {scenario.Name}: steps.{step.Key}.{heard.Name}", heard.Prompt);

    static IEnumerable<(string Setting, string Sound)> Prompts(CallbackPrompts callback) =>
        new[]
        {
            (nameof(callback.Offer), callback.Offer), (nameof(callback.Choices), callback.Choices), (nameof(callback.Confirm), callback.Confirm),
            (nameof(callback.Back), callback.Back), (nameof(callback.AskNumber), callback.AskNumber), (nameof(callback.WrongNumber), callback.WrongNumber),
            (nameof(callback.Accepted), callback.Accepted), (nameof(callback.AskedAlready), callback.AskedAlready), (nameof(callback.Unavailable), callback.Unavailable),
        }.Select(prompt => ($"Web3Tel:Callback:{prompt.Item1}", prompt.Item2 ?? ""));

    static IEnumerable<(string Setting, string Sound)> Voicemail(VoicemailSettings voicemail) => new[]
    {
        ("Greeting", voicemail.Greeting), ("Beep", voicemail.Beep), ("Choices", voicemail.Choices), ("TooShort", voicemail.TooShort), ("Kept", voicemail.Kept), ("Unavailable", voicemail.Unavailable),
    }.Select(sound => ($"Web3Tel:Voicemail:{sound.Item1}", sound.Item2 ?? ""));

    /// <summary>What one queue plays.</summary>
    static IEnumerable<(string Setting, string Sound)> Prompts(QueueSettings queue)
    {
        ImmutableArray<(string Key, NextStep? Step)> steps =
            [("WhenFull", queue.WhenFull), ("WhenTooLong", queue.WhenTooLong), ("WhenEmpty", queue.WhenEmpty), .. queue.ExitKeys.Select(key => ("ExitKeys", (NextStep?)key.Step))];
        return new[] { ("Whisper", queue.Whisper ?? ""), ("RecordingNotice", queue.RecordingNotice ?? ""), ("PhoneLostNotice", queue.PhoneLostNotice ?? "") }
            .Concat((queue.Announce?.Messages ?? []).Select(message => ("Announce:Messages", message)))
            .Concat(steps.Select(step => (step.Key, LastWords(step.Step))))
            .Select(prompt => ($"Web3Tel:Queues:{queue.Name}:{prompt.Item1}", prompt.Item2));
    }

    /// <summary>What is heard where a step ends the call, at once or when a number cannot be reached; empty for nothing.</summary>
    static string LastWords(NextStep? step) => step switch
    {
        NextStep.HangUp { Message: { } message } => message,
        NextStep.Number { Otherwise: { } next } => LastWords(next),
        _ => "",
    };
}
