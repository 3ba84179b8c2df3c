using System.Globalization;
using System.Reactive;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;

namespace Web3Tel.Voicemail;

/// <summary>Leaving a message, as a step of a flow.</summary>
public static class VoicemailFlow
{
    /// <summary>The name by which settings lead to it.</summary>
    public const string Step = "voicemail";

    /// <summary>
    /// Answers, greets, beeps and records; then the caller may listen, keep or record again, and the call ends. A caller who hangs up has left
    /// a message when enough was said. The message is written down before the beep, and said to be left when that is on the disk.
    /// </summary>
    public static Flow<Unit> Leave(Distributor center, IMessages messages, Mailbox mailbox, VoicemailSettings settings) => call =>
        Observable.Defer(() => new Dictation(center, messages, call, mailbox, settings).Run(greets: true));

    /// <summary>The same into the mailbox of the queue the caller is in or was in; of the number dialled for one who was in none.</summary>
    public static Flow<Unit> LeaveToQueue(Distributor center, IMessages messages, VoicemailSettings settings) => call => Observable.Defer(() =>
    {
        var queue = center.Current.Callers.GetValueOrDefault(call.Info.Ref)?.Queue ?? call.Info.Variables.GetValueOrDefault(CallVariables.Queue);
        var mailbox = queue is null ? Mailbox.OfLine(call.Info.Dialled) : Mailbox.OfQueue(queue);
        return Leave(center, messages, mailbox, settings)(call);
    });

    /// <summary>
    /// Before any reception: callers who were leaving a message when the service died. The switch has recorded them to the end; when enough
    /// was said they are told that the message is left, else they are asked to speak. All others go on.
    /// </summary>
    public static Flow<Unit> TakeUp(Distributor center, IMessages messages, VoicemailSettings settings, Flow<Unit> others) => call =>
        call.Info.Variables.GetValueOrDefault(CallVariables.Message) is { Length: > 0 } id
            ? messages.Find(id).SelectMany(message => message is null
                ? others(call)
                : new Dictation(center, messages, call, message.Mailbox, settings).GoOn(message, LengthTold(call)))
            : others(call);

    /// <summary>How long the switch recorded, by the variable it leaves on the call.</summary>
    static TimeSpan LengthTold(ICall call) =>
        long.TryParse(call.Info.Variables.GetValueOrDefault(CallVariables.RecordedLength), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? TimeSpan.FromMilliseconds(milliseconds)
            : TimeSpan.Zero;
}
