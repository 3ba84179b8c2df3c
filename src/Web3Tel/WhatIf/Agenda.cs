namespace Web3Tel.WhatIf;

/// <summary>What is to happen when, in virtual time; what was put first is first among what happens at the same moment.</summary>
sealed class Agenda
{
    readonly PriorityQueue<Action, (DateTimeOffset At, long Order)> _todo = new();
    long _order;

    public DateTimeOffset Now { get; private set; }

    /// <summary>Something at a time gone by happens at once.</summary>
    public void Put(DateTimeOffset at, Action action) => _todo.Enqueue(action, (at > Now ? at : Now, _order++));

    /// <summary>Does what is next; false when there is nothing.</summary>
    public bool DoNext()
    {
        if (!_todo.TryDequeue(out var action, out var when))
        {
            return false;
        }

        Now = when.At;
        action();
        return true;
    }
}
