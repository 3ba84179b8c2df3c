namespace Web3Tel.Server.Recordings;

/// <summary>
/// Tells one listening from the next. A player asks for a sound piece by piece, from wherever it likes: the first piece of somebody begins a
/// listening, and what the same person asks of the same sound in the minutes after belongs to it.
/// </summary>
sealed class Listenings(TimeProvider time)
{
    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    readonly Lock turn = new();
    readonly HashSet<(string Who, string Sound)> running = [];
    readonly Queue<((string Who, string Sound) One, long Begun)> inOrder = new();

    /// <summary>Whether a piece that is asked for begins a listening.</summary>
    /// <param name="who">Who asks.</param>
    /// <param name="sound">Id of the recording or message.</param>
    public bool Begins(string who, string sound)
    {
        lock (turn)
        {
            while (inOrder.TryPeek(out var oldest) && time.GetElapsedTime(oldest.Begun) >= Lasts)
            {
                running.Remove(inOrder.Dequeue().One);
            }

            if (!running.Add((who, sound)))
            {
                return false;
            }

            inOrder.Enqueue(((who, sound), time.GetTimestamp()));
            return true;
        }
    }
}
