using Web3Tel.History;

namespace Web3Tel.Distribution.Rules;

/// <summary>What agents write of their conversations: during them, and until the wrap-up is over. All of it is in the journey, the last of it with the call.</summary>
static class TakingNotes
{
    public static void TakeNote(this Decision now, Event.NoteTaken taken)
    {
        var call = NotedCall.Of(now.State, now.Agent(taken.Agent)!)!.Call;
        var note = new CallNote(taken.Agent, taken.Result, taken.Text);
        if (now.Caller(call) is { } caller)
        {
            now.Set(caller.With(now.At, JourneyEvent.NoteTaken, taken.Agent, note.Detail) with { Note = note });
        }
        else if (now.State.InWrapUp.GetValueOrDefault(call) is { } entry)
        {
            entry = entry with { Note = note, Journey = entry.Journey.Add(new JourneyStep(now.At, JourneyEvent.NoteTaken, taken.Agent, note.Detail)) };
            now.State = now.State with { InWrapUp = now.State.InWrapUp.SetItem(call, entry) };
            // A death in wrap-up must not take it along.
            now.Emit(new Effect.Archive(entry));
        }
    }

    /// <summary>Of a call that is over nothing is kept here: it goes to the history again.</summary>
    public static void ReviseNote(this Decision now, Event.NoteRevised revised)
    {
        var note = new CallNote(revised.Agent, revised.Result, revised.Text);
        now.Emit(new Effect.Archive(revised.Over with { Note = note, Journey = revised.Over.Journey.Add(new JourneyStep(now.At, JourneyEvent.NoteTaken, revised.Agent, note.Detail)) }));
    }
}
