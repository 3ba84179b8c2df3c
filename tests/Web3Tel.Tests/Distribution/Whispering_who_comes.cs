using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.Queues;
using Web3Tel.Skills;
using Web3Tel.Speech;
using Web3Tel.Tests.Flows;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>The operator is told the queue, the time waited and the name.</summary>
public sealed class Whispering_who_comes
{
    static readonly QueueSettings Sales = Desk.Sales with { WhisperCaller = true, RingTime = 60.Seconds() };

    [Fact]
    public void It_is_prepared_while_the_phone_rings_for_whatever_the_time_waited_will_be()
    {
        var desk = new Desk(Sales, Desk.Serving("anna", "sales") with { SignedIn = false }).Joins("Ivan").Pass(80);
        desk.Do(new Event.AgentSignedIn(desk.Now, "anna")).Effects.OfType<Effect.Prepare>().Single().Words.Parts
            .Should().Equal("sales", "waited one minute", "waited two minutes", "Ivan");
        desk.Pass(40).Answers("anna").Effects.OfType<Effect.Whisper>().Single().Words!.Parts.Should().Equal("sales", "waited two minutes", "Ivan");
    }

    [Fact]
    public void It_is_of_the_first_of_those_whom_nobody_else_hears_of()
    {
        var desk = new Desk(Sales, Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales")).Joins("first").Joins("second");
        (desk.CallerOf("anna"), desk.CallerOf("boris")).Should().Be(("first", "second"));
        desk.Answers("boris").Effects.OfType<Effect.Whisper>().Single().Words!.Parts.Should().Contain("first");
        desk.Answers("anna").Effects.OfType<Effect.Whisper>().Single().Words!.Parts.Should().Contain("second");
        desk.Do(new Event.Whispered(desk.Now, desk.OfferOf("boris").Number)).CallerOf("boris").Should().Be("first");
        desk.Do(new Event.Whispered(desk.Now, desk.OfferOf("anna").Number)).CallerOf("anna").Should().Be("second");
    }

    [Fact]
    public void Whom_the_phone_rang_for_is_offered_to_another_at_once_when_the_firsts_agent_may_not_have_that_caller()
    {
        var german = SkillSet.FromText("de:1");
        var desk = new Desk(
            Sales, Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales") with { Skills = german }, Desk.Serving("vera", "sales") with { Skills = german });
        desk.Joins("first").Arrives("second");
        desk.Do(new Event.Joined(desk.Now, Desk.Call("second"), "sales", Skills: new SkillDemand(german, SkillSet.None)));
        (desk.CallerOf("anna"), desk.CallerOf("boris")).Should().Be(("first", "second"));
        desk.Answers("boris");
        (desk.CallerOf("boris"), desk.CallerOf("vera")).Should().Be(("first", "second"));
    }

    [Fact]
    public void A_phone_that_rings_on_for_another_prepares_that_ones_name()
    {
        var desk = new Desk(Sales, Desk.Serving("anna", "sales")).Joins("Ivan").Joins("Petr").HangsUp("Ivan");
        desk.Effects.OfType<Effect.Prepare>().Single().Words.Parts.Should().Contain("Petr");
    }

    [Fact]
    public void It_is_in_the_language_of_the_queue_by_the_label_of_the_queue()
    {
        var sales = Sales with { Label = "Продажи", Announce = new Announcements { Language = Language.Russian } };
        var desk = new Desk(sales, Desk.Serving("anna", "sales")).Joins("Иван Петров").Pass(50).Answers("anna");
        var words = desk.Effects.OfType<Effect.Whisper>().Single().Words!;
        words.Language.Should().Be(Language.Russian);
        words.Parts.Should().Equal("Продажи", "ожидание меньше минуты", "Иван Петров");
    }

    [Theory]
    [InlineData(59, "waited less than a minute", "ожидание меньше минуты")]
    [InlineData(60, "waited one minute", "ожидание одна минута")]
    [InlineData(120, "waited two minutes", "ожидание две минуты")]
    [InlineData(300, "waited five minutes", "ожидание пять минут")]
    [InlineData(660, "waited eleven minutes", "ожидание одиннадцать минут")]
    [InlineData(1260, "waited twenty-one minutes", "ожидание двадцать одна минута")]
    [InlineData(1320, "waited twenty-two minutes", "ожидание двадцать две минуты")]
    [InlineData(5400, "waited ninety minutes", "ожидание девяносто минут")]
    [InlineData(7200, "waited two hours", "ожидание два часа")]
    [InlineData(18000, "waited five hours", "ожидание пять часов")]
    [InlineData(75600, "waited twenty-one hours", "ожидание двадцать один час")]
    [InlineData(90000, "waited more than a day", "ожидание больше суток")]
    public void The_time_waited_is_told_with_the_right_grammar(int seconds, string english, string russian)
    {
        Phrases.Waited(Language.English, seconds.Seconds()).Should().Be(english);
        Phrases.Waited(Language.Russian, seconds.Seconds()).Should().Be(russian);
    }

    [Theory]
    [InlineData("Ivan Petrov", "Ivan Petrov")]
    [InlineData("-w/etc/passwd Ivan", "w etc passwd Ivan")]
    [InlineData("--path=/x", "path x")]
    [InlineData("Anna-Maria O'Neil", "Anna-Maria O'Neil")]
    [InlineData("+7 916 123", null)]
    [InlineData("<script>", "script")]
    [InlineData(" \r\n", null)]
    [InlineData("", null)]
    public void A_name_is_given_to_the_voice_as_words_only(string name, string? said) => SpokenName.Of(name).Should().Be(said);

    [Fact]
    public void What_is_ready_is_heard_after_the_queues_own_sound_and_nobody_waits_for_the_rest()
    {
        var center = Open(Sales with { Whisper = "ding.wav" });
        center.Voice.Sound = text => text.Contains("waited", StringComparison.Ordinal) ? "not/one word.wav" : $"{text}.wav";
        center.Arrives(new ScriptedCall("caller"));
        center.AnnaComes();
        center.Switch.Answer("user/anna").Log.Should().Equal("whisper ding.wav sales.wav");
    }

    [Fact]
    public void When_no_word_is_ready_the_two_are_joined_at_once()
    {
        var center = Open(Sales);
        center.Voice.Held = new System.Reactive.Subjects.Subject<string?>();
        var call = center.Arrives(new ScriptedCall("caller"));
        center.AnnaComes();
        var leg = center.Switch.Answer("user/anna");
        leg.Log.Should().BeEmpty();
        call.Log.Should().Contain($"bridge {leg.Info.Ref.Id}");
        center.Center.Current.Callers[call.Info.Ref].State.Should().BeOfType<CallerState.Talking>();
        center.Voice.Held.OnNext("late.wav");
        center.Faults.Should().BeEmpty();
    }

    static RunningCenter Open(QueueSettings sales) => new(reception: null, sales);
}
