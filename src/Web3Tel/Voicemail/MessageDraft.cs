using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Web3Tel.Calls;

namespace Web3Tel.Voicemail;

/// <summary>
/// What one caller has said so far: what is being recorded, and what would be left if the call ended now. What was recorded before is given
/// up only when something better is there. Thread-safe: the end of a call comes from elsewhere.
/// </summary>
sealed class MessageDraft(IMessages messages, VoicemailSettings settings)
{
    /// <summary>The end of the call ends the flow, and tells a moment later how much was recorded.</summary>
    static readonly TimeSpan LastWord = TimeSpan.FromSeconds(1);

    readonly Lock _gate = new();
    VoiceMessage? _begun;
    VoiceMessage? _recorded;
    bool _isRecording;
    bool _hasEnded;

    public bool IsRecorded(VoiceMessage message)
    {
        lock (_gate)
        {
            return _recorded == message;
        }
    }

    public IObservable<bool> Begin(VoiceMessage message)
    {
        lock (_gate)
        {
            _begun = message;
        }

        return messages.Begin(message);
    }

    /// <summary>Records, and writes down what came of it even when nobody listens any more.</summary>
    public IObservable<Reply> Record(VoiceMessage message, ICall call, IScheduler scheduler) => Observable.Create<Reply>(observer =>
    {
        lock (_gate)
        {
            _isRecording = true;
        }

        var recording = call.Do(new CallCommand.Record(message.File, settings.Longest, settings.Silence)).Subscribe(
            reply =>
            {
                Finish(message, reply);
                observer.OnNext(reply);
            },
            observer.OnError,
            observer.OnCompleted);
        return () => scheduler.Schedule(LastWord, () =>
        {
            recording.Dispose();
            LeaveToTheFile(message);
        });
    });

    /// <summary>Keeps what was recorded; null when there is nothing. The value comes when it is on the disk.</summary>
    public IObservable<Unit>? Keep()
    {
        lock (_gate)
        {
            var recorded = _recorded;
            _recorded = null;
            return recorded is null ? null : messages.Change(recorded.Id, message => message.Keep(message.Length));
        }
    }

    /// <summary>Nothing comes of what was begun last.</summary>
    public void GiveUp()
    {
        lock (_gate)
        {
            if (_begun is { } begun)
            {
                _begun = null;
                messages.Change(begun.Id, message => message.Discard());
            }
        }
    }

    /// <summary>The flow is over, perhaps because the call is.</summary>
    public void End()
    {
        lock (_gate)
        {
            _hasEnded = true;
            if (!_isRecording)
            {
                GiveUp();
                Keep();
            }
        }
    }

    void Finish(VoiceMessage message, Reply reply)
    {
        lock (_gate)
        {
            _isRecording = false;
            if (reply is { IsDone: false, Recorded: null, Outcome: not ReplyOutcome.Refused })
            {
                LeaveToTheFile(message);
                return;
            }

            if (reply.Recorded is { } recorded && IsEnough(recorded))
            {
                if (_recorded is { } earlier)
                {
                    messages.Change(earlier.Id, found => found.Replace());
                }

                (_begun, _recorded) = (null, message);
                messages.Change(message.Id, found => found.Record(recorded.Length));
            }
            else
            {
                GiveUp();
            }

            if (_hasEnded || reply.Outcome == ReplyOutcome.CallEnded)
            {
                Keep();
            }
        }
    }

    /// <summary>Nobody says how much was recorded. Whoever looks after the files finds out.</summary>
    void LeaveToTheFile(VoiceMessage message)
    {
        lock (_gate)
        {
            if (_begun == message)
            {
                _begun = null;
                _isRecording = false;
                Keep();
            }
        }
    }

    bool IsEnough(Recorded recorded) =>
        (recorded.EndedInSilence ? recorded.Length - settings.Silence : recorded.Length) >= settings.Least;
}
