using System.Collections.Immutable;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;

namespace Web3Tel.Server.Happenings;

/// <summary>What one reader is told.</summary>
/// <param name="types">What the reader wants to know of.</param>
sealed class EventStream(EventFeed feed, ImmutableHashSet<string> types, JsonSerializerOptions json, IScheduler scheduler)
{
    /// <summary>All that the reader knows is to be forgotten: everything is told anew.</summary>
    const string Reset = "reset";

    /// <summary>Something is not there any more.</summary>
    const string Gone = "gone";

    /// <summary>The reader knows everything up to here. Only these have ids: what is told in between belongs together.</summary>
    const string Current = "current";

    /// <summary>So often the reader hears something, so that both sides see when the other is gone.</summary>
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    /// <param name="last">The id that the reader has seen last, or null.</param>
    /// <param name="cancellation">The reader has gone.</param>
    public async IAsyncEnumerable<SseItem<byte[]>> Read(string? last, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var stirred = Channel.CreateBounded<Unit>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
        using var leaving = cancellation.Register(() => stirred.Writer.TryComplete());
        using var following = feed.Changes
            .Publish(changes => changes
                .Merge(changes.Take(1).SelectMany(_ => Observable.Interval(Beat, scheduler).Select(_ => Unit.Default)))
                .TakeUntil(changes.IgnoreElements().Materialize()))
            .Subscribe(_ => stirred.Writer.TryWrite(Unit.Default), _ => stirred.Writer.TryComplete(), () => stirred.Writer.TryComplete());
        var told = Known(last);
        if (told is null)
        {
            told = Picture.Nothing;
            yield return Item(Reset, "{}"u8.ToArray());
        }

        await foreach (var _ in stirred.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            var picture = feed.Latest;
            foreach (var piece in told.Gone(picture).Where(IsWanted))
            {
                yield return Item(Gone, JsonSerializer.SerializeToUtf8Bytes(new Away(piece.Type, piece.Key), json));
            }

            foreach (var piece in picture.Changed(told).Where(IsWanted))
            {
                yield return Item(piece.Type, piece.Json(json));
            }

            told = picture;
            yield return Item(Current, "{}"u8.ToArray(), string.Create(CultureInfo.InvariantCulture, $"{feed.Life}-{picture.Number}"));
        }
    }

    static SseItem<byte[]> Item(string type, byte[] data, string? id = null) => new(data, type) { EventId = id };

    Picture? Known(string? last) =>
        last?.Split('-') is [var life, var number] && life == feed.Life && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? feed.Find(seen)
            : null;

    bool IsWanted(Piece piece) => types.Contains(piece.Type);

    /// <summary>What is gone.</summary>
    sealed record Away(string Type, string Key);
}
