using System.Collections.Immutable;
using Web3Tel.Queues;

namespace Web3Tel.Flows;

/// <summary>
/// What one waiting caller has been told, and when to look again whether there is more to tell. The place is asked for only then:
/// a caller costs one look in each <see cref="Announcements.LeastGap"/>, however much happens in the queue.
/// </summary>
sealed class Telling(Announcements settings, DateTimeOffset begin)
{
    static readonly TimeSpan OneMinute = TimeSpan.FromMinutes(1);

    readonly ImmutableArray<Announcement> _messages =
        [.. settings.Keys ? [new Announcement.Keys()] : Array.Empty<Announcement>(), .. settings.Messages.Select(source => new Announcement.Message(source))];

    int? _place;
    DateTimeOffset _placeTold;
    TimeSpan? _wait;
    DateTimeOffset _waitTold;
    DateTimeOffset _messageDue = begin + settings.MessageEvery;
    int _messagesPlayed;
    DateTimeOffset _next = settings.Position || settings.ExpectedWait ? begin : begin + settings.MessageEvery;

    /// <summary>How long to wait before the next look.</summary>
    public TimeSpan Rest(DateTimeOffset now) => _next > now ? _next - now : TimeSpan.Zero;

    /// <summary>The announcement is over: music for a while.</summary>
    public void Finish(DateTimeOffset now)
    {
        var gap = now + settings.LeastGap;
        _next = settings.Position || settings.ExpectedWait || _messageDue < gap ? gap : _messageDue;
    }

    /// <summary>What is to be told now, in order; none when there is nothing new.</summary>
    /// <param name="place">The place in the queue; null for one who does not wait any more.</param>
    /// <param name="wait">The expected wait; null when it cannot be told.</param>
    public ImmutableArray<Announcement> Look(DateTimeOffset now, int? place, TimeSpan? wait)
    {
        var told = ImmutableArray.CreateBuilder<Announcement>();
        var tellsPlace = settings.Position && place is { } && IsNews(now, place.Value);
        if (tellsPlace)
        {
            (_place, _placeTold) = (place, now);
            told.Add(new Announcement.Place(place!.Value));
        }

        if (settings.ExpectedWait && wait is { } expected && (settings.Position ? tellsPlace : IsNews(now, expected)))
        {
            (_wait, _waitTold) = (expected, now);
            told.Add(new Announcement.Wait(expected));
        }

        if (!_messages.IsEmpty && now >= _messageDue)
        {
            told.Add(_messages[_messagesPlayed++ % _messages.Length]);
            _messageDue = now + settings.MessageEvery;
        }

        return told.ToImmutable();
    }

    bool IsNews(DateTimeOffset now, int place) =>
        _place is not { } told || place < told || now - _placeTold >= settings.RepeatAfter;

    bool IsNews(DateTimeOffset now, TimeSpan wait) =>
        _wait is not { } told || wait <= told - OneMinute || now - _waitTold >= settings.RepeatAfter;
}
