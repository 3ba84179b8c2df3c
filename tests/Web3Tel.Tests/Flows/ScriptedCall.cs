using System.Collections.Immutable;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Calls;

namespace Web3Tel.Tests.Flows;

/// <summary>A call that notes what it is told to do, and does it at once, but for what the test holds back.</summary>
sealed class ScriptedCall(string id, ImmutableDictionary<string, string>? variables = null, string dialled = "1000", string? number = null) : ICall
{
    readonly Dictionary<Type, Subject<Reply>> _held = [];

    public List<string> Log { get; } = [];

    public Subject<CallEvent> Happening { get; } = new();

    public CallInfo Info { get; } = new(
        new CallRef("fs1", id), number ?? "+79161234567", "", dialled, DateTimeOffset.UnixEpoch, variables ?? ImmutableDictionary<string, string>.Empty);

    public IObservable<CallEvent> Events => Happening;

    /// <summary>The replies to such commands come when the test says so.</summary>
    public Subject<Reply> Hold<TCommand>()
        where TCommand : CallCommand => _held[typeof(TCommand)] = new Subject<Reply>();

    public IObservable<Reply> Do(CallCommand command) => Observable.Create<Reply>(observer =>
    {
        Log.Add(Describe(command));
        if (command is CallCommand.PlayMusic)
        {
            return Disposable.Create(() => Log.Add("silence"));
        }

        return _held.GetValueOrDefault(command.GetType()) is { } held
            ? held.Take(1).Subscribe(observer)
            : Observable.Return(Reply.Done).Subscribe(observer);
    });

    static string Describe(CallCommand command) => command switch
    {
        CallCommand.Answer => "answer",
        CallCommand.Play play => $"play {play.Source}",
        CallCommand.PlayMusic music => $"music {music.Source}",
        CallCommand.SetVariables set =>
            "set " + string.Join(' ', set.Values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}")),
        CallCommand.Record record => $"record {record.Path}",
        CallCommand.PlayRecording play => $"play recording {play.Path}",
        CallCommand.Bridge bridge => $"bridge {bridge.Other.Id}",
        CallCommand.Whisper whisper => $"whisper {string.Join(' ', whisper.Then.Prepend(whisper.Source))}",
        CallCommand.HangUp hangUp => $"hang up {hangUp.Cause}",
        _ => throw new NotSupportedException(command.ToString()),
    };
}
