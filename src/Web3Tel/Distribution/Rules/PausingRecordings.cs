using System.Globalization;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Recordings;

namespace Web3Tel.Distribution.Rules;

/// <summary>
/// Recordings that are silent for a while. The switch keeps the silence whatever becomes of us; what it has not said that it did, it is told
/// again. Whoever asked for silence and does not get it is told so: the recording goes on.
/// </summary>
static class PausingRecordings
{
    /// <summary>How soon the switch is told again.</summary>
    static readonly TimeSpan Again = TimeSpan.FromSeconds(3);

    public static void Obey(this Decision now, Tape tape, Event.ITalkCommand command)
    {
        if (command is Event.RecordingPauseAsked)
        {
            now.Pause(tape, command.By);
        }
        else
        {
            now.Resume(tape, timeIsUp: false);
        }
    }

    /// <summary>Asked once more, its time begins anew.</summary>
    static void Pause(this Decision now, Tape tape, string? by)
    {
        var until = now.At + now.Configuration.LongestRecordingPause;
        now.Tell(
            tape.Pause switch
            {
                { State: PauseState.Paused } pause => tape with { Pause = pause with { Until = until, By = by } },
                { State: PauseState.Ending } pause => tape with
                {
                    Pause = new RecordingPause(PauseState.Beginning, now.At, until, by) { InDoubt = true },
                    Paused = tape.Paused + pause.Silent(now.At),
                },
                { State: PauseState.Beginning } pause => tape with { Pause = pause with { Until = until, By = by } },
                _ => tape with { Pause = new RecordingPause(PauseState.Beginning, now.At, until, by) },
            },
            on: true);
    }

    static void Resume(this Decision now, Tape tape, bool timeIsUp)
    {
        if (tape.Path is null)
        {
            now.Set(tape with { Pause = null });
            return;
        }

        var pause = tape.Pause!;
        now.Tell(tape with { Pause = pause with { State = PauseState.Ending, WasSilent = pause.IsConfirmed, TimeIsUp = timeIsUp } }, on: false);
    }

    /// <summary>The call is recorded from now on, and a pause was asked for before. One that ended while the two were being joined is ended here.</summary>
    /// <param name="masked">Whether the recording has begun silent.</param>
    public static void KeepPause(this Decision now, CallRef call, bool masked)
    {
        switch (now.TapeOf(call))
        {
            case { Path: not null, Pause: { State: PauseState.Beginning } pause } tape:
                now.Tell(tape with { Pause = pause with { InDoubt = true } }, on: true);
                break;
            case { Path: not null, Pause: null } tape when masked:
                now.Tell(tape with { Pause = new RecordingPause(PauseState.Ending, now.At, now.At, By: null) { WasSilent = true } }, on: false);
                break;
        }
    }

    /// <summary>The switch is there (again): whatever it was told last, it is told once more.</summary>
    public static void KeepPauses(this Decision now, string node)
    {
        foreach (var tape in now.CallersInOrder().Where(caller => caller is { Pause: not null, State: not CallerState.Leaving }).Select(Tape.Of)
            .Concat(now.State.OutgoingCalls.Values.Where(call => call.Pause is not null).Select(Tape.Of))
            .Concat(now.State.Guests.Values.Where(guest => guest is { Consultation.Pause: not null, State: GuestState.Joining or GuestState.Consulting }).Select(Tape.Of))
            .Where(tape => tape.Path is not null && tape.Call.Node == node).ToArray())
        {
            now.Tell(tape, tape.Pause!.State != PauseState.Ending);
        }
    }

    public static void ExpirePause(this Decision now, Tape tape)
    {
        if (tape.Pause is { State: PauseState.Beginning or PauseState.Paused } pause && pause.Until <= now.At)
        {
            now.Resume(tape, timeIsUp: true);
        }
        else
        {
            now.Tell(tape, tape.Pause!.State == PauseState.Beginning);
        }
    }

    /// <summary>The switch writes silence, or sound again.</summary>
    public static void Masked(this Decision now, Event.RecordingMasked masked)
    {
        switch (now.TapeOf(masked.Call))
        {
            case { Pause: { State: PauseState.Beginning } pause } tape when masked.On:
                now.Set(tape with { Pause = pause with { State = PauseState.Paused, Since = now.At, Again = null } }, JourneyEvent.RecordingPaused, pause.By);
                break;
            case { Pause.State: PauseState.Paused } when masked.On:
                // Told once more.
                break;
            case { Pause: { State: PauseState.Ending } pause } tape when !masked.On:
                now.Set(
                    tape with { Pause = null, Paused = tape.Paused + pause.Silent(now.At) },
                    pause.IsConfirmed ? JourneyEvent.RecordingResumed : JourneyEvent.RecordingPauseUnconfirmed,
                    pause.Lasting(now.At) + (pause.TimeIsUp ? ", its time was up" : ""));
                break;
            default:
                now.Ignore();
                break;
        }
    }

    /// <summary>
    /// The switch could not, or nobody knows whether it did: then it is told again, and the pause counts as one that is not there yet, or not
    /// over yet.
    /// </summary>
    public static void FailMask(this Decision now, Event.MaskFailed failed)
    {
        switch (now.TapeOf(failed.Call))
        {
            case { Pause: { State: PauseState.Beginning } pause } tape when failed is { On: true, Outcome: ReplyOutcome.Refused }:
                now.Set(tape with { Pause = null }, JourneyEvent.RecordingPauseFailed, failed.Detail);
                now.Warn(tape, NoticeKind.RecordingGoesOn, failed.Detail);
                if (pause.InDoubt)
                {
                    // It may be silent all the same since it was told before.
                    now.Resume(tape, timeIsUp: false);
                }

                break;
            case { Pause.State: PauseState.Ending } tape when failed is { On: false, Outcome: ReplyOutcome.Refused } && !now.IsTold(tape):
                now.Set(tape, JourneyEvent.RecordingResumeFailed, failed.Detail);
                now.Warn(tape, NoticeKind.RecordingStaysSilent, failed.Detail);
                break;
            case { Pause: not null }:
                // Its own time comes to tell the switch again.
                break;
            default:
                now.Ignore();
                break;
        }
    }

    /// <summary>What the journey says at the end of the call of a pause that the switch never confirmed; null where there is none.</summary>
    public static JourneyStep? Doubt(this Tape tape, DateTimeOffset at, string? agent) => tape is { Path: not null, Pause: { IsConfirmed: false } pause }
        ? new JourneyStep(at, JourneyEvent.RecordingPauseUnconfirmed, agent, pause.Lasting(at))
        : null;

    public static Tape? TapeOf(this Decision now, CallRef call) =>
        now.Caller(call) is { } caller ? (caller.State is CallerState.Leaving ? null : Tape.Of(caller))
        : now.OutgoingOf(call) is { } outgoing && outgoing.Call == call ? Tape.Of(outgoing)
        : now.ConsultedOn(call) is { } guest ? Tape.Of(guest)
        : null;

    /// <summary>A switch that cannot be reached is told when it can.</summary>
    static void Tell(this Decision now, Tape tape, bool on)
    {
        var pause = tape.Pause!;
        now.Set(tape with { Pause = pause.State == PauseState.Paused ? pause : pause with { Again = now.At + Again, InDoubt = pause.InDoubt || pause.Again is not null } });
        if (now.State.Nodes.Contains(tape.Call.Node))
        {
            now.Emit(new Effect.Mask(tape.Call, tape.Path!, on));
        }
    }

    static void Set(this Decision now, Tape tape, JourneyEvent? what = null, string? detail = null)
    {
        if (now.Caller(tape.Call) is { } caller)
        {
            caller = caller with { Pause = tape.Pause, Paused = tape.Paused };
            now.Set(what is { } step ? caller.With(now.At, step, now.AgentOf(caller), detail) : caller);
        }
        else if (now.ConsultedOn(tape.Call) is { Consultation: { } consultation } guest)
        {
            consultation = consultation with { Pause = tape.Pause, Paused = tape.Paused };
            now.Set(guest with { Consultation = what is { } step ? consultation.With(now.At, step, consultation.Agent, detail) : consultation });
        }
        else
        {
            var call = now.OutgoingOf(tape.Call)! with { Pause = tape.Pause, Paused = tape.Paused };
            now.Set(what is { } step ? call.With(now.At, step, detail) : call);
        }
    }

    static string Lasting(this RecordingPause pause, DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{pause.Lasted(at).TotalSeconds:0} s");

    static bool IsTold(this Decision now, Tape tape) =>
        (now.Caller(tape.Call)?.Journey ?? now.ConsultedOn(tape.Call)?.Consultation?.Journey ?? now.OutgoingOf(tape.Call)!.Journey)[^1].What == JourneyEvent.RecordingResumeFailed;

    static void Warn(this Decision now, Tape tape, NoticeKind kind, string detail)
    {
        var id = now.Caller(tape.Call) is { } caller ? now.AgentOf(caller) : now.ConsultedOn(tape.Call)?.Consultation?.Agent ?? now.OutgoingOf(tape.Call)!.Agent;
        if (id is not null && now.Agent(id) is { } agent)
        {
            now.Set(agent with { Notice = new Notice(now.At, kind, detail) });
        }
    }

    /// <summary>Who is asked, on that leg, what is recorded there; null for any other leg.</summary>
    static Guest? ConsultedOn(this Decision now, CallRef leg) =>
        now.State.Legs.TryGetValue(leg, out var number) && now.Guest(number) is { Consultation: not null } guest ? guest : null;

    static string? AgentOf(this Decision now, Caller caller) => caller.State is CallerState.Talking talking ? now.Offer(talking.Offer)?.Agent : null;
}
