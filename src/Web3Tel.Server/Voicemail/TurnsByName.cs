namespace Web3Tel.Server.Voicemail;

/// <summary>A turn for each name: whoever comes while another has it waits, and nobody waits for other names.</summary>
sealed class TurnsByName
{
    readonly Lock gate = new();
    readonly Dictionary<string, Turn> turns = new(StringComparer.Ordinal);

    /// <summary>Returns when it is the caller's turn; disposing of what is given ends it.</summary>
    /// <exception cref="OperationCanceledException">It was not waited for any longer.</exception>
    public async Task<IDisposable> Take(string name, CancellationToken cancellation)
    {
        Turn turn;
        lock (gate)
        {
            turn = turns.TryGetValue(name, out var known) ? known : turns[name] = new Turn(this, name);
            turn.Users++;
        }

        try
        {
            await turn.Free.WaitAsync(cancellation).ConfigureAwait(false);
            return turn;
        }
        catch
        {
            Leave(turn);
            throw;
        }
    }

    void Leave(Turn turn)
    {
        lock (gate)
        {
            if (--turn.Users == 0)
            {
                turns.Remove(turn.Name);
                turn.Free.Dispose();
            }
        }
    }

    /// <summary>Disposed of by whoever has it, once.</summary>
    sealed class Turn(TurnsByName all, string name) : IDisposable
    {
        public string Name { get; } = name;

        public SemaphoreSlim Free { get; } = new(1);

        /// <summary>Who has it, and who waits.</summary>
        public int Users { get; set; }

        public void Dispose()
        {
            Free.Release();
            all.Leave(this);
        }
    }
}
