using System.Text.Json.Serialization;

namespace Web3Tel.Scenarios;

/// <summary>What a caller meets at one place of a scenario, and what follows.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(Answer), "answer")]
[JsonDerivedType(typeof(Ring), "ring")]
[JsonDerivedType(typeof(Greeting), "greeting")]
[JsonDerivedType(typeof(Play), "play")]
[JsonDerivedType(typeof(Say), "say")]
[JsonDerivedType(typeof(Menu), "menu")]
[JsonDerivedType(typeof(Information), "information")]
[JsonDerivedType(typeof(Collect), "collect")]
[JsonDerivedType(typeof(Hours), "hours")]
[JsonDerivedType(typeof(Callers), "callers")]
[JsonDerivedType(typeof(ChooseLanguage), "language")]
[JsonDerivedType(typeof(Priority), "priority")]
[JsonDerivedType(typeof(Skills), "skills")]
[JsonDerivedType(typeof(Queue), "queue")]
[JsonDerivedType(typeof(Operator), "operator")]
[JsonDerivedType(typeof(Number), "number")]
[JsonDerivedType(typeof(Voicemail), "voicemail")]
[JsonDerivedType(typeof(Callback), "callback")]
[JsonDerivedType(typeof(HangUp), "hangup")]
public abstract partial record ScenarioStep
{
    ScenarioStep()
    {
    }

    /// <summary>Everything that may follow, by the name it has in the data.</summary>
    [JsonIgnore]
    public abstract IEnumerable<Way> Ways { get; }

    /// <summary>What is played or spoken, by the name it has in the data.</summary>
    [JsonIgnore]
    public virtual IEnumerable<(string Name, ScenarioPrompt Prompt)> Prompts => [];

    /// <summary>Whether it is a place to stay: whoever gets here need not go anywhere else.</summary>
    [JsonIgnore]
    public virtual bool IsEnd => false;

    /// <summary>Whether it takes no time for who comes to it again: such a caller hears nothing of it and is asked nothing.</summary>
    [JsonIgnore]
    public virtual bool IsInstant => false;

    static IEnumerable<(string Name, ScenarioPrompt Prompt)> Present(params IEnumerable<(string Name, ScenarioPrompt? Prompt)> prompts) =>
        from prompt in prompts where prompt.Prompt is not null select (prompt.Name, prompt.Prompt!);
}
