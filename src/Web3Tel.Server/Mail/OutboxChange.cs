namespace Web3Tel.Server.Mail;

/// <summary>Something to be done in the outbox's file, and the answer when it is on the disk.</summary>
abstract class OutboxChange
{
    /// <summary>Whether it is part of a transaction that was made: then it is not done again when only the disk had failed.</summary>
    public bool IsApplied { get; private set; }

    /// <summary>Does it, in a transaction. Once more from the beginning when the transaction fails.</summary>
    public abstract void Apply(OutboxFile file);

    public void MarkApplied() => IsApplied = true;

    /// <summary>It is on the disk: gives the answer. May be called again.</summary>
    public abstract void Complete();

    /// <summary>A change that is answered with a <typeparamref name="T"/>.</summary>
    public sealed class Of<T>(Func<OutboxFile, T> apply) : OutboxChange
    {
        // Continuations elsewhere: nobody else's code runs on the outbox's thread.
        readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        T? answer;

        public Task<T> Answer => completion.Task;

        public override void Apply(OutboxFile file) => answer = apply(file);

        public override void Complete() => completion.TrySetResult(answer!);
    }
}
