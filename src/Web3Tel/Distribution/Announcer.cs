using System.Reactive;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Flows;
using Web3Tel.Phones;
using Web3Tel.Speech;

namespace Web3Tel.Distribution;

/// <summary>Lets callers and agents hear what the engine decides: whispers, music and sentences.</summary>
/// <param name="told">The offer or the outgoing call for which it has been heard, or cannot be; whether the connection is gone.</param>
sealed class Announcer(
    ISpeaker speaker,
    Serializer serializer,
    RunningFlows flows,
    Func<CallRef, ICall> held,
    Action<long, bool> told,
    Action<Effect, Exception> fail) : IDisposable
{
    readonly ReadyWords _words = new(speaker, serializer);

    public void Prepare(Spoken words) => _words.Prepare(words);

    /// <summary>Who hangs up meanwhile says so; whatever else becomes of it, the caller comes next.</summary>
    public void Whisper(Effect.Whisper whisper)
    {
        string[] sounds = [.. whisper.Source is { } source ? [source] : Array.Empty<string>(), .. whisper.Words is { } words ? _words.Of(words) : []];
        if (sounds is [])
        {
            // None of the words was ready in time.
            serializer.Post(() => told(whisper.Offer, false));
            return;
        }

        held(whisper.Leg).Do(new CallCommand.Whisper(sounds[0], whisper.Keep) { Then = [.. sounds[1..]], Otherwise = whisper.Otherwise }).Where(reply => reply.Outcome != ReplyOutcome.CallEnded).Subscribe(
            reply => serializer.Post(() => told(whisper.Offer, reply.Outcome == ReplyOutcome.Disconnected)),
            error => serializer.Post(() => fail(whisper, error)));
    }

    /// <summary>A leg of ours has no connection of its own: it is played to as one that hears a whisper.</summary>
    public void LetHear(Effect.LetHear hear)
    {
        if (hear.IsOurs)
        {
            held(hear.Call).Do(new CallCommand.Whisper(hear.Source)).Subscribe(_ => { }, error => serializer.Post(() => fail(hear, error)));
        }
        else
        {
            flows.Start(held(hear.Call), FlowSteps.Answer.Then(FlowSteps.PlayMusic(hear.Source)).Select(_ => Unit.Default));
        }
    }

    /// <summary>Whoever hangs up meanwhile says so.</summary>
    public void Tell(Effect.Tell tell)
    {
        flows.Stop(tell.Call);
        var call = held(tell.Call);
        speaker.Say(OutgoingPhrases.Of(tell.Language, tell.Problem), tell.Language)
            .Select(sound => sound ?? Tones.Refused)
            .SelectMany(sound => tell.IsOurs
                ? call.Do(new CallCommand.Whisper(sound))
                : FlowSteps.Answer.Then(FlowSteps.Play(sound))(call))
            .Where(reply => reply.Outcome != ReplyOutcome.CallEnded)
            .Subscribe(
                _ => serializer.Post(() => told(tell.Number, false)),
                error => serializer.Post(() => fail(tell, error)));
    }

    public void Dispose() => _words.Dispose();
}
