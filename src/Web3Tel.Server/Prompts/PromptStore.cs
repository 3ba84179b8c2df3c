using System.Collections.Immutable;
using Web3Tel.Prompts;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;
using Web3Tel.Speech;

namespace Web3Tel.Server.Prompts;

/// <summary>The prompts of the data folder, in memory and on the disk. What is changed is on the disk when it is said to be.</summary>
sealed class PromptStore : IPrompts, IDisposable
{
    readonly SoundConverter converter;
    readonly PromptSettings settings;
    readonly StorageOptions options;
    readonly PromptFolder folder;
    readonly ILogger logger;

    /// <summary>One change at a time; converting waits for its turn, too, since calls need the processor more.</summary>
    readonly SemaphoreSlim turn = new(1);

    ImmutableSortedDictionary<string, StoredPrompt> prompts;

    /// <summary>Prompts that are valid by a commit elsewhere, and not in their own files yet; null for none.</summary>
    (IReadOnlyList<StoredPrompt> Prompts, IReadOnlyList<string> Gone, Func<Task> Settled)? unsettled;

    public PromptStore(PromptSettings settings, StorageOptions options, ILogger logger)
    {
        this.settings = settings;
        this.options = options;
        this.logger = logger;
        converter = new SoundConverter(settings);
        folder = new PromptFolder(options, logger);
        prompts = folder.Read().ToImmutableSortedDictionary(prompt => prompt.Name, prompt => prompt, StringComparer.Ordinal);
    }

    /// <summary>By name.</summary>
    public IEnumerable<StoredPrompt> All => Volatile.Read(ref prompts).Values;

    public StoredPrompt? Get(string name) => Volatile.Read(ref prompts).GetValueOrDefault(name);

    public Prompt? Find(string name)
    {
        if (Get(name) is not { } prompt)
        {
            return null;
        }

        var file = prompt.File is { } recording && folder.PathOf(recording) is var path && File.Exists(path) ? path : null;
        return new Prompt(prompt.Name, file, prompt.Text, prompt.Language, IsLost: prompt.File is not null && file is null);
    }

    /// <summary>Before the first change: throws away what a life before left unfinished.</summary>
    public void Tidy() => folder.Tidy(All);

    /// <summary>Takes a recording, in place of the one there was.</summary>
    /// <param name="name">A <see cref="Prompt.IsName"/>.</param>
    /// <param name="text">What it says; null to leave the text as it is.</param>
    /// <exception cref="PromptException">It was not taken.</exception>
    public async Task<StoredPrompt> Record(string name, Stream content, string? text, Language? language, string by, CancellationToken cancellation)
    {
        try
        {
            var (received, converted) = (folder.Begin(), folder.Begin() + ".wav");
            try
            {
                await Receive(content, received, cancellation).ConfigureAwait(false);
                await turn.WaitAsync(cancellation).ConfigureAwait(false);
                try
                {
                    await Settle().ConfigureAwait(false);
                    var length = await converter.Convert(received, converted).ConfigureAwait(false);
                    var file = folder.Keep(name, converted);
                    return Put(name, found => Written(found, text, language) with { File = file, Seconds = Math.Round(length.TotalSeconds, 3) }, by);
                }
                finally
                {
                    turn.Release();
                }
            }
            finally
            {
                PromptFolder.Discard(received);
                PromptFolder.Discard(converted);
            }
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
            throw NoRoom(e);
        }
    }

    /// <summary>Whether a recording would be taken.</summary>
    /// <exception cref="PromptException">It would not.</exception>
    public async Task Try(string file)
    {
        var converted = folder.Begin() + ".wav";
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await converter.Convert(file, converted).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
            PromptFolder.Discard(converted);
        }
    }

    /// <summary>Makes a prompt ready that nobody hears yet: its recording is on the disk, under a name that no other has.</summary>
    /// <param name="recording">Its file; null for none.</param>
    /// <exception cref="PromptException">It will not do, or the disk does not take it.</exception>
    public async Task<StoredPrompt> Prepare(string name, string? recording, string? text, Language? language, string by)
    {
        var ready = new StoredPrompt(name, text, language ?? (text is null ? default : Sound.LanguageOf(text)), File: null, Seconds: 0, options.Time.GetUtcNow(), by);
        if (recording is null)
        {
            return ready;
        }

        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            var converted = folder.Begin() + ".wav";
            try
            {
                var length = await converter.Convert(recording, converted).ConfigureAwait(false);
                return ready with { File = folder.Keep(name, converted), Seconds = Math.Round(length.TotalSeconds, 3) };
            }
            finally
            {
                PromptFolder.Discard(converted);
            }
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
            throw NoRoom(e);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Throws away what was made ready and was not taken.</summary>
    public void Discard(IEnumerable<StoredPrompt> ready)
    {
        foreach (var prompt in ready.Where(prompt => Get(prompt.Name)?.File != prompt.File))
        {
            folder.DiscardRecording(prompt.File);
        }
    }

    /// <summary>Takes all that was made ready, at once, when a commit elsewhere has happened that holds it; nobody changes prompts meanwhile.</summary>
    /// <param name="ready">As they were made ready.</param>
    /// <param name="commit">Calls what it is given as soon as it has happened; without that each prompt stays as it is.</param>
    /// <param name="settled">They are in their own files.</param>
    /// <exception cref="IOException">The disk does not let us, before or in the commit.</exception>
    public async Task<T> Take<T>(IReadOnlyList<StoredPrompt> ready, Func<Action, Task<T>> commit, Func<Task> settled)
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await Settle().ConfigureAwait(false);
            try
            {
                return await commit(() => Replace(ready, settled)).ConfigureAwait(false);
            }
            finally
            {
                await TrySettle().ConfigureAwait(false);
            }
        }
        finally
        {
            turn.Release();
            Discard(ready);
        }
    }

    /// <summary>At the start: what was committed in a life before is valid, and not in its own files, or not all of it.</summary>
    public async Task Resume(IReadOnlyList<StoredPrompt> committed, Func<Task> settled)
    {
        // Where the versions were damaged, what says that it was settled may be lost: nothing that was changed since is undone.
        Replace([.. committed.Where(prompt => Get(prompt.Name) is not { } here || here.Changed <= prompt.Changed)], settled);
        await TrySettle().ConfigureAwait(false);
    }

    /// <summary>Writes down what a prompt says: it is spoken where there is no recording.</summary>
    /// <exception cref="PromptException">It was not taken.</exception>
    public Task<StoredPrompt> Write(string name, string text, Language? language, string by) =>
        Change(() => Put(name, found => Written(found, text, language), by));

    /// <exception cref="PromptException">It is still there.</exception>
    public Task Delete(StoredPrompt prompt) => Change(() =>
    {
        folder.Delete(prompt);
        Volatile.Write(ref prompts, prompts.Remove(prompt.Name));
        return prompt;
    });

    public void Dispose() => turn.Dispose();

    async Task<StoredPrompt> Change(Func<StoredPrompt> change)
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await Settle().ConfigureAwait(false);
            return change();
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
            throw NoRoom(e);
        }
        finally
        {
            turn.Release();
        }
    }

    void Replace(IReadOnlyList<StoredPrompt> taken, Func<Task> settled)
    {
        var before = prompts;
        Volatile.Write(ref prompts, before.SetItems(taken.Select(prompt => KeyValuePair.Create(prompt.Name, prompt))));
        unsettled = (taken, [.. taken.Select(prompt => before.GetValueOrDefault(prompt.Name)?.File).OfType<string>().Except(taken.Select(prompt => prompt.File).OfType<string>())], settled);
    }

    /// <exception cref="IOException">The disk does not let us: it is tried again before the next change, and at the next start.</exception>
    async Task Settle()
    {
        if (unsettled is not var (taken, gone, settled))
        {
            return;
        }

        foreach (var prompt in taken)
        {
            folder.Write(prompt);
        }

        await settled().ConfigureAwait(false);
        unsettled = null;
        foreach (var file in gone)
        {
            folder.DiscardRecording(file);
        }
    }

    async Task TrySettle()
    {
        try
        {
            await Settle().ConfigureAwait(false);
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
            Log.PromptsUnsettled(logger, e);
        }
    }

    StoredPrompt Put(string name, Func<StoredPrompt, StoredPrompt> change, string by)
    {
        var before = prompts.GetValueOrDefault(name);
        var after = change(before ?? new StoredPrompt(name, null, default, null, 0, default, by)) with { Changed = options.Time.GetUtcNow(), By = by };
        folder.Write(after);
        Volatile.Write(ref prompts, prompts.SetItem(name, after));
        if (before?.File != after.File)
        {
            folder.DiscardRecording(before?.File);
        }

        return after;
    }

    async Task Receive(Stream content, string path, CancellationToken cancellation)
    {
        using var file = options.Open(path);
        var buffer = new byte[81_920];
        long size = 0;
        for (int read; (read = await content.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0; size += read)
        {
            if (size + read > settings.MostBytes)
            {
                throw TooLarge();
            }

            file.Write(size, buffer.AsSpan(0, read));
        }
    }

    public PromptException TooLarge() => new(
        PromptFault.TooLarge, $"It is larger than {settings.MostBytes / 1_000_000} MB: make it smaller, or allow more (Web3Tel:Prompts:MostMegabytes).");

    static StoredPrompt Written(StoredPrompt prompt, string? text, Language? language) =>
        text is null ? prompt : prompt with { Text = text, Language = language ?? Sound.LanguageOf(text) };

    static PromptException NoRoom(Exception e) => new(PromptFault.NoRoom, $"The disk does not take it, and what there was is as it was: {e.Message}", e);
}
