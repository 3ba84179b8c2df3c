using System.Reactive.Concurrency;
using System.Reactive.Subjects;
using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Callbacks;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Journal;
using Web3Tel.Tests.Distribution;
using Web3Tel.Tests.Distribution.World;
using Web3Tel.Tests.Flows;
using Xunit;

namespace Web3Tel.Tests.Callbacks;

public sealed class Accepted_means_durable
{
    readonly HistoricalScheduler clock = new(Desk.Opening);
    readonly ScriptedSwitch @switch = new();
    readonly SlowJournal journal = new();
    readonly Distributor center;
    readonly List<CallbackReply> replies = [];

    public Accepted_means_durable()
    {
        center = new Distributor(@switch, journal, new MemoryHistory(), clock);
        center.Start(CallCenter.Empty, Guid.Empty, CallbackDesk.With(Desk.Sales with { Callback = CallbackDesk.Usual }), _ => throw new InvalidOperationException());
    }

    [Fact]
    public void It_is_accepted_when_it_is_on_the_disk_and_not_before()
    {
        Ask();
        clock.AdvanceBy(3.Seconds());
        replies.Should().BeEmpty();
        journal.Durable.OnNext(journal.Written - 1);
        replies.Should().BeEmpty();
        journal.Durable.OnNext(journal.Written);
        replies.Should().Equal(CallbackReply.Accepted);
        clock.AdvanceBy(1.Minutes());
        center.Current.Callbacks.Should().HaveCount(1);
    }

    [Fact]
    public void A_disk_that_takes_nothing_promises_nothing()
    {
        Ask();
        clock.AdvanceBy(5.Seconds());
        replies.Should().Equal(CallbackReply.NotWritten);
        center.Current.Callbacks.Should().BeEmpty();
        journal.Durable.OnNext(journal.Written);
        replies.Should().HaveCount(1);
        Ask();
        journal.Durable.OnNext(journal.Written);
        replies.Should().Equal(CallbackReply.NotWritten, CallbackReply.Accepted);
    }

    [Fact]
    public void Nor_does_it_when_the_switch_comes_that_was_not_there_when_it_was_asked_for()
    {
        Ask();
        @switch.States.OnNext(new NodeState.Up(Desk.Node, []));
        clock.AdvanceBy(5.Seconds());
        replies.Should().Equal(CallbackReply.NotWritten);
        center.Current.Callbacks.Should().BeEmpty();
    }

    [Fact]
    public void A_journal_that_fails_promises_nothing()
    {
        Ask();
        journal.Durable.OnError(new IOException("no space left"));
        replies.Should().Equal(CallbackReply.NotWritten);
        center.Current.Callbacks.Should().BeEmpty();
    }

    [Fact]
    public void Of_two_at_once_the_second_hears_of_the_first_only_when_that_is_certain()
    {
        Ask();
        Ask();
        replies.Should().BeEmpty();
        journal.Durable.OnNext(journal.Written);
        replies.Should().Equal(CallbackReply.Accepted, CallbackReply.AskedAlready);
    }

    [Fact]
    public void Of_two_at_once_neither_is_promised_anything_where_the_disk_fails()
    {
        Ask();
        Ask();
        clock.AdvanceBy(5.Seconds());
        replies.Should().Equal(CallbackReply.NotWritten, CallbackReply.NotWritten);
        center.Current.Callbacks.Should().BeEmpty();
    }

    [Fact]
    public void It_is_written_whether_or_not_anybody_listens_and_told_to_whoever_listens_later()
    {
        var reply = center.Ask(new CallbackWish("sales", CallbackDesk.Number));
        center.Current.Callbacks.Should().HaveCount(1);
        journal.Durable.OnNext(journal.Written);
        reply.Subscribe(replies.Add);
        replies.Should().Equal(CallbackReply.Accepted);
    }

    [Fact]
    public void What_is_refused_is_told_at_once_and_not_written()
    {
        var before = journal.Written;
        center.Ask(new CallbackWish("nowhere", CallbackDesk.Number)).Subscribe(replies.Add);
        center.Ask(new CallbackWish("sales", "112")).Subscribe(replies.Add);
        replies.Should().Equal(CallbackReply.NotHere, CallbackReply.NumberRefused);
        journal.Written.Should().Be(before);
    }

    [Fact]
    public void It_is_cancelled_once()
    {
        Ask();
        var call = center.Current.Pending().Single().Call;
        var refusals = new List<string?>();
        center.CancelCallback(call, "olga").Subscribe(refusals.Add);
        center.CancelCallback(call, "olga").Subscribe(refusals.Add);
        refusals[0].Should().BeNull();
        refusals[1].Should().Contain("no callback");
        center.Current.Callbacks.Should().BeEmpty();
    }

    void Ask() => center.Ask(new CallbackWish("sales", CallbackDesk.Number)).Subscribe(replies.Add);

    sealed class SlowJournal : IJournal
    {
        public Subject<long> Durable { get; } = new();

        public long Written { get; private set; }

        IObservable<long> IJournal.Durable => Durable;

        public void Append(JournalEntry entry) => Written = entry.Number;
    }
}
