using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Calls;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>A call as one life of the service sees it.</summary>
sealed class LineCall(Exchange exchange, Line line, Channel channel) : ICall
{
    readonly Subject<CallEvent> _events = new();
    CallEvent? _last;

    public CallInfo Info { get; } = channel.Info;

    public Channel Channel => channel;

    public IObservable<CallEvent> Events =>
        Observable.Defer(() => _last is { } last ? Observable.Return(last) : _events);

    public IObservable<Reply> Do(CallCommand command) => Observable.Defer(() =>
    {
        if (line.IsCut)
        {
            return Observable.Never<Reply>();
        }

        if (!channel.IsCaller && channel.Connection != this && !line.IsUp)
        {
            return Observable.Return(new Reply(ReplyOutcome.Disconnected));
        }

        return !channel.Alive || _last is not null
            ? HangUpAnyway(command)
            : exchange.Carry(channel, command, Over()).Take(1);
    });

    public void Tell(CallEvent happening)
    {
        if (_last is not null || line.IsCut)
        {
            return;
        }

        if (happening is not (CallEvent.HungUp or CallEvent.Lost))
        {
            _events.OnNext(happening);
            return;
        }

        _last = happening;
        channel.Listeners.Remove(this);
        _events.OnNext(happening);
        _events.OnCompleted();
    }

    /// <summary>A connection we have lost sight through no commands; a hang-up goes by the connection to the exchange.</summary>
    IObservable<Reply> HangUpAnyway(CallCommand command)
    {
        if (channel.Alive && line.IsUp && command is CallCommand.HangUp hangUp)
        {
            exchange.Channels.HangUp(channel, hangUp.Cause, HungUpBy.Service);
        }

        return Observable.Return(new Reply(ReplyOutcome.CallEnded));
    }

    IObservable<Reply> Over() => _events
        .Where(happening => happening is CallEvent.HungUp or CallEvent.Lost)
        .Take(1)
        .Select(happening => new Reply(happening is CallEvent.Lost ? ReplyOutcome.Disconnected : ReplyOutcome.CallEnded));
}
