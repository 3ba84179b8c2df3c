using Web3Tel.History;
using Web3Tel.Voicemail;

namespace Web3Tel.Distribution.Rules;

/// <summary>Messages that callers begin to leave, followed until it is known what came of them: told twice, it counts once.</summary>
static class MessageFates
{
    /// <summary>After it nobody will tell any more: an e-mail is not tried as long as that.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromDays(60);

    /// <summary>A caller begins to leave a message: a step of the journey, whatever comes of it.</summary>
    public static void Begin(this Decision now, Event.MessageBegun begun)
    {
        if (now.Caller(begun.Call) is not { } caller || now.State.Messages.ContainsKey(begun.Message))
        {
            now.Ignore();
            return;
        }

        now.Set(caller.With(now.At, JourneyEvent.LeavesMessage, detail: $"{begun.Mailbox} {begun.Message}"));
        var open = now.State.Messages.Add(begun.Message, new OpenMessage(begun.Message, begun.Mailbox, now.At));
        // Ids grow with time: the first is the oldest.
        now.State = now.State with { Messages = open.First() is { Value.Begun: var oldest } first && oldest + Longest < now.At ? open.Remove(first.Key) : open };
    }

    public static void Settle(this Decision now, Event.MessageSettled settled)
    {
        if (now.State.Messages.GetValueOrDefault(settled.Message) is not { } message || !message.CanBecome(settled.Fate))
        {
            now.Ignore();
            return;
        }

        var open = now.State.Messages;
        now.State = now.State with { Messages = message.Become(settled.Fate) is { } next ? open.SetItem(next.Id, next) : open.Remove(message.Id) };
    }
}
