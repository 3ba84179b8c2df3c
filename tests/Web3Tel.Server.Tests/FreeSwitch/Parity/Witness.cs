using System.Text.RegularExpressions;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.Server.Tests.FreeSwitch.Parity;

/// <summary>A client of the Event Socket that sees every event of every leg, and writes down what is the same from call to call.</summary>
sealed partial class Witness : IDisposable
{
    static readonly string[] Telling =
    [
        HeaderNames.Application, HeaderNames.ApplicationData, HeaderNames.ApplicationResponse, HeaderNames.AnswerState, HeaderNames.ChannelCallState, HeaderNames.DtmfDigit, HeaderNames.HangupCause, "Playback-Status",
    ];

    readonly InboundSocket socket;
    readonly List<(string Leg, string Uuid, EventMessage Seen)> seen = [];

    Witness(InboundSocket socket)
    {
        this.socket = socket;
        socket.Events.Subscribe(See);
    }

    public static async Task<Witness> Of(ISide side)
    {
        var witness = new Witness(await InboundSocket.Connect("127.0.0.1", side.EventSocketPort, RealFreeSwitch.Password));
        await witness.socket.SendCommand("event plain ALL");
        return witness;
    }

    /// <summary>How many legs since the last <see cref="Tell"/> there is more to be told of: the last of a leg are CHANNEL_DESTROY and its state CS_DESTROY.</summary>
    public int Living()
    {
        lock (seen)
        {
            return seen.GroupBy(one => one.Uuid).Count(leg =>
                !leg.Any(one => one.Seen.EventName == EventName.ChannelDestroy)
                || !leg.Any(one => one.Seen.EventName == EventName.ChannelState && one.Seen[HeaderNames.ChannelState] == "CS_DESTROY"));
        }
    }

    /// <summary>How often a leg has said so since the last <see cref="Tell"/>.</summary>
    /// <param name="leg">Whose it is, as in <see cref="Tell"/>.</param>
    /// <param name="what">How the event begins.</param>
    public int Count(string leg, string what) => Of(leg).Count(one => one.StartsWith(what, StringComparison.Ordinal));

    /// <summary>Whether the caller hears music, be it by the service or, while that is away, by the dialplan.</summary>
    public bool HearsMusic(bool byTheService)
    {
        var last = Of("caller").Reverse().TakeWhile(one => !one.StartsWith("CHANNEL_EXECUTE Application=socket", StringComparison.Ordinal)).Reverse().ToList();
        var sound = last.LastOrDefault(one => one.StartsWith("CHANNEL_EXECUTE Application=playback", StringComparison.Ordinal));
        return byTheService != last.Exists(one => one.StartsWith("CHANNEL_EXECUTE_COMPLETE Application=socket", StringComparison.Ordinal))
            && sound?.Contains("local_stream", StringComparison.Ordinal) == true
            && last.Last(one => one.StartsWith("PLAYBACK_ST", StringComparison.Ordinal) || one == sound).StartsWith("PLAYBACK_START", StringComparison.Ordinal);
    }

    /// <summary>What happened to each leg since last asked, by <c>caller</c>, whose telephone it is, or <c>outside</c>, in the order of their coming.</summary>
    public IReadOnlyList<(string Leg, IReadOnlyList<string> Events)> Tell()
    {
        lock (seen)
        {
            var told = seen.GroupBy(one => one.Uuid)
                .Select(leg => (leg.First().Leg, (IReadOnlyList<string>)[.. leg.Select(one => Gist(one.Seen))]))
                .ToList();
            seen.Clear();
            return told;
        }
    }

    public void Dispose() => socket.Dispose();

    IReadOnlyList<string> Of(string leg)
    {
        lock (seen)
        {
            return [.. seen.Where(one => one.Leg == leg).Select(one => Gist(one.Seen))];
        }
    }

    void See(EventMessage message)
    {
        if (message.Uuid is { Length: > 0 } uuid && message.EventName != EventName.Api)
        {
            lock (seen)
            {
                seen.Add((LegOf(message), uuid, message));
            }
        }
    }

    static string LegOf(EventMessage message) => OperatorsLeg().Match(message[HeaderNames.ChannelName] ?? "") is { Success: true } match ? match.Groups[1].Value
        : message[HeaderNames.CallDirection] == "outbound" ? "outside" : "caller";

    static string Gist(EventMessage message) => message.EventName == EventName.ChannelState ? $"{message.RawEventName} {message[HeaderNames.ChannelState]}" : Plain(string.Join(
        ' ', Telling.Select(name => message[name] is { Length: > 0 } value ? $"{name}={value}" : "").Where(text => text.Length > 0).Prepend(message.RawEventName)));

    /// <summary>Without what differs from call to call: ids, times, ports, and where files lie.</summary>
    public static string Plain(string text) => Clock().Replace(Port().Replace(Folder().Replace(Uuid().Replace(text, "<uuid>"), "<folder>/"), "<address>"), "<time>");

    [GeneratedRegex(@"/(op\d|1001)@")]
    private static partial Regex OperatorsLeg();

    [GeneratedRegex("[0-9a-f]{8}((-|_2D)[0-9a-f]{4}){3}(-|_2D)[0-9a-f]{12}")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"/tmp/[^ ]*/")]
    private static partial Regex Folder();

    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex Port();

    [GeneratedRegex(@"\d{6,}(\.\d+)?")]
    private static partial Regex Clock();
}
