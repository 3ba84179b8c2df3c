using System.Reactive.Disposables;
using System.Reactive.Linq;
using Web3Tel.Speech;

namespace Web3Tel.Distribution;

/// <summary>Sounds of words that were prepared while a phone rang. Whoever wants them never waits. Touched only from within the serializer.</summary>
sealed class ReadyWords(ISpeaker speaker, Serializer serializer) : IDisposable
{
    /// <summary>The latest ones: a phone does not ring for so long that more could be needed.</summary>
    const int Most = 2_000;

    readonly Dictionary<(Language, string), string> _sounds = [];
    readonly Queue<(Language, string)> _inOrder = new();
    readonly CompositeDisposable _making = [];

    public void Prepare(Spoken words)
    {
        foreach (var part in words.Parts)
        {
            var making = new SingleAssignmentDisposable();
            _making.Add(making);
            making.Disposable = speaker.Say(part, words.Language).Finally(() => _making.Remove(making)).Subscribe(
                sound => serializer.Post(() => Keep((words.Language, part), sound)),
                _ => { });
        }
    }

    /// <summary>Those parts that are ready, in order.</summary>
    public IEnumerable<string> Of(Spoken words) => words.Parts.Select(part => _sounds.GetValueOrDefault((words.Language, part))).OfType<string>();

    public void Dispose() => _making.Dispose();

    void Keep((Language, string) words, string? sound)
    {
        if (sound is null || !ConfigurationCheck.IsPlayable(sound))
        {
            return;
        }

        if (!_sounds.ContainsKey(words))
        {
            _inOrder.Enqueue(words);
        }

        _sounds[words] = sound;
        if (_inOrder.Count > Most)
        {
            _sounds.Remove(_inOrder.Dequeue());
        }
    }
}
