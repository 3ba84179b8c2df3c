namespace Web3Tel.Server.Panel.Workshop;

/// <summary>What a text was before, to be taken back. Changes of one thing that follow each other are one.</summary>
public sealed class TextHistory
{
    const int Most = 200;

    readonly LinkedList<string> before = new();
    readonly Stack<string> after = new();
    string? last;

    public bool CanUndo => before.Count > 0;

    public bool CanRedo => after.Count > 0;

    /// <param name="what">What is changed; null for a change that stands alone.</param>
    /// <param name="text">The text before it.</param>
    public void Add(string? what, string text)
    {
        if (what is null || what != last)
        {
            before.AddLast(text);
        }

        if (before.Count > Most)
        {
            before.RemoveFirst();
        }

        last = what;
        after.Clear();
    }

    /// <param name="text">The text as it is.</param>
    public string Undo(string text)
    {
        var was = before.Last!.Value;
        before.RemoveLast();
        after.Push(text);
        last = null;
        return was;
    }

    /// <param name="text">The text as it is.</param>
    public string Redo(string text)
    {
        before.AddLast(text);
        last = null;
        return after.Pop();
    }
}
