using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Calls;
using Web3Tel.Information;
using Web3Tel.Tests.Distribution;
using Web3Tel.Tests.Flows;
using Xunit;

namespace Web3Tel.Tests.Information;

public sealed class Telling_what_is_read_elsewhere : IDisposable
{
    static readonly InformationSettings Settings = new() { Fallback = "sorry.wav", Patience = 3.Seconds(), Fresh = 10.Seconds(), Kept = 1.Hours(), Music = "moh" };

    readonly HistoricalScheduler _clock = new(Desk.Opening);
    readonly ScriptedSource _source = new();
    readonly List<Exception> _failures = [];
    readonly CompositeDisposable _calls = [];
    readonly InformationFlow _flow;
    int _over;

    public Telling_what_is_read_elsewhere() => _flow = new InformationFlow(_source, Settings, _clock, _failures.Add);

    public void Dispose() => _calls.Dispose();

    [Fact]
    public void What_is_there_at_once_is_played_without_music_before()
    {
        _source.Answer = Observable.Return("weather.wav");

        Calls().Log.Should().Equal("play weather.wav");
        _over.Should().Be(1);
    }

    [Fact]
    public void The_caller_hears_music_until_it_is_there()
    {
        var call = Calls();
        call.Log.Should().Equal("music moh");

        _source.Held.OnNext("weather.wav");

        call.Log.Should().Equal("music moh", "silence", "play weather.wav");
        _over.Should().Be(1);
    }

    [Fact]
    public void A_source_that_is_slow_keeps_nobody_longer_than_the_patience()
    {
        var call = Calls();
        _clock.AdvanceBy(2.9.Seconds());
        call.Log.Should().Equal("music moh");

        _clock.AdvanceBy(0.2.Seconds());

        call.Log.Should().Equal("music moh", "silence", "play sorry.wav");
        _failures.Should().ContainSingle().Which.Should().BeOfType<TimeoutException>();
        _source.Held.HasObservers.Should().BeFalse("nobody waits for it any more");
        _over.Should().Be(1);
    }

    [Fact]
    public void What_was_read_last_is_told_when_the_source_fails_and_the_fallback_when_that_is_too_old()
    {
        _source.Answer = Observable.Return("weather.wav");
        Calls();
        _source.Answer = Observable.Throw<string>(new IOException("gone"));
        _clock.AdvanceBy(30.Minutes());
        Calls().Log.Should().EndWith("play weather.wav");

        _clock.AdvanceBy(31.Minutes());

        Calls().Log.Should().EndWith("play sorry.wav");
        _failures.Should().HaveCount(2);
    }

    [Fact]
    public void What_was_just_read_is_told_to_others_without_asking_again()
    {
        _source.Answer = Observable.Return("weather.wav");
        Calls();
        _clock.AdvanceBy(9.Seconds());
        Calls().Log.Should().Equal("play weather.wav");
        _source.Reads.Should().Be(1);

        _clock.AdvanceBy(2.Seconds());
        Calls();

        _source.Reads.Should().Be(2);
    }

    [Fact]
    public void A_source_that_says_nothing_is_one_that_has_nothing()
    {
        _source.Answer = Observable.Empty<string>();

        Calls().Log.Should().EndWith("play sorry.wav");
    }

    [Fact]
    public void A_key_ends_it_while_it_is_read_and_while_it_is_told()
    {
        var waiting = Calls();
        Press(waiting);
        waiting.Log.Should().Equal("music moh", "silence");
        _source.Held.HasObservers.Should().BeFalse();
        _source.Answer = Observable.Return("weather.wav");
        var call = new ScriptedCall("listening");
        var playing = call.Hold<CallCommand.Play>();
        Calls(call);
        _over.Should().Be(1);

        Press(call);

        _over.Should().Be(2);
        playing.HasObservers.Should().BeFalse("it is stopped");
    }

    [Fact]
    public void Who_hangs_up_in_the_middle_leaves_nothing_behind()
    {
        Calls();

        _calls.Clear();
        _source.Held.OnNext("weather.wav");
        _clock.AdvanceBy(1.Hours());

        _source.Held.HasObservers.Should().BeFalse();
        _failures.Should().BeEmpty();
    }

    [Fact]
    public void A_recording_that_cannot_be_played_ends_no_flow()
    {
        _source.Answer = Observable.Return("weather.wav");
        var call = new ScriptedCall("caller");
        var played = call.Hold<CallCommand.Play>();
        Calls(call);

        played.OnNext(new Reply(ReplyOutcome.Refused));

        _over.Should().Be(1);
    }

    void Press(ScriptedCall call) => call.Happening.OnNext(new CallEvent.Digit(_clock.Now, '1'));

    ScriptedCall Calls() => Calls(new ScriptedCall("caller"));

    ScriptedCall Calls(ScriptedCall call)
    {
        _calls.Add(_flow.Tell(call).Subscribe(_ => _over++));
        return call;
    }

    sealed class ScriptedSource : IInformationSource
    {
        public Subject<string> Held { get; } = new();

        public IObservable<string>? Answer { get; set; }

        public int Reads { get; private set; }

        public IObservable<string> Read() => Observable.Defer(() =>
        {
            Reads++;
            return Answer ?? Held;
        });
    }
}
