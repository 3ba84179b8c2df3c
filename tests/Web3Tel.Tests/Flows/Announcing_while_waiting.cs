using System.Reactive;
using System.Reactive.Linq;
using System.Text.Json;
using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Journal;
using Web3Tel.Queues;
using Web3Tel.Speech;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Flows;

public sealed class Announcing_while_waiting
{
    const string First = "play «you are number one in the queue»";
    const string Second = "play «you are number two in the queue»";
    static readonly Announcements Places = new() { Position = true, LeastGap = 10.Seconds() };

    [Fact]
    public void Tells_the_place_on_joining_and_goes_on_with_the_music()
    {
        var center = With(Places);
        var call = Arrives(center, "a");
        call.Log.Should().EndWith(["music moh", "silence", First, "music moh"]);
    }

    [Fact]
    public void Tells_the_place_again_only_when_it_got_better()
    {
        var center = With(Places);
        var first = Arrives(center, "a");
        var second = Arrives(center, "b");
        second.Log.Clear();
        center.Clock.AdvanceBy(60.Seconds());
        second.Log.Should().BeEmpty();
        first.Happening.OnNext(new CallEvent.HungUp(center.Clock.Now, HangupCause.NormalClearing, HungUpBy.Party));
        center.Clock.AdvanceBy(10.Seconds());
        second.Log.Should().Equal("silence", First, "music moh");
        center.Clock.AdvanceBy(600.Seconds());
        second.Log.Should().HaveCount(3);
    }

    [Fact]
    public void Tells_the_place_again_after_the_time_that_is_set()
    {
        var center = With(Places with { RepeatAfter = 30.Seconds() });
        var call = Arrives(center, "a");
        call.Log.Clear();
        center.Clock.AdvanceBy(29.Seconds());
        call.Log.Should().BeEmpty();
        center.Clock.AdvanceBy(2.Seconds());
        call.Log.Should().Equal("silence", First, "music moh");
    }

    [Fact]
    public void Tells_the_expected_wait_after_the_place_once_it_is_known()
    {
        var center = With(Places with { ExpectedWait = true });
        Arrives(center, "a").Log.Should().NotContain(done => done.Contains("wait", StringComparison.Ordinal));
        center.AnnaComes();
        var leg = center.Switch.Answer("user/anna");
        center.Clock.AdvanceBy(170.Seconds());
        leg.Happening.OnNext(new CallEvent.HungUp(center.Clock.Now, HangupCause.NormalClearing, HungUpBy.Party));
        Arrives(center, "b").Log.Should().EndWith(["silence", First, "play «the wait is about three minutes»", "music moh"]);
    }

    [Fact]
    public void Leaves_the_least_gap_between_two_announcements_counted_from_the_end_of_the_first()
    {
        var center = With(Places);
        var first = Arrives(center, "a");
        var call = new ScriptedCall("b");
        center.Arrives(call);
        var played = call.Hold<CallCommand.Play>();
        center.Clock.AdvanceBy(1.Milliseconds());
        call.Log.Should().EndWith(Second);
        first.Happening.OnNext(new CallEvent.HungUp(center.Clock.Now, HangupCause.NormalClearing, HungUpBy.Party));
        center.Clock.AdvanceBy(30.Seconds());
        call.Log.Should().EndWith(Second);
        played.OnNext(Reply.Done);
        call.Log.Should().EndWith("music moh");
        center.Clock.AdvanceBy(9.Seconds());
        call.Log.Should().EndWith("music moh");
        center.Clock.AdvanceBy(2.Seconds());
        call.Log.Should().EndWith(First);
    }

    [Fact]
    public void Plays_the_messages_in_turn()
    {
        var center = With(new Announcements { Messages = ["web.wav", "sale.wav"], MessageEvery = 20.Seconds() });
        var call = Arrives(center, "a");
        call.Log.Clear();
        center.Clock.AdvanceBy(19.Seconds());
        call.Log.Should().BeEmpty();
        center.Clock.AdvanceBy(45.Seconds());
        call.Log.Where(done => done.StartsWith("play", StringComparison.Ordinal)).Should().Equal("play web.wav", "play sale.wav", "play web.wav");
    }

    [Theory]
    [InlineData(Language.English, "to be called back, press one. to leave a message, press star")]
    [InlineData(Language.Russian, "чтобы мы вам перезвонили, нажмите один. чтобы оставить сообщение, нажмите звёздочку")]
    public void Offers_to_be_called_back_or_to_leave_a_message_before_the_messages_in_turn(Language language, string offer)
    {
        var queue = Leaving with { Announce = new Announcements { Language = language, Keys = true, Messages = ["web.wav"], MessageEvery = 20.Seconds() } };
        var center = RunningCenter.With(Steps, queue);
        var call = Arrives(center, "a");
        center.Clock.AdvanceBy(65.Seconds());
        call.Log.Where(done => done.StartsWith("play", StringComparison.Ordinal)).Should().Equal("play hello.wav", $"play «{offer}»", "play web.wav", $"play «{offer}»");
    }

    [Fact]
    public void An_offer_of_keys_that_there_are_not_is_refused() =>
        new Configuration
        {
            Steps = Steps.Names,
            LineOut = "sofia/gateway/out/{number}",
            Queues = [Leaving with { ExitKeys = [new('2', new NextStep.HangUp())], Announce = new() { Keys = true } }, Leaving with { Name = "service", Announce = new() { Keys = true } }],
        }.Problems().Should().ContainSingle().Which.Should().Be(
            "Queue 'sales': Announce: Keys is set, but no exit key leads to step:callback or step:voicemail: add one, or leave Keys out.");

    [Fact]
    public void Speaks_the_language_of_the_queue()
    {
        var center = With(Places with { Language = Language.Russian });
        Arrives(center, "a").Log.Should().Contain("play «вы первый в очереди»");
    }

    [Fact]
    public void Does_not_delay_the_bridge_when_an_agent_answers_in_the_middle()
    {
        var center = With(Places with { Messages = ["long.wav"] });
        var call = new ScriptedCall("a");
        center.Arrives(call);
        var announcement = call.Hold<CallCommand.Play>();
        var bridge = call.Hold<CallCommand.Bridge>();
        center.Clock.AdvanceBy(1.Milliseconds());
        call.Log.Should().EndWith(First);
        call.Log.Clear();

        center.AnnaComes();
        var answered = center.Clock.Now;
        var leg = center.Switch.Answer("user/anna");
        call.Log.Should().Equal([$"bridge {leg.Info.Ref.Id}"], "nothing stands between the answer and the bridge, not even a command");
        center.Clock.Now.Should().Be(answered);

        // The bridge ends the announcement, and nothing is played into the conversation.
        announcement.OnNext(Reply.Done);
        bridge.OnNext(Reply.Done);
        center.Clock.AdvanceBy(600.Seconds());
        call.Log.Should().ContainSingle();
        center.Faults.Should().BeEmpty();
    }

    [Fact]
    public void Plays_nothing_whose_sound_is_ready_only_when_the_agent_has_answered()
    {
        var center = With(Places);
        var sound = center.Voice.Held = new();
        var call = Arrives(center, "a");
        call.Log.Should().EndWith("music moh", "the music goes on while the sound is made");
        call.Log.Clear();
        call.Hold<CallCommand.Bridge>();
        center.AnnaComes();
        center.Switch.Answer("user/anna");
        sound.OnNext("late.wav");
        call.Log.Should().ContainSingle().Which.Should().StartWith("bridge");
    }

    [Fact]
    public void Begins_again_when_the_bridge_fails()
    {
        var center = With(Places);
        var call = Arrives(center, "a");
        var bridge = call.Hold<CallCommand.Bridge>();
        center.AnnaComes();
        center.Switch.Answer("user/anna");
        bridge.OnNext(new Reply(ReplyOutcome.Refused));
        call.Log.Should().EndWith("music moh");
        center.Clock.AdvanceBy(1.Milliseconds());
        call.Log.Should().EndWith(["silence", First, "music moh"]);
    }

    [Fact]
    public void Goes_on_with_the_music_where_there_is_no_voice()
    {
        var center = With(Places with { Messages = ["web.wav"], MessageEvery = 20.Seconds() });
        center.Voice.IsMute = true;
        var call = Arrives(center, "a");
        call.Log.Should().EndWith("music moh").And.NotContain("silence");
        center.Clock.AdvanceBy(20.Seconds());
        call.Log.Should().EndWith(["silence", "play web.wav", "music moh"]);
    }

    [Fact]
    public void Goes_on_with_the_music_after_a_sound_that_cannot_be_played()
    {
        var center = With(Places);
        var call = new ScriptedCall("a");
        center.Arrives(call);
        var announcement = call.Hold<CallCommand.Play>();
        center.Clock.AdvanceBy(1.Milliseconds());
        announcement.OnNext(new Reply(ReplyOutcome.Refused, "FILE NOT FOUND"));
        call.Log.Should().EndWith([First, "music moh"]);
    }

    [Fact]
    public void Stops_with_the_call()
    {
        var center = With(Places with { RepeatAfter = 10.Seconds() });
        var call = Arrives(center, "a");
        call.Happening.OnNext(new CallEvent.HungUp(center.Clock.Now, HangupCause.NormalClearing, HungUpBy.Party));
        call.Log.Clear();
        center.Voice.Said.Clear();
        center.Clock.AdvanceBy(600.Seconds());
        call.Log.Should().BeEmpty();
        center.Voice.Said.Should().BeEmpty();
    }

    /// <summary>Fifty who go move ten thousand callers fifty times: each is told once, when it is their time.</summary>
    [Fact]
    public void Costs_no_more_than_what_is_spoken_to_ten_thousand_callers()
    {
        const int Callers = 10_000;
        const int Gone = 50;
        var center = With(Places);
        var calls = Enumerable.Range(0, Callers).Select(n => center.Arrives(new ScriptedCall($"c{n}"))).ToArray();
        center.Clock.AdvanceBy(1.Milliseconds());
        center.Voice.Said.Should().HaveCount(Callers);
        center.Voice.Said.Clear();
        var informed = center.Center.Current.Number;

        foreach (var call in calls.Take(Gone))
        {
            call.Happening.OnNext(new CallEvent.HungUp(center.Clock.Now, HangupCause.NormalClearing, HungUpBy.Party));
        }

        center.Voice.Said.Should().BeEmpty("nothing is pushed to those who wait");
        center.Clock.AdvanceBy(10.Seconds());
        center.Voice.Said.Should().HaveCount(Callers - Gone);
        center.Clock.AdvanceBy(20.Seconds());
        center.Voice.Said.Should().HaveCount(Callers - Gone);
        center.Center.Current.Number.Should().Be(informed + Gone, "announcements are no events");
    }

    [Fact]
    public void Is_in_the_journal_with_all_its_settings()
    {
        var announce = Places with { Language = Language.Russian, Messages = ["web.wav"], RepeatAfter = 40.Seconds(), Keys = true };
        var configured = new Event.Configured(Desk.Opening, new Configuration { Queues = [Desk.Sales with { Announce = announce }] });
        var json = JsonSerializer.Serialize(new JournalEntry(1, 1, configured), JournalJson.Default.JournalEntry);
        var read = (Event.Configured)JsonSerializer.Deserialize(json, JournalJson.Default.JournalEntry)!.Event;
        read.Configuration.Queues.Single().Announce.Should().BeEquivalentTo(announce);
    }

    [Fact]
    public void Is_refused_with_times_that_cannot_be() =>
        new Configuration
        {
            Queues = [Desk.Sales with { Announce = new() { LeastGap = 0.Seconds(), MessageEvery = TimeSpan.FromSeconds(-1), RepeatAfter = 2.Days(), Messages = [" "] } }],
        }.Problems().Should().HaveCount(4).And.OnlyContain(problem => problem.StartsWith("Queue 'sales': Announce: "));

    static QueueSettings Leaving => Desk.Sales with
    {
        Music = "moh", Callback = new(), ExitKeys = [new('1', new NextStep.Named("callback")), new('2', new NextStep.HangUp()), new('*', new NextStep.Named("voicemail"))],
    };

    static NamedSteps Steps => NamedSteps.None.Add("callback", _ => _ => Observable.Empty<Unit>()).Add("voicemail", _ => _ => Observable.Empty<Unit>());

    static RunningCenter With(Announcements announce) => new(null, Desk.Sales with { Music = "moh", Announce = announce });

    static ScriptedCall Arrives(RunningCenter center, string caller)
    {
        var call = center.Arrives(new ScriptedCall(caller));
        center.Clock.AdvanceBy(1.Milliseconds());
        return call;
    }
}
