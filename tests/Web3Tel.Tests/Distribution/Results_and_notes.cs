using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Auditing;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Results_and_notes
{
    const string Hostile = "=cmd|' /C calc'!A0\n<script>alert(1)</script> «Ж» \"; --";

    static readonly QueueSettings Asking = Desk.Sales with { Results = [new ResultCode("sold", "Sold", "Продано"), new ResultCode("lost", "Lost")] };

    readonly Desk _desk = new(Asking, Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales"));

    [Fact]
    public void What_is_written_in_the_conversation_stands_in_the_history_and_the_journey()
    {
        _desk.Joins("caller").Talks("anna");
        Notes("anna", "sold", Hostile);
        _desk.HangsUp("caller");

        var entry = OnDisk.Restored(_desk.State).InWrapUp[Desk.Call("caller")];
        entry.Note.Should().Be(new CallNote("anna", "sold", Hostile));
        entry.Should().BeEquivalentTo(_desk.History.Last());
        entry.Journey.Should().ContainSingle(step => step.What == JourneyEvent.NoteTaken).Which.Should().Match<JourneyStep>(step => step.Agent == "anna" && step.Detail == $"sold: {Hostile}");
        _desk.State.Audit.Values.Should().Contain(record => record.Act == AuditedAct.TakeNote && record.By == "anna" && record.Detail == "caller: sold", "the text is not copied there");
    }

    [Fact]
    public void In_wrap_up_the_history_has_it_at_once_and_the_last_one_counts()
    {
        _desk.Joins("caller").Talks("anna").HangsUp("caller");
        Notes("anna", "sold", "one");
        _desk.History.Last().Note!.Text.Should().Be("one", "a death in wrap-up takes nothing along");
        Notes("anna", null, "two");
        _desk.Pass(10);

        _desk.History.Last().Note.Should().Be(new CallNote("anna", null, "two"));
        _desk.History.Last().Journey.Where(step => step.What == JourneyEvent.NoteTaken).Select(step => step.Detail).Should().Equal("sold: one", ": two");
        _desk.History.Last().Journey[^1].What.Should().Be(JourneyEvent.WrapUpEnded);
    }

    [Fact]
    public void After_a_transfer_the_first_agent_writes_of_the_caller_who_talks_on_and_then_the_second()
    {
        _desk.Joins("caller").Talks("anna").Do(new Event.TransferAsked(_desk.Now, Desk.Call("caller"), TransferKind.Agent, "boris"));
        Notes("anna", "lost", "passed on");
        _desk.State.Callers[Desk.Call("caller")].Note.Should().Be(new CallNote("anna", "lost", "passed on"));
        Refusal("boris", "sold", "").Should().Contain("no conversation of boris");
    }

    [Fact]
    public void Whoever_has_passed_the_caller_on_to_another_queue_chooses_of_the_results_of_the_own_one()
    {
        var cards = new QueueSettings { Name = "cards", Results = [new ResultCode("blocked", "Blocked")], ResultRequired = true };
        var desk = new Desk(new Configuration { Queues = [Asking, cards], Agents = [Desk.Serving("anna", "sales"), Desk.Serving("boris", "cards")] });
        desk.Joins("caller").Talks("anna").Do(new Event.TransferAsked(desk.Now, Desk.Call("caller"), TransferKind.Queue, "cards")).Arrives("caller").Talks("boris");
        var end = new Event.WrapUpEnded(desk.Now, "anna");
        AgentCommand.Refusal(desk.State, end).Should().BeNull("it is the other queue that wants a result");
        AgentCommand.Refusal(desk.State, new Event.NoteTaken(desk.Now, "anna", "caller", "blocked", "")).Should().Contain("sold, lost");
        var restored = OnDisk.Restored(desk.State);
        NotedCall.Of(restored, restored.Agents["anna"])!.Queue.Should().Be("sales", "a restart does not forget whose it was");
        desk.Do(new Event.NoteTaken(desk.Now, "anna", "caller", "sold", "")).Do(end).Agent("anna").Should().BeOfType<AgentState.Ready>();
        AgentCommand.Refusal(desk.State, new Event.NoteTaken(desk.Now, "boris", "caller", "sold", "")).Should().Contain("blocked");
    }

    [Fact]
    public void Once_the_call_and_the_wrap_up_of_another_agent_are_over_the_first_is_refused_instead_of_writing_to_nowhere()
    {
        var desk = new Desk(Asking with { WrapUp = TimeSpan.FromMinutes(5), ResultRequired = true }, Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales"));
        desk.Joins("caller").Talks("anna").Do(new Event.TransferAsked(desk.Now, Desk.Call("caller"), TransferKind.Queue, "sales"));
        desk.Arrives("caller").Talks("boris").HangsUp("caller");
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        AgentCommand.Refusal(desk.State, new Event.NoteTaken(desk.Now, "anna", "caller", "lost", "")).Should().BeNull("boris is still in wrap-up");
        desk.Do(new Event.NoteTaken(desk.Now, "boris", "caller", "sold", "")).Do(new Event.WrapUpEnded(desk.Now, "boris"));
        AgentCommand.Refusal(desk.State, new Event.NoteTaken(desk.Now, "anna", "caller", "lost", "")).Should().Contain("ended with somebody else");
        AgentCommand.Refusal(desk.State, new Event.WrapUpEnded(desk.Now, "anna")).Should().BeNull("what cannot be given is not wanted");
    }

    [Fact]
    public void A_note_for_the_call_before_is_refused_in_both_languages_and_changes_nothing()
    {
        _desk.Do(new Event.AgentSignedOut(_desk.Now, "boris")).Joins("caller").Talks("anna").HangsUp("caller").Pass(10).Joins("next").Talks("anna");
        Refusal("anna", "sold", "late").Should().Contain("'caller' is no conversation of anna any more");
        AgentCommand.Refusal(_desk.State, Note("anna", "sold", "late"), Language.Russian).Should().Contain("«caller» больше не разговор anna");
        var before = _desk.State;
        Notes("anna", "sold", "late");
        _desk.State.Callers.Should().BeEquivalentTo(before.Callers);
        _desk.State.Ignored.Should().Be(before.Ignored + 1);
    }

    [Fact]
    public void A_result_that_the_queue_does_not_have_and_a_text_too_long_are_refused()
    {
        _desk.Joins("caller").Talks("anna");
        Refusal("anna", "bought", "").Should().Contain("There is no result 'bought'").And.Contain("sold, lost");
        Refusal("anna", "sold", new string('x', CallNote.Longest + 1)).Should().Contain("at most 2000");
        Refusal("anna", "sold", new string('x', CallNote.Longest)).Should().BeNull();
    }

    [Fact]
    public void Where_a_result_is_wanted_the_wrap_up_is_not_ended_without_one_but_ends_by_itself_and_by_force()
    {
        var desk = new Desk(Asking with { ResultRequired = true }, Desk.Serving("anna", "sales"));
        desk.Joins("caller").Talks("anna").HangsUp("caller");
        var end = new Event.WrapUpEnded(desk.Now, "anna", "anna");
        AgentCommand.Refusal(desk.State, end).Should().Contain("sales wants a result");
        AgentCommand.Refusal(desk.State, end, Language.Russian).Should().Contain("требует итог");
        desk.Do(end).Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.Do(new Event.NoteTaken(desk.Now, "anna", "caller", null, "no result", "anna")).Do(end).Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.Do(new Event.NoteTaken(desk.Now, "anna", "caller", "sold", "", "anna")).Do(end).Agent("anna").Should().BeOfType<AgentState.Ready>();

        desk.Joins("second").Talks("anna").HangsUp("second").Do(new Event.AgentForced(desk.Now, "anna", ForcedState.Ready, "olga", "busy"));
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>("a supervisor decides");
        desk.Joins("third").Talks("anna").HangsUp("third").Pass(10).Agent("anna").Should().BeOfType<AgentState.Ready>("nobody is kept in wrap-up for ever");
    }

    [Fact]
    public void Results_that_cannot_be_chosen_are_told_all_at_once() =>
        new Configuration
        {
            Queues = [Desk.Sales with { Results = [new ResultCode("a b", "A"), new ResultCode("c", "C"), new ResultCode("c", "D")] }, new QueueSettings { Name = "b", ResultRequired = true, WrapUp = TimeSpan.Zero }],
        }.Problems().Should().Equal(
            "Queue 'sales': result 'c' is named 2 times: a name must be unique.",
            "Queue 'sales': result 'a b': a name has at least one character, and only A-Z, a-z, 0-9, '.', '-' and '_'.",
            "Queue 'b': ResultRequired, but there are no Results to choose from: name at least one.",
            "Queue 'b': ResultRequired, but WrapUp is zero: give the agents time to choose a result.");

    [Fact]
    public void What_is_thought_better_of_after_the_wrap_up_takes_the_place_of_what_was_written()
    {
        _desk.Joins("caller").Talks("anna");
        Notes("anna", "sold", "one");
        _desk.HangsUp("caller").Pass(3_600);
        var over = _desk.History.Last();

        _desk.Do(new Event.NoteRevised(_desk.Now, "anna", over, "lost", "after all", "anna"));

        _desk.History.Last().Should().BeEquivalentTo(over with { Note = new CallNote("anna", "lost", "after all"), Journey = _desk.History.Last().Journey });
        _desk.History.Last().Journey.Where(step => step.What == JourneyEvent.NoteTaken).Select(step => step.Detail).Should().Equal("sold: one", "lost: after all");
        _desk.State.Audit.Values.Last().Should().Match<AuditRecord>(record => record.Act == AuditedAct.TakeNote && record.By == "anna" && record.Detail == "caller: lost");
    }

    [Fact]
    public void Of_a_call_of_somebody_elses_of_yesterday_or_not_over_yet_and_with_an_unknown_result_nothing_is_revised()
    {
        var desk = new Desk(Asking with { WrapUp = TimeSpan.FromMinutes(5) }, Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales"));
        desk.Joins("caller").Talks("anna").HangsUp("caller");
        var over = desk.History.Last();
        Refused("anna", "sold").Should().Contain("not over yet", "the wrap-up has its own way");
        desk.Pass(600);
        over = desk.History.Last();
        Refused("anna", "sold").Should().BeNull();
        Refused("boris", "sold").Should().Contain("no conversation of boris");
        Refused("anna", "bought").Should().Contain("sold, lost");
        desk.Do(new Event.NoteRevised(desk.Now, "boris", over, "sold", "")).State.Ignored.Should().Be(1);
        desk.History.Should().NotContain(entry => entry.Note != null);
        AgentCommand.Refusal(desk.State, new Event.NoteRevised(over.Ended + TimeSpan.FromHours(25), "anna", over, "sold", ""), Language.Russian).Should().Contain("24 часов назад");

        string? Refused(string agent, string result) => AgentCommand.Refusal(desk.State, new Event.NoteRevised(desk.Now, agent, over, result, ""));
    }

    [Fact]
    public void Whoever_had_the_caller_before_another_queue_revises_by_the_results_of_the_own_one()
    {
        var cards = new QueueSettings { Name = "cards", Results = [new ResultCode("blocked", "Blocked")] };
        var desk = new Desk(new Configuration { Queues = [Asking, cards], Agents = [Desk.Serving("anna", "sales"), Desk.Serving("boris", "cards")] });
        desk.Joins("caller").Talks("anna").Do(new Event.TransferAsked(desk.Now, Desk.Call("caller"), TransferKind.Queue, "cards")).Arrives("caller").Talks("boris").HangsUp("caller").Pass(600);
        var over = desk.History.Last();
        NotedCall.Over(desk.State, "anna", over, desk.Now)!.Queue.Should().Be("sales");
        NotedCall.Over(desk.State, "boris", over, desk.Now)!.Queue.Should().Be("cards");
    }

    Event.NoteTaken Note(string agent, string? result, string text) => new(_desk.Now, agent, "caller", result, text, agent);

    void Notes(string agent, string? result, string text) => _desk.Do(Note(agent, result, text));

    string? Refusal(string agent, string? result, string text) => AgentCommand.Refusal(_desk.State, Note(agent, result, text));
}
