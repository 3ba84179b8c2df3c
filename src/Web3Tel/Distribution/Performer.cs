using System.Diagnostics;
using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Flows;
using Web3Tel.History;
using Web3Tel.Phones;
using Web3Tel.Speech;

namespace Web3Tel.Distribution;

/// <summary>
/// Carries out what the engine decides, through the ports. Runs only from within the serializer, and what the ports say
/// comes back through it. Whatever cannot be done becomes an event.
/// </summary>
sealed class Performer : IDisposable
{
    readonly ISwitch _switch;
    readonly IHistory _history;
    readonly IScheduler _scheduler;
    readonly Serializer _serializer;
    readonly Action<Event> _handle;
    readonly FollowedCalls _calls;
    readonly RunningFlows _flows;
    readonly Rings _rings;
    readonly Announcer _announcer;
    readonly Flow<Unit> _reception;
    readonly Func<string, Flow<Unit>?> _steps;
    readonly RecordingNotices _notices;
    readonly TelephoneKeys _keys;
    readonly CompositeDisposable _listeners = [];
    readonly SerialDisposable _timer = new();
    readonly HashSet<(long Offer, CallRef Call)> _connecting = [];

    public Performer(
        ISwitch @switch,
        IHistory history,
        IScheduler scheduler,
        Serializer serializer,
        Flow<Unit> reception,
        Func<string, Flow<Unit>?> steps,
        ISpeaker speaker,
        RecordingNotices notices,
        TelephoneKeys keys,
        Action<Event> handle)
    {
        _switch = @switch;
        _history = history;
        _scheduler = scheduler;
        _serializer = serializer;
        _handle = handle;
        _calls = new FollowedCalls(serializer, Happened);
        _reception = reception;
        _steps = steps;
        _notices = notices;
        _keys = keys;
        _flows = new RunningFlows(serializer, (call, problem) => handle(new Event.FlowEnded(Now, call, problem)));
        _announcer = new Announcer(speaker, serializer, _flows, Held, (told, outOfSight) => handle(new Event.Whispered(Now, told, outOfSight)), Fail);
        _rings = new Rings(@switch, serializer, Answered, (offer, outcome, detail) => handle(new Event.OfferFailed(Now, offer, outcome, detail)));
    }

    DateTimeOffset Now => _scheduler.Now;

    /// <summary>A call reaches the service.</summary>
    public void Receive(ICall call)
    {
        var info = call.Info;
        _flows.Stop(info.Ref);
        _calls.Follow(call, isLeg: false);
        _handle(new Event.CallArrived(Now, info.Ref, info.Number, info.Name, info.Dialled, info.Arrived, info.Variables.ContainsKey(CallVariables.Joined), info.Variables.ContainsKey(CallVariables.ToldOfRecording))
        {
            TalkEnded = HangupCause.Read(info.Variables.GetValueOrDefault(CallVariables.TalkEnded)),
        });
    }

    /// <summary>The phone of an agent has dialled a number outside.</summary>
    public void Receive(ICall call, string agent, string number)
    {
        var info = call.Info;
        _flows.Stop(info.Ref);
        _calls.Follow(call, isLeg: false);
        _handle(new Event.OutgoingArrived(Now, info.Ref, agent, number));
    }

    public IDisposable Watch(CallRef call, CallerState state, IObserver<CallerState> observer) =>
        _flows.Watch(call, state, observer);

    public void Perform(Effect effect)
    {
        try
        {
            Do(effect);
        }
        catch (Exception exception)
        {
            _serializer.Post(() => Fail(effect, exception));
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        _listeners.Dispose();
        _rings.Dispose();
        _announcer.Dispose();
        _flows.Dispose();
        _calls.Dispose();
    }

    void Do(Effect effect)
    {
        switch (effect)
        {
            case Effect.Receive receive:
                _flows.Start(Held(receive.Call), _reception);
                break;
            case Effect.TakeStep take:
                _flows.Start(Held(take.Call), _steps(take.Name) ?? throw new InvalidOperationException($"There is no step '{take.Name}'."));
                break;
            case Effect.Ring ring:
                _rings.Ring(ring.Offer, ring.Dial);
                break;
            case Effect.Invite invite:
                _rings.Ring(invite.Guest, invite.Dial);
                break;
            case Effect.Withdraw withdraw:
                _rings.Withdraw(withdraw.Offer, withdraw.AnsweredElsewhere ? HangupCause.LoseRace : HangupCause.OriginatorCancel);
                break;
            case Effect.LetHear hear:
                _announcer.LetHear(hear);
                break;
            case Effect.Tell tell:
                _announcer.Tell(tell);
                break;
            case Effect.Prepare prepare:
                _announcer.Prepare(prepare.Words);
                break;
            case Effect.Remember remember:
                Forget(remember, Held(remember.Call).Do(new CallCommand.SetVariables(remember.Variables)));
                break;
            case Effect.Whisper whisper:
                _announcer.Whisper(whisper);
                break;
            case Effect.Part part:
                Part(part);
                break;
            case Effect.Hold hold:
                _flows.Start(Held(hold.Call), Hold(hold));
                break;
            case Effect.Announce announce when !_notices.IsHeard(announce.Call):
                _flows.Start(Held(announce.Call), call => _notices.Play(call, announce.Notice).IgnoreElements().Select(_ => Unit.Default));
                break;
            case Effect.Announce:
                break;
            case Effect.Consult consult:
                Join((consult.Guest, consult.AgentLeg), new CallCommand.Consult(consult.GuestLeg, consult.RecordTo) { Sides = consult.Sides, Masked = consult.Masked });
                break;
            case Effect.EndRecording end:
                Forget(end, Seen(end.Call).Do(new CallCommand.EndRecording(end.Path)));
                break;
            case Effect.Listen listen:
                _listeners.Add(_switch.Originate(listen.Dial with { Listening = new Listening(listen.Leg, listen.Mode) }).Subscribe(
                    _ => { },
                    error => _serializer.Post(() => Fail(listen, error))));
                break;
            case Effect.Connect connect:
                Join((connect.Offer, connect.Call), new CallCommand.Bridge(connect.Leg, connect.RecordTo) { ComesBack = connect.ComesBack, OutlivesOther = connect.OutlivesPhone, Sides = connect.Sides, Masked = connect.Masked });
                break;
            case Effect.Mask mask:
                Mask(mask);
                break;
            case Effect.HangUp hangUp:
                HangUp(hangUp);
                break;
            case Effect.Follow follow:
                Follow(follow);
                break;
            case Effect.Inquire inquire:
                _switch.Lives(inquire.Call).Take(1).Where(lives => !lives).Subscribe(
                    _ => _serializer.Post(() => _handle(new Event.EndUnheard(Now, inquire.Call))),
                    error => _serializer.Post(() => Fail(inquire, error)));
                break;
            case Effect.InquireJoint inquire:
                _switch.AreJoined(inquire.Call, inquire.With).Take(1).Where(joined => !joined).Subscribe(
                    _ => _serializer.Post(() => _handle(new Event.FoundParted(Now, inquire.Call))),
                    error => _serializer.Post(() => Fail(inquire, error)));
                break;
            case Effect.Inform { State: { } state } inform:
                _flows.Inform(inform.Call, state);
                break;
            case Effect.Inform over:
                _flows.Release(over.Call);
                _calls.Forget(over.Call);
                break;
            case Effect.Wake wake:
                _timer.Disposable = _scheduler.Schedule(wake.At, () => _serializer.Post(() => _handle(new Event.Woke(Now))));
                break;
            case Effect.Archive archive:
                _history.Put(archive.Entry);
                break;
            case Effect.Audit audit:
                _history.Put(audit.Record);
                break;
            default:
                throw new UnreachableException($"Nobody carries out {effect.GetType().Name}.");
        }
    }

    void Fail(Effect effect, Exception exception) => _handle(FailedEffect.Told(effect, exception.Message, Now));

    void Answered(long offer, ICall leg)
    {
        // One that goes by the dialplan may have reached us before we hear of the answer.
        if (_calls.Find(leg.Info.Ref) is null)
        {
            _calls.Follow(leg, isLeg: true);
        }

        _handle(new Event.OfferAnswered(Now, offer));
    }

    /// <summary>What comes of it is heard otherwise, or does not matter.</summary>
    void Forget(Effect effect, IObservable<Reply> doing) => doing.Subscribe(_ => { }, error => _serializer.Post(() => Fail(effect, error)));

    /// <summary>Who is being joined with somebody by the end of the notice hears no music.</summary>
    Flow<Unit> Hold(Effect.Hold hold) => call => (hold.Notice is { } notice ? _notices.Play(call, notice).IgnoreElements() : Observable.Empty<Reply>())
        .Concat(Observable.Defer(() => hold.Notice is null || _notices.StillWaits(hold.Call) ? call.Do(new CallCommand.PlayMusic(hold.Music)) : Observable.Empty<Reply>()))
        .IgnoreElements()
        .Select(_ => Unit.Default);

    void Part(Effect.Part part)
    {
        // What the call still has to hear here would be heard in the middle of its way back to us.
        _flows.Stop(part.Call);
        Reached(part.Call).Do(new CallCommand.Part(part.Leg, part.Keep)).Where(reply => !reply.IsDone).Subscribe(
            reply => _serializer.Post(() => _handle(new Event.PartFailed(Now, part.Call, part.Leg, reply.Detail))),
            error => _serializer.Post(() => Fail(part, error)));
    }

    void Join((long Offer, CallRef Call) key, CallCommand command)
    {
        var call = Held(key.Call);
        _connecting.Add(key);
        call.Do(command).Subscribe(
            reply => _serializer.Post(() => Connected(key, reply)),
            error => _serializer.Post(() => Connected(key, new Reply(ReplyOutcome.Refused, error.Message))));
    }

    /// <summary>A conversation does not need the caller's own connection: one that was lost in it is followed from here on.</summary>
    ICall Reached(CallRef call)
    {
        if (_calls.Find(call) is { } held)
        {
            return held;
        }

        var attached = _switch.Attach(Unseen(call));
        _calls.Follow(attached, isLeg: false);
        return attached;
    }

    ICall Held(CallRef call) => _calls.Find(call) ?? throw new InvalidOperationException("The call is not held.");

    void Connected((long Offer, CallRef Call) key, Reply reply)
    {
        if (_connecting.Remove(key))
        {
            _handle(reply.IsDone
                ? new Event.Connected(Now, key.Offer, key.Call)
                : new Event.ConnectFailed(Now, key.Offer, key.Call, reply.Outcome, reply.Detail));
        }
    }

    /// <summary>The recording is the switch's: the caller's own connection is not needed for it.</summary>
    void Mask(Effect.Mask mask) => Seen(mask.Call).Do(new CallCommand.Mask(mask.Path, mask.On)).Subscribe(
        reply => _serializer.Post(() => _handle(reply.IsDone
            ? new Event.RecordingMasked(Now, mask.Call, mask.On)
            : new Event.MaskFailed(Now, mask.Call, mask.On, reply.Outcome, reply.Detail))),
        error => _serializer.Post(() => Fail(mask, error)));

    void HangUp(Effect.HangUp hangUp)
    {
        var call = Seen(hangUp.Call);
        var farewell = hangUp.Farewell is { } sound
            ? call.Do(new CallCommand.Play(sound)).TakeUntil(Observable.Timer(Effect.HangUp.LongestFarewell, _scheduler))
            : Observable.Empty<Reply>();
        Forget(hangUp, farewell.Concat(call.Do(new CallCommand.HangUp(hangUp.Cause))));
        if (!hangUp.Awaited)
        {
            _calls.ForgetLeg(hangUp.Call);
        }
    }

    void Follow(Effect.Follow follow)
    {
        if (_calls.Find(follow.Call.Ref) is null)
        {
            _calls.Follow(_switch.Attach(follow.Call), follow.IsLeg);
        }
    }

    void Happened(FollowedCall followed, CallEvent happening)
    {
        var call = followed.Call.Info.Ref;
        switch (happening)
        {
            case CallEvent.HungUp hungUp:
                _flows.Stop(call);
                _keys.Forget(call);
                _handle(new Event.CallEnded(Now, call, hungUp.Cause, hungUp.By));
                break;
            case CallEvent.Lost lost when !followed.IsLeg:
                _flows.Stop(call);
                _handle(new Event.CallLost(Now, call, lost.Why));
                break;
            case CallEvent.Unbridged when !followed.IsLeg:
                _handle(new Event.Unbridged(Now, call));
                break;
            case CallEvent.Digit digit when _keys.Press(call, digit.Key, Now) is { } command:
                _handle(command);
                break;
            case CallEvent.Lost or CallEvent.Unbridged or CallEvent.Bridged or CallEvent.Answered or CallEvent.Digit:
                // Of an agent's leg only its end matters; other keys are for flows; that two are joined the bridge command says.
                break;
            default:
                throw new UnreachableException($"No rule for {happening.GetType().Name}.");
        }
    }

    ICall Seen(CallRef call) => _calls.Find(call) ?? _switch.Attach(Unseen(call));

    LiveCall Unseen(CallRef call) => new(call, Now, null, "", "", "");
}
