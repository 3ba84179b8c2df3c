using System.Globalization;
using Web3Tel.History;

namespace Web3Tel.Reports;

/// <summary>
/// Walks along one journey. All of a caller's wait in a queue is counted in the slot in which it began, and all of a call in that of its
/// arrival, so that what was offered is always the sum of what became of it.
/// </summary>
/// <param name="line">The number dialled.</param>
/// <param name="n">1 to count, -1 to take back.</param>
sealed class JourneyCount(Facts facts, string line, int n)
{
    string? _queue;
    string? _lastQueue;
    DateTimeOffset _since;
    DateTimeOffset? _joined;
    DateTimeOffset? _talks;
    bool _answered;
    bool _asked;
    Measure? _left;
    CallbackCount? _callback;

    /// <summary>Whether such a step changes any figure.</summary>
    public static bool Counts(JourneyEvent what) => what is JourneyEvent.Arrived or JourneyEvent.Transferred or JourneyEvent.LineBusy or JourneyEvent.Joined or JourneyEvent.BackInQueue
        or JourneyEvent.Overflowed or JourneyEvent.LeftByKey or JourneyEvent.SentOn or JourneyEvent.Connected or JourneyEvent.LeavesMessage or JourneyEvent.Ended
        or JourneyEvent.AsksForCallback or JourneyEvent.CalledBack or JourneyEvent.CallbackClosed or JourneyEvent.Rated;

    /// <param name="journey">From its beginning.</param>
    /// <param name="result">Of a call that is over.</param>
    public void Walk(IReadOnlyList<JourneyStep> journey, CallResult? result)
    {
        // Not by its index: a journey is a tree.
        var arrived = 0L;
        foreach (var step in journey)
        {
            if (arrived == 0)
            {
                arrived = Slot.Of(step.At);
                if (step.What == JourneyEvent.Transferred)
                {
                    // Somebody an agent had called, who is a caller from here on.
                    facts.In(arrived).Of(Subject.Line, line).Count(Measure.Calls, n);
                }

                _callback = CallbackCount.Begins(step) ? new CallbackCount(facts, line, n) : null;
            }

            if (_callback is { IsOver: false } && step.What != JourneyEvent.LeavesMessage)
            {
                _callback.Take(step);
                (_answered, _lastQueue, _talks) = (_callback.IsOver, _callback.Queue, step.At);
                continue;
            }

            Take(step, facts.In(arrived).Of(Subject.Line, line), result);
        }
    }

    void Take(JourneyStep step, Tally call, CallResult? result)
    {
        switch (step.What)
        {
            case JourneyEvent.Arrived:
                call.Count(Measure.Calls, n);
                break;
            case JourneyEvent.LineBusy:
                call.Count(Measure.LineBusy, n);
                break;
            case JourneyEvent.Joined when step.Detail is { } queue:
                Leave(Measure.Moved);
                _joined ??= step.At;
                Enter(queue, step.At);
                break;
            case JourneyEvent.BackInQueue when _queue is null && _lastQueue is { } last:
                Enter(last, step.At);
                Wait(last, step.At).Count(Measure.Returned, n);
                break;
            case JourneyEvent.Overflowed when QueueOf(step) == _queue:
                Leave(Measure.Overflowed);
                break;
            case JourneyEvent.Overflowed:
                var refused = Wait(QueueOf(step), step.At);
                refused.Count(Measure.Offered, n);
                refused.Count(Measure.Refused, n);
                break;
            case JourneyEvent.LeftByKey:
                Leave(Measure.LeftByKey);
                break;
            case JourneyEvent.SentOn:
                Leave(Measure.Moved);
                break;
            case JourneyEvent.AsksForCallback:
                Ask();
                break;
            case JourneyEvent.Connected when step.Agent is null:
                Leave(Measure.Moved);
                break;
            case JourneyEvent.Connected:
                Answer(step.At, call);
                break;
            case JourneyEvent.Rated when step is { Agent: { } agent, Detail: { } said } && _talks is { } began && long.TryParse(said[(said.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture, out var mark):
                Rate(mark, agent, Slot.Of(began), call);
                break;
            case JourneyEvent.LeavesMessage when step.Detail is { } where && Messages.At(facts, Slot.Of(step.At), where[..where.LastIndexOf(' ')]) is { } mailbox:
                mailbox.Count(Measure.Voicemails, n);
                break;
            case JourneyEvent.Ended:
                End(step.At, call, result);
                break;
        }
    }

    void Enter(string queue, DateTimeOffset at)
    {
        (_queue, _lastQueue, _since, _asked, _left) = (queue, queue, at, false, null);
        Wait(queue, at).Count(Measure.Offered, n);
    }

    void Leave(Measure how)
    {
        if (_queue is { } queue)
        {
            Wait(queue, _since).Count(how, n);
            (_queue, _left) = (null, how);
        }
    }

    /// <summary>In the slot of the conversation, so that averages divide what belongs together.</summary>
    void Rate(long mark, string agent, long slot, Tally call)
    {
        Tally?[] rated = [_lastQueue is { } queue ? facts.In(slot).Of(Subject.Queue, queue) : null, facts.In(slot).Of(Subject.Operator, agent), call];
        foreach (var tally in rated.OfType<Tally>())
        {
            tally.Count(Measure.Marks, n);
            tally.Count(Measure.MarkSum, n * mark);
        }
    }

    /// <summary>Who has left of the caller's own will to be called back has left for that.</summary>
    void Ask()
    {
        if (_lastQueue is { } queue && _left is { } how and (Measure.LeftByKey or Measure.Moved))
        {
            Wait(queue, _since).Count(how, -n);
            Wait(queue, _since).Count(Measure.AskedForCallback, n);
        }

        (_asked, _left) = (true, null);
    }

    void Answer(DateTimeOffset at, Tally call)
    {
        _talks = at;
        if (_queue is { } queue)
        {
            Wait(queue, _since).CountAnswered(at - _since, n);
            _queue = null;
        }

        if (!_answered)
        {
            _answered = true;
            call.CountAnswered(at - (_joined ?? at), n);
        }
    }

    void End(DateTimeOffset at, Tally call, CallResult? result)
    {
        if (_asked && result == CallResult.Abandoned)
        {
            Leave(Measure.AskedForCallback);
        }
        else if (_queue is { } queue && result == CallResult.Abandoned)
        {
            Wait(queue, _since).CountAbandoned(at - _since, n);
            _queue = null;
        }

        Leave(Measure.Failed);
        if (_answered)
        {
            return;
        }

        if (_asked)
        {
            call.Count(Measure.AskedForCallback, n);
        }
        else if (result == CallResult.Abandoned)
        {
            call.CountAbandoned(at - (_joined ?? at), n);
        }
        else
        {
            call.Count(OfLine(result), n);
        }
    }

    Tally Wait(string queue, DateTimeOffset since) => facts.In(Slot.Of(since)).Of(Subject.Queue, queue);

    /// <summary>A limit is told as <c>sales: The queue is full.</c>, a wish as <c>sales: 79161234567</c>; no queue has a colon in its name.</summary>
    public static string QueueOf(JourneyStep step) => step.Detail is { } detail ? detail[..Math.Max(0, detail.IndexOf(':', StringComparison.Ordinal))] : "";

    static Measure OfLine(CallResult? result) => result switch
    {
        CallResult.NotQueued => Measure.NotQueued,
        CallResult.TurnedAway => Measure.TurnedAway,
        CallResult.SentOn => Measure.SentOn,
        CallResult.Abandoned => Measure.Abandoned,
        CallResult.Answered or CallResult.NotCalledBack or CallResult.Lost or CallResult.Failed
            or CallResult.NotReached or CallResult.OperatorNotReached or CallResult.Refused or null => Measure.Failed,
    };
}
