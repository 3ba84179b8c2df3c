using Web3Tel.Distribution;

namespace Web3Tel.Reports;

/// <summary>
/// Makes facts of the journal while it is played: nothing but the steps goes in, so the same journal gives the same facts, in one go or in
/// parts, as long as each part begins with the state and the bookmark of the one before.
/// </summary>
public sealed class FactReader
{
    readonly WorkingTime _time;
    CallCenter _state;
    DateTimeOffset _last;
    Facts _facts = new();

    /// <summary>Begins where nothing has been counted yet.</summary>
    /// <param name="state">The call center there.</param>
    /// <param name="at">From when the time of operators counts.</param>
    public FactReader(CallCenter state, DateTimeOffset at)
        : this(state, new Bookmark(state.Number, at, new Dictionary<string, Conversation>()))
    {
    }

    /// <summary>Reads on where another reader stopped.</summary>
    /// <param name="state">The call center there.</param>
    /// <param name="from">What the other had got to.</param>
    public FactReader(CallCenter state, Bookmark from)
    {
        _state = state;
        _last = from.At;
        _time = new WorkingTime(from.At, from.Conversations);
    }

    /// <summary>The call center after the last step read.</summary>
    public CallCenter State => _state;

    public Bookmark Bookmark => new(_state.Number, _time.At, _time.Conversations);

    public void Read(Moment moment)
    {
        _time.Count(_facts, moment);
        Journeys.Count(_facts, moment);
        OutgoingCounts.Count(_facts, moment);
        Messages.Count(_facts, moment);
        ResultCounts.Count(_facts, moment);

        _state = moment.After;
        _last = moment.At > _last ? moment.At : _last;
    }

    /// <summary>What was counted since the last time it was taken, the time of operators up to the last step included.</summary>
    public Facts Take()
    {
        _time.Settle(_facts, _state, _last);
        var taken = _facts;
        _facts = new Facts();
        return taken;
    }

    /// <summary>What there would be to take if the present went on until then; nothing is taken.</summary>
    /// <remarks>Only of the time since the last <see cref="Take"/>.</remarks>
    public Facts Foresee(DateTimeOffset until)
    {
        var facts = new Facts();
        new WorkingTime(_time.At, _time.Conversations).Settle(facts, _state, until);
        return facts;
    }
}
