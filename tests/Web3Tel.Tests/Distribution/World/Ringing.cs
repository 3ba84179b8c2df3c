using System.Reactive.Concurrency;
using Web3Tel.Calls;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>What rings on the exchange when the service dials, and whether somebody answers: a phone, or a customer who is called back.</summary>
/// <param name="toService">The way of a customer who answers.</param>
sealed class Ringing(HistoricalScheduler clock, Habits habits, Channels channels, Action<Channel> toService)
{
    /// <summary>How long a leg of ours is kept that nobody joins.</summary>
    public static readonly TimeSpan ParkTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Called for every phone that is about to ring.</summary>
    public Action<string> Phone { get; set; } = _ => { };

    /// <summary>Called for every customer who is about to be called back.</summary>
    public Action<Channel> Customer { get; set; } = _ => { };

    public Action Ring(Dial dial, Action<Channel> answered, Action<HangupCause> failed)
    {
        if (dial.ArrivesAt is not null)
        {
            return RingCustomer(dial, answered, failed);
        }

        var phone = dial.Destination;
        Phone(phone);
        var info = new CallInfo(dial.Ref, dial.CallerNumber, dial.CallerName, phone, clock.Now, dial.Variables);
        var leg = new Channel(info, phone);
        channels.Add(leg);
        var (after, failure) = habits.Phone(dial.RingTime);
        if (leg.IsOfAgent && channels.Alive.Any(other => other.Phone == phone && other != leg))
        {
            failure = HangupCause.UserBusy;
        }

        clock.Schedule(after, () =>
        {
            if (!leg.Alive)
            {
                return;
            }

            if (failure is { } cause)
            {
                channels.End(leg);
                failed(cause);
                return;
            }

            channels.Park(leg, ParkTimeout);
            answered(leg);
            if (dial.Listening is { } listening)
            {
                channels.Listen(leg, listening.Leg);
            }
        });
        return () => channels.End(leg);
    }

    /// <summary>Who answers goes through the dialplan, and knows nothing of the service's life.</summary>
    Action RingCustomer(Dial dial, Action<Channel> answered, Action<HangupCause> failed)
    {
        var info = new CallInfo(dial.Ref, dial.Destination["line/".Length..], dial.CallerName, dial.ArrivesAt!, clock.Now, dial.Variables);
        var customer = new Channel(info, phone: null) { IsCustomer = true };
        channels.Add(customer);
        Customer(customer);
        var (after, failure) = habits.Phone(dial.RingTime);
        var (onTheWay, patience) = (habits.Between(0, 0.1), habits.About(60));
        var first = habits.Chance(0.5);
        clock.Schedule(after, () =>
        {
            if (!customer.Alive)
            {
                return;
            }

            if (failure is { } cause)
            {
                channels.End(customer);
                failed(cause);
                return;
            }

            if (!first)
            {
                answered(customer);
            }

            clock.Schedule(onTheWay, () =>
            {
                toService(customer);
                if (first)
                {
                    answered(customer);
                }
            });
            clock.Schedule(patience, () => channels.HangUpUnlessTalking(customer));
        });
        return () =>
        {
            if (customer.Alive)
            {
                channels.HangUp(customer, HangupCause.OriginatorCancel, HungUpBy.Service);
            }
        };
    }
}
