using System.Collections.Immutable;
using System.Reactive.Linq;
using Web3Tel.Calls;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.FreeSwitch.Nodes;

/// <summary>Phones that register and unregister, from what mod_sofia says of them, and those in the browser, of which mod_verto tells.</summary>
/// <remarks>
/// The headers are those of sofia_reg.c of 1.10, <c>register</c> and <c>unregister</c> seen on the wire. A user may have several phones, each a
/// registration with a Call-ID of its own: the user is away when the last of those that we have heard of is. A phone that comes back under
/// another Call-ID without having taken the first back (a restart of the phone) counts as two until the next survey, and is then believed to be
/// there after it has gone. Users who are not dialled as <c>user/…</c> are nobody's. A telephone in the browser is there while its connection is:
/// mod_verto tells of sign-ins that failed, too, and of the end of connections that nobody had signed in by. A phone that moves from one
/// FreeSWITCH to another is there before the registration that it has left behind runs out.
/// </remarks>
static class Registrations
{
    const string Register = "sofia::register";

    const string SignIn = "verto::login";
    const string Disconnect = "verto::client_disconnect";

    public static readonly ImmutableArray<string> Subclasses = [Register, "sofia::unregister", "sofia::expire", SignIn, Disconnect];

    /// <param name="switches">The events of each FreeSWITCH.</param>
    public static IObservable<DeviceChange> Read(params IEnumerable<IObservable<EventMessage>> switches) => switches
        .Merge()
        .Where(message => message.EventName == EventName.Custom && Subclasses.Contains(message.Subclass ?? ""))
        .Where(message => message.Subclass != SignIn || message["verto_success"] == "1")
        .Select(message => message.Subclass is SignIn or Disconnect
            ? (Comes: message.Subclass == SignIn, User: message["verto_login"]?.Split('@')[0], Id: $"verto {message["verto_client_address"]}")
            : (Comes: message.Subclass == Register, User: message["from-user"] ?? message["user"], Id: message["call-id"] ?? ""))
        .Where(phone => phone.User is { Length: > 0 })
        .GroupBy(phone => phone.User!)
        .SelectMany(user => user
            .Scan(
                ImmutableHashSet<string>.Empty,
                (phones, phone) => phone.Comes ? phones.Add(phone.Id) : phones.Remove(phone.Id))
            .Select(phones => new DeviceChange(Phone.Of(user.Key), phones.IsEmpty ? DeviceState.Unregistered : DeviceState.Registered)));
}
