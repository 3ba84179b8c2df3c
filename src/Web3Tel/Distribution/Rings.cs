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
    readonly Dictionary<long, IDisposable> _ringing = [];

    public void Ring(long offer, Dial dial)
    {
        var ringing = new SingleAssignmentDisposable();
        _ringing[offer] = ringing;
        ringing.Disposable = @switch.Originate(dial).Take(1).Subscribe(
            leg => serializer.Post(() => Answer(offer, leg)),
            error => serializer.Post(() => Fail(offer, error)),
            () => serializer.Post(() => Fail(offer, null)));
    }

    public void Withdraw(long offer)
    {
        if (_ringing.Remove(offer, out var ringing))
        {
            ringing.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var ringing in _ringing.Values)
        {
            ringing.Dispose();
        }

        _ringing.Clear();
    }

    void Answer(long offer, ICall leg)
    {
        if (_ringing.Remove(offer))
        {
            answered(offer, leg);
            return;
        }

        // Withdrawn while the agent lifted the receiver: the leg is ours, and nobody else will end it.
        leg.Do(new CallCommand.HangUp(HangupCause.OriginatorCancel)).Subscribe();
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
}
