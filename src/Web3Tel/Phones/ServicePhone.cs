using System.Reactive;
using System.Reactive.Linq;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Speech;

namespace Web3Tel.Phones;

/// <summary>
/// Service numbers, which operators dial to command the call center. Who calls them is no caller: in no queue, no history and no figures.
/// While the call lasts the operator's telephone is in another call, and what was commanded stands in the audit trail.
/// </summary>
/// <param name="current">What is set when it is asked; a call that goes on keeps what was set at its beginning.</param>
/// <param name="refused">Told of everybody who does not get in.</param>
public sealed class ServicePhone(Distributor center, Func<PhoneSettings> current, Action<PinRefused> refused)
{
    static readonly HangupCause Unallocated = new("UNALLOCATED_NUMBER");

    readonly Lockout _lock = new(() => (current().PinTries, current().LockTime));

    /// <summary>The same with settings that do not change.</summary>
    public ServicePhone(Distributor center, PhoneSettings settings, Action<PinRefused> refused)
        : this(center, () => settings, refused)
    {
    }

    /// <summary>Has the sentences made that are always the same, so that nobody waits for them. Subscribe to do it.</summary>
    public IObservable<Unit> Prepare() => current() is not { Menu: not null } settings
        ? Observable.Empty<Unit>()
        : center.Prepare(PhonePhrases.All(settings.Language), settings.Language);

    /// <summary>The same of those that an operator is told who calls a number outside in vain.</summary>
    public IObservable<Unit> PrepareOutgoing(Language language) => center.Prepare(OutgoingPhrases.All(language), language);

    /// <summary>The flow of a call that the dialplan says is to a service number; null for a caller.</summary>
    public Flow<Unit>? FlowOf(CallInfo call)
    {
        if (call.Variables.GetValueOrDefault(CallVariables.Phone) is not { Length: > 0 } phone)
        {
            return null;
        }

        var settings = current();
        if (OutgoingOf(call) is not null)
        {
            return center.OwnerOf(phone) is null ? line => Refuse(line, settings.Language) : null;
        }

        return call.Dialled switch
        {
            var dialled when dialled == settings.Menu => line => new PhoneMenu(center, line, settings, _lock, refused, phone).Begin(OwnerOf(phone)),
            var dialled when dialled == settings.DoNotDisturb => line => Quiet(line, phone, settings.Language, on: true),
            var dialled when dialled == settings.Disturb => line => Quiet(line, phone, settings.Language, on: false),
            _ => FlowSteps.HangUp(Unallocated).Select(_ => Unit.Default),
        };
    }

    /// <summary>The telephone and the number, where the dialplan says that it is a call to a number outside; null for any other call.</summary>
    internal static (string Phone, string Number)? OutgoingOf(CallInfo call) =>
        call.Variables.GetValueOrDefault(CallVariables.Phone) is { Length: > 0 } phone && call.Variables.GetValueOrDefault(CallVariables.Outgoing) is { Length: > 0 } number
            ? (phone, number)
            : null;

    Agent? OwnerOf(string phone) => center.OwnerOf(phone);

    /// <summary>Calls outside are operators': of another telephone nobody would know whose call it was.</summary>
    IObservable<Unit> Refuse(ICall line, Language language) => FlowSteps.Answer(line)
        .SelectMany(_ => center.Speaker.Say(PhonePhrases.NobodysPhone(language), language))
        .SelectMany(sound => line.Do(new CallCommand.Play(sound ?? Tones.Refused)))
        .Select(_ => Unit.Default);

    /// <summary>No PIN: it is the telephone's own state, and the switch has made sure which telephone it is.</summary>
    IObservable<Unit> Quiet(ICall line, string phone, Language language, bool on)
    {
        var told = OwnerOf(phone)?.Id is { } owner
            ? center.Obey(at => new Event.DoNotDisturbAsked(at, owner, on, PhoneMenu.By(owner)))
                .Select(_ => PhonePhrases.DoNotDisturb(language, center.Current.Agents.GetValueOrDefault(owner)?.DoNotDisturb is not null))
            : Observable.Return(PhonePhrases.NobodysPhone(language));
        return FlowSteps.Answer(line).SelectMany(_ => told)
            .SelectMany(text => center.Speaker.Say(text, language))
            .SelectMany(sound => line.Do(new CallCommand.Play(sound ?? Tones.Done)))
            .Select(_ => Unit.Default);
    }
}
