using System.Collections.Immutable;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Calls;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>The exchange as one life of the service reaches it. Cut, it carries nothing either way any more.</summary>
sealed class Line(Exchange exchange) : ISwitch
{
    readonly Subject<ICall> _calls = new();
    readonly ReplaySubject<NodeState> _nodes = new(1);
    readonly Subject<PhoneUse> _uses = new();
    readonly List<IObserver<ICall>> _ringing = [];

    public bool IsCut { get; private set; }

    public bool IsUp { get; private set; }

    public DateTimeOffset UpSince { get; private set; }

    public IObservable<ICall> Calls => _calls;

    public IObservable<NodeState> Nodes => _nodes;

    public IObservable<PhoneUse> PhoneUses => _uses;

    public void Uses(PhoneUse use)
    {
        if (IsUp)
        {
            _uses.OnNext(use);
        }
    }

    public ICall Attach(LiveCall call)
    {
        var channel = exchange.Channels.Find(call.Ref);
        var attached = new LineCall(exchange, this, channel ?? Gone(call));
        if (channel is { Alive: true })
        {
            channel.Listeners.Add(attached);
        }
        else
        {
            attached.Tell(new CallEvent.HungUp(exchange.Now, new HangupCause("UNKNOWN"), HungUpBy.Unknown));
        }

        return attached;
    }

    public IObservable<bool> Lives(CallRef call) => IsUp && !IsCut ? Observable.Return(exchange.Channels.Find(call) is not null) : Observable.Empty<bool>();

    public IObservable<bool> AreJoined(CallRef call, CallRef other) =>
        IsUp && !IsCut && exchange.Channels.Find(call) is { } channel ? Observable.Return(channel.Peer?.Ref == other) : Observable.Empty<bool>();

    public IObservable<ICall> Originate(Dial dial) => Observable.Create<ICall>(observer =>
    {
        if (IsCut)
        {
            return () => { };
        }

        if (!IsUp)
        {
            observer.OnError(new IOException("Not connected to the exchange."));
            return () => { };
        }

        _ringing.Add(observer);
        var stop = exchange.Ringing.Ring(dial, leg => Finish(observer, leg), cause => Finish(observer, cause));
        return () =>
        {
            if (_ringing.Remove(observer) && !IsCut)
            {
                stop();
            }
        };
    });

    public void Arrive(Channel channel)
    {
        var call = new LineCall(exchange, this, channel);
        channel.Connection = call;
        channel.Forsaken = false;
        channel.Listeners.Add(call);
        _calls.OnNext(call);
    }

    public void Up()
    {
        IsUp = true;
        UpSince = exchange.Now;
        _nodes.OnNext(new NodeState.Up(Exchange.Node, exchange.Survey()) { PhonesInUse = exchange.PhonesInUse() });
    }

    /// <summary>Commands no longer reach the exchange, and what was watched through that connection is out of sight.</summary>
    public void Down(IEnumerable<Channel> watched)
    {
        IsUp = false;
        foreach (var observer in _ringing.ToArray())
        {
            _ringing.Remove(observer);
            observer.OnError(new IOException("The connection broke."));
        }

        foreach (var listener in watched.SelectMany(channel => channel.Listeners.Where(listener => listener != channel.Connection)).ToArray())
        {
            listener.Tell(new CallEvent.Lost(exchange.Now, "The connection broke."));
        }

        _nodes.OnNext(new NodeState.Down(Exchange.Node, "The connection broke."));
    }

    public void Cut()
    {
        IsCut = true;
        IsUp = false;
    }

    void Finish(IObserver<ICall> observer, Channel leg)
    {
        if (!IsCut && _ringing.Remove(observer))
        {
            var call = new LineCall(exchange, this, leg);
            leg.Listeners.Add(call);
            observer.OnNext(call);
            observer.OnCompleted();
        }
    }

    void Finish(IObserver<ICall> observer, HangupCause cause)
    {
        if (!IsCut && _ringing.Remove(observer))
        {
            observer.OnError(new DialFailedException(cause));
        }
    }

    static Channel Gone(LiveCall call) => new(
        new CallInfo(call.Ref, "", "", "", call.Created, ImmutableDictionary<string, string>.Empty), phone: null) { Alive = false };
}
