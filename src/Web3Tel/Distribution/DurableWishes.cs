using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Callbacks;
using Web3Tel.Calls;
using Web3Tel.Journal;

namespace Web3Tel.Distribution;

/// <summary>Takes wishes to be called back, and promises nothing before it is on the disk.</summary>
sealed class DurableWishes(IJournal journal, IScheduler scheduler, Serializer serializer, Func<CallCenter> current, Action<Event> handle)
{
    /// <summary>How long the disk may take. The caller waits for the answer.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public IObservable<CallbackReply> Ask(CallbackWish wish)
    {
        var reply = new AsyncSubject<CallbackReply>();
        serializer.Post(() => Take(wish, reply));
        return reply.AsObservable();
    }

    void Take(CallbackWish wish, AsyncSubject<CallbackReply> reply)
    {
        var verdict = CallbackVerdict.Of(current(), wish);
        if (verdict is CallbackReply.NotHere or CallbackReply.NumberRefused)
        {
            Say(verdict, reply);
            return;
        }

        if (verdict == CallbackReply.Accepted)
        {
            handle(new Event.CallbackAsked(scheduler.Now, wish));
        }

        // Of an earlier wish, too, it must be certain that it stands.
        var number = current().Number;
        var id = RequestOf(wish)?.Id;
        journal.Durable
            .Where(written => written >= number)
            .Select(_ => true)
            .Merge(Observable.Timer(Longest, scheduler).Select(_ => false))
            .Take(1)
            .Catch((Exception _) => Observable.Return(false))
            .DefaultIfEmpty(false)
            .Subscribe(written => serializer.Post(() =>
            {
                // By its id: a switch that has come meanwhile has taken it over.
                if (!written && verdict == CallbackReply.Accepted && RequestOf(wish) is { } withdrawn && withdrawn.Id == id)
                {
                    handle(new Event.CallbackCancelled(scheduler.Now, withdrawn, CallbackEnd.NotWritten));
                }

                Say(written ? verdict : CallbackReply.NotWritten, reply);
            }));
    }

    CallRef? RequestOf(CallbackWish wish) => current().RequestOf(wish.Queue, CallbackNumber.Read(wish.Number)!)?.Call;

    static void Say(CallbackReply answer, AsyncSubject<CallbackReply> reply)
    {
        reply.OnNext(answer);
        reply.OnCompleted();
    }
}
