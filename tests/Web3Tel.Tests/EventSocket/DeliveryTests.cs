using System.Diagnostics.Metrics;
using System.Reactive.Linq;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Messages;
using Xunit;

namespace Web3Tel.Tests.EventSocket;

public sealed class DeliveryTests
{
    [Fact]
    public void An_event_is_one_message_however_many_subscribe()
    {
        using var world = new InboundWorld();
        var all = world.Socket.Events.Record();
        var one = world.Socket.Channel("a").Record();
        var again = world.Socket.Channel("a").Record();
        var other = world.Socket.Channel("b").Record();

        world.Peer.Event("CHANNEL_ANSWER", ("Unique-ID", "a"));
        world.Settle();

        all.Single.Should().BeSameAs(one.Single).And.BeSameAs(again.Single);
        other.Items.Should().BeEmpty();
    }

    [Fact]
    public void Whoever_unsubscribes_hears_no_more()
    {
        using var world = new InboundWorld();
        var events = new Recorder<EventMessage>();
        var subscription = world.Socket.Channel("a").Subscribe(events);
        world.Peer.Event("CHANNEL_ANSWER", ("Unique-ID", "a"));
        world.Settle();

        subscription.Dispose();
        world.Peer.Event("CHANNEL_HANGUP", ("Unique-ID", "a"));
        world.Settle();

        events.Items.Should().ContainSingle();
        events.Ended.Should().BeFalse();
    }

    [Fact]
    public void A_body_that_looks_like_headers_is_not_taken_for_a_channel()
    {
        using var world = new InboundWorld();
        var channel = world.Socket.Channel("a").Record();

        world.Peer.EventWithBody("BACKGROUND_JOB", "Unique-ID: a\nUnique-ID: a\n", ("Job-UUID", "j1"));
        world.Settle();

        channel.Items.Should().BeEmpty();
    }

    [Fact]
    public void A_json_event_goes_to_its_channel_too()
    {
        using var world = new InboundWorld();
        var channel = world.Socket.Channel("a").Record();
        const string Json = """{"Event-Name":"CHANNEL_ANSWER","Caller-Caller-ID-Name":"\"Unique-ID\":\"b\"","Unique-ID":"a"}""";

        world.Peer.Say($"Content-Length: {Json.Length}\nContent-Type: text/event-json\n\n{Json}");
        world.Settle();

        channel.Single.EventName.Should().Be(EventName.ChannelAnswer);
        channel.Single["Caller-Caller-ID-Name"].Should().Be("\"Unique-ID\":\"b\"");
    }

    [Fact]
    public void A_subscriber_that_throws_ends_alone()
    {
        using var world = new InboundWorld();
        var calls = 0;
        world.Socket.Events.Subscribe(_ =>
        {
            calls++;
            throw new InvalidOperationException("a bug of the user's");
        });
        var other = world.Socket.Events.Record();

        world.Peer.Event("CHANNEL_ANSWER");
        world.Peer.Event("CHANNEL_HANGUP");
        world.Settle();

        calls.Should().Be(1);
        other.Items.Should().HaveCount(2);
        world.Log.Lines.Should().Contain(line => line.Contains("A subscriber threw", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_subscriber_that_never_returns_stops_neither_the_publisher_nor_another()
    {
        using var release = new ManualResetEventSlim();
        using var stuck = new ManualResetEventSlim();
        var hanging = Subscription(new Blocking(stuck, release), capacity: 100);
        var heard = new TaskCompletionSource();
        var other = Subscription(new Counting(1_000, heard), capacity: 10_000);

        // Before it hangs there is nothing that could stop anybody.
        hanging.OnNext(0);
        stuck.Wait(TestContext.Current.CancellationToken);
        for (var i = 0; i < 1_000; i++)
        {
            hanging.OnNext(i);
            other.OnNext(i);
        }

        await heard.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        release.Set();
    }

    [Fact]
    public async Task On_the_pool_an_answer_that_somebody_hangs_on_does_not_stop_the_reading()
    {
        using var world = new InboundWorld(delivery: DeliveryMode.ThreadPool);
        using var release = new ManualResetEventSlim();
        using var hanging = new ManualResetEventSlim();
        world.Socket.Send(new Api("status")).Subscribe(_ =>
        {
            hanging.Set();
            release.Wait();
        });
        var second = world.Socket.SendApi("version", TestContext.Current.CancellationToken);
        world.Settle();

        world.Peer.ApiResponse("UP");
        world.Settle();
        hanging.Wait(TestContext.Current.CancellationToken);
        world.Peer.ApiResponse("1.10");
        world.Settle();

        (await second.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)).Body.Should().Be("1.10");
        release.Set();
    }

    [Fact]
    public async Task On_the_pool_all_that_came_together_reaches_each_channel_in_order()
    {
        using var world = new InboundWorld(delivery: DeliveryMode.ThreadPool);
        var last = new TaskCompletionSource();
        var heard = new List<string>();
        world.Socket.Channel("a").Subscribe(message =>
        {
            heard.Add(message["X"]!);
            if (heard.Count == 1_000)
            {
                last.SetResult();
            }
        });

        for (var i = 0; i < 1_000; i++)
        {
            world.Peer.Event("CHANNEL_STATE", ("Unique-ID", "a"), ("X", $"{i}"));
            world.Peer.Event("CHANNEL_STATE", ("Unique-ID", "b"), ("X", $"{i}"));
        }

        world.Settle();
        await last.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        heard.Should().Equal(Enumerable.Range(0, 1_000).Select(i => $"{i}"));
    }

    [Fact]
    public void A_subscriber_that_falls_behind_gets_an_error_and_a_metric_counts_it()
    {
        var overflows = 0L;
        using var meter = new MeterListener();
        meter.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "web3tel.eventsocket.overflows")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meter.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref overflows, value));
        meter.Start();
        using var release = new ManualResetEventSlim();
        using var stuck = new ManualResetEventSlim();
        using var ended = new ManualResetEventSlim();
        var slow = new Blocking(stuck, release) { Ended = ended };
        var subscription = Subscription(slow, capacity: 10);

        subscription.OnNext(0);
        stuck.Wait(TestContext.Current.CancellationToken);
        for (var i = 1; i <= 11; i++)
        {
            subscription.OnNext(i);
        }

        release.Set();
        ended.Wait(TestContext.Current.CancellationToken);

        slow.Items.Should().Equal(0);
        slow.Error.Should().BeOfType<SubscriptionOverflowException>().Which.Message.Should().Contain("10 messages");
        overflows.Should().BeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task On_the_pool_messages_come_in_order_and_one_at_a_time()
    {
        var done = new TaskCompletionSource();
        var counting = new Counting(100_000, done);
        var subscription = Subscription(counting, capacity: int.MaxValue);

        for (var i = 0; i < 100_000; i++)
        {
            subscription.OnNext(i);
        }

        await done.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        subscription.End(null);
        counting.InOrder.Should().BeTrue();
    }

    [Fact]
    public void Inline_a_message_published_by_a_subscriber_waits_for_its_turn()
    {
        var seen = new List<int>();
        Subscription<int>? subscription = null;
        subscription = new Subscription<int>(
            new Relay<int>(item =>
            {
                if (item < 3)
                {
                    subscription!.OnNext(item + 1);
                }

                seen.Add(item);
            }),
            DeliveryMode.Inline,
            10,
            NullLogger.Instance);

        subscription.OnNext(0);

        seen.Should().Equal(0, 1, 2, 3);
    }

    static Subscription<int> Subscription(IObserver<int> observer, int capacity) =>
        new(observer, DeliveryMode.ThreadPool, capacity, NullLogger.Instance);

    sealed class Blocking(ManualResetEventSlim stuck, ManualResetEventSlim release) : IObserver<int>
    {
        public ManualResetEventSlim? Ended { get; init; }

        public List<int> Items { get; } = [];

        public Exception? Error { get; private set; }

        public void OnNext(int value)
        {
            Items.Add(value);
            stuck.Set();
            release.Wait();
        }

        public void OnCompleted() => Ended?.Set();

        public void OnError(Exception error)
        {
            Error = error;
            Ended?.Set();
        }
    }

    sealed class Counting(int expected, TaskCompletionSource done) : IObserver<int>
    {
        int next;

        public bool InOrder { get; private set; } = true;

        public void OnNext(int value)
        {
            InOrder &= value == next;
            if (++next == expected)
            {
                done.SetResult();
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error) => done.SetException(error);
    }

    sealed class Relay<T>(Action<T> next) : IObserver<T>
    {
        public void OnNext(T value) => next(value);

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
