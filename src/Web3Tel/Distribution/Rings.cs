using System.Reactive.Disposables;
using System.Reactive.Linq;
using Web3Tel.Calls;

namespace Web3Tel.Distribution;

/// <summary>Phones that ring for us, by offer. Touched only from within the serializer.</summary>
sealed class Rings(
    ISwitch @switch,
    Serializer serializer,
    Action<long, ICall> answered,
    Action<long, OfferOutcome, string> failed) : IDisposable
{
    readonly Dictionary<long, Ringing> _ringing = [];

    public void Ring(long offer, Dial dial)
    {
        var ringing = new Ringing();
        _ringing[offer] = ringing;
        ringing.Attempt.Disposable = @switch.Originate(dial with { StoppedWith = () => ringing.StoppedWith }).Take(1).Subscribe(
            leg => serializer.Post(() => Answer(offer, ringing, leg)),
            error => serializer.Post(() => Fail(offer, error)),
            () => serializer.Post(() => Fail(offer, null)));
    }

    /// <param name="cause">What the phone is told.</param>
    public void Withdraw(long offer, HangupCause cause)
    {
        if (_ringing.Remove(offer, out var ringing))
        {
            ringing.StoppedWith = cause;
            ringing.Attempt.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var ringing in _ringing.Values)
        {
            ringing.Attempt.Dispose();
        }

        _ringing.Clear();
    }

    void Answer(long offer, Ringing ringing, ICall leg)
    {
        if (_ringing.Remove(offer))
        {
            answered(offer, leg);
            return;
        }

        // Withdrawn while the agent lifted the receiver: the leg is ours, and nobody else will end it.
        leg.Do(new CallCommand.HangUp(ringing.StoppedWith)).Subscribe();
    }

    void Fail(long offer, Exception? error)
    {
        if (!_ringing.Remove(offer))
        {
            return;
        }

        switch (error)
        {
            case DialFailedException dial:
                failed(offer, Outcomes.Of(dial.Cause), dial.Message);
                break;
            case null:
                failed(offer, OfferOutcome.LostSight, "The ringing ended without a word.");
                break;
            default:
                failed(offer, OfferOutcome.LostSight, error.Message);
                break;
        }
    }

    sealed class Ringing
    {
        public SingleAssignmentDisposable Attempt { get; } = new();

        public HangupCause StoppedWith { get; set; } = HangupCause.OriginatorCancel;
    }
}
