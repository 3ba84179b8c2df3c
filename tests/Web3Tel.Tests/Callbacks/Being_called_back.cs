using System.Collections.Immutable;
using System.Reactive;
using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Callbacks;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Queues;
using Web3Tel.Skills;
using Web3Tel.Speech;
using Web3Tel.Tests.Distribution;
using Web3Tel.Tests.Flows;
using Xunit;

namespace Web3Tel.Tests.Callbacks;

/// <summary>What a caller meets who would rather be called back than wait.</summary>
public sealed class Being_called_back
{
    const string Number = "plus, seven, nine one six, one two three, four five, six seven";
    const string Offer = "play «we can call you back when it is your turn, at the number»";
    const string Choices = "play «to confirm, press one. to give another number, press two»";
    const string Back = "play «to go on waiting, press star»";
    const string AskNumber = "play «enter the number we shall call, with its area code, and then press hash»";
    const string Accepted = "play «thank you. we will call you back, your place in the queue is kept. good bye»";
    const string Wrong = "play «we cannot call that number»";
    const string Unavailable = "play «we cannot promise to call you back at the moment»";
    const string HungUp = "hang up NORMAL_CLEARING";
    const string Music = "music moh";

    static readonly QueueSettings Sales = Desk.Sales with { Music = "moh", Callback = new CallbackSettings(), ExitKeys = [new('1', new NextStep.Named("callback"))] };

    readonly MemoryCallbacks _callbacks = new();

    [Fact]
    public void The_number_is_read_out_and_one_confirms_it()
    {
        var (center, call) = Waits();
        Press(center, call, "1");
        call.Log.Should().Equal("silence", "answer", Offer, $"play «{Number}»", Choices, Back);
        _callbacks.Asked.Should().BeEmpty("nothing has been confirmed");
        Press(center, call, "1");
        _callbacks.Asked.Should().ContainSingle().Which.Should().Be(new CallbackWish("sales", "+79161234567")
        {
            Call = call.Info.Ref, Joined = Desk.Opening, Priority = TimeSpan.Zero,
        });
        call.Log.Should().EndWith([Accepted, HungUp]);
        center.Faults.Should().BeEmpty();
    }

    [Fact]
    public void What_is_promised_is_told_only_when_it_is_on_the_disk()
    {
        var (center, call) = Waits();
        var disk = _callbacks.Held = new();
        Press(center, call, "11");
        center.Clock.AdvanceBy(4.Seconds());
        call.Log.Should().EndWith(Back);
        disk.OnNext(CallbackReply.Accepted);
        call.Log.Should().EndWith([Accepted, HungUp]);
    }

    [Fact]
    public void Another_number_is_entered_and_read_out_in_its_turn()
    {
        var (center, call) = Waits();
        Press(center, call, "12");
        call.Log.Should().EndWith([AskNumber, Back]);
        call.Log.Clear();
        Press(center, call, "88005553535#");
        call.Log.Should().Equal(Offer, "play «eight, eight zero zero, five five five, three five, three five»", Choices, Back);
        _callbacks.Asked.Should().BeEmpty();
        Press(center, call, "1");
        _callbacks.Asked.Should().ContainSingle().Which.Number.Should().Be("88005553535");
    }

    [Fact]
    public void A_number_ends_with_silence_too()
    {
        var (center, call) = Waits();
        Press(center, call, "1211200");
        center.Clock.AdvanceBy(5.Seconds());
        Press(center, call, "1");
        _callbacks.Asked.Should().ContainSingle().Which.Number.Should().Be("11200");
    }

    [Theory]
    [InlineData("1*")]
    [InlineData("12*")]
    [InlineData("1255*")]
    [InlineData("1255511#*")]
    [InlineData("1999")]
    [InlineData("12#########")]
    public void The_star_and_too_many_wrong_keys_lead_back_to_the_old_place(string keys)
    {
        var (center, call) = Waits();
        center.Clock.AdvanceBy(30.Seconds());
        var second = center.Arrives(new ScriptedCall("second"));
        Press(center, call, keys);
        call.Log.Should().EndWith(Music);
        Position(center, call).Should().Be(1);
        Position(center, second).Should().Be(2);
        center.Center.Current.Callers[call.Info.Ref].Joined.Should().Be(Desk.Opening);
        _callbacks.Asked.Should().BeEmpty();
    }

    [Theory]
    [InlineData("1")]
    [InlineData("12")]
    public void The_silent_are_asked_three_times_and_go_back_to_the_old_place(string keys)
    {
        var (center, call) = Waits();
        Press(center, call, keys);
        center.Clock.AdvanceBy(14.Seconds());
        call.Log.Should().NotContain(Music);
        call.Log.Count(line => line == (keys == "1" ? Offer : AskNumber)).Should().Be(3);
        center.Clock.AdvanceBy(2.Seconds());
        call.Log.Should().EndWith(Music);
        Position(center, call).Should().Be(1);
    }

    [Fact]
    public void What_is_no_number_is_asked_for_again()
    {
        var (center, call) = Waits();
        Press(center, call, "12");
        call.Log.Clear();
        Press(center, call, "112#");
        call.Log.Should().Equal(Wrong, AskNumber, Back);
        Press(center, call, "000000#");
        Press(center, call, "12345#1");
        _callbacks.Asked.Should().ContainSingle().Which.Number.Should().Be("12345");
    }

    [Theory]
    [InlineData("")]
    [InlineData("anonymous")]
    [InlineData("0000000000")]
    [InlineData("+")]
    public void Who_has_no_number_to_show_must_give_one(string withheld)
    {
        var (center, call) = Waits(withheld);
        Press(center, call, "1");
        call.Log.Should().Equal("silence", "answer", AskNumber, Back);
        Press(center, call, "79161112233#1");
        _callbacks.Asked.Should().ContainSingle().Which.Number.Should().Be("79161112233");
    }

    [Fact]
    public void Who_calls_from_a_number_that_may_not_be_called_must_give_another()
    {
        var (center, call) = Waits("+882161234567", Sales with { Callback = new CallbackSettings { Numbers = new NumberRule { Allowed = ["8", "+7"], Longest = 11 } } });
        Press(center, call, "1");
        call.Log.Should().Equal("silence", "answer", AskNumber, Back);
        Press(center, call, "98001234567");
        call.Log.Should().EndWith([Wrong, AskNumber, Back], "as many digits as a number may have need no hash");
        Press(center, call, "880012345671");
        _callbacks.Asked.Should().ContainSingle().Which.Number.Should().Be("88001234567");
    }

    [Fact]
    public void A_number_is_taken_without_what_people_write_between_its_digits()
    {
        var (center, call) = Waits("+7 (916) 123-45-67");
        Press(center, call, "11");
        _callbacks.Asked.Should().ContainSingle().Which.Number.Should().Be("+79161234567");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(9)]
    public void Who_hangs_up_before_the_last_key_has_asked_for_nothing(int keys)
    {
        const string All = "1211200#1";
        var (center, call) = Waits();
        call.Hold<CallCommand.Play>();
        Press(center, call, All[..Math.Min(keys, All.Length - 1)]);
        HangsUp(center, call);
        center.Clock.AdvanceBy(60.Seconds());
        _callbacks.Asked.Should().BeEmpty();
        center.Center.Current.Callers.Should().BeEmpty();
        center.Faults.Should().BeEmpty();
    }

    [Fact]
    public void Who_hangs_up_with_the_confirmation_has_asked()
    {
        var (center, call) = Waits();
        _callbacks.Held = new();
        Press(center, call, "11");
        HangsUp(center, call);
        _callbacks.Asked.Should().ContainSingle();
    }

    [Fact]
    public void Who_has_asked_already_is_told_so()
    {
        _callbacks.Answer = _ => CallbackReply.AskedAlready;
        var (center, call) = Waits();
        Press(center, call, "11");
        call.Log.Should().EndWith(["play «we have your number already, and will call you back. good bye»", HungUp]);
    }

    [Theory]
    [InlineData(CallbackReply.NotHere)]
    [InlineData(CallbackReply.NotWritten)]
    public void When_no_call_can_be_promised_the_caller_is_told_and_has_the_old_place(CallbackReply reply)
    {
        _callbacks.Answer = _ => reply;
        var (center, call) = Waits();
        Press(center, call, "11");
        call.Log.Should().Contain(Unavailable).And.EndWith(Music);
        Position(center, call).Should().Be(1);
    }

    [Fact]
    public void A_number_that_is_refused_is_asked_for_again_and_not_for_ever()
    {
        _callbacks.Answer = _ => CallbackReply.NumberRefused;
        var (center, call) = Waits();
        Press(center, call, "11");
        call.Log.Should().EndWith([Wrong, AskNumber, Back]);
        Press(center, call, "11211#111211#1");
        _callbacks.Asked.Should().HaveCount(3);
        call.Log.Should().EndWith(Music);
    }

    [Fact]
    public void Priority_and_skills_go_with_the_place()
    {
        var skills = new SkillDemand(SkillSet.FromText("en:2"), SkillSet.None);
        var center = RunningCenter.With(NamedSteps.None.Add("callback", Step), distributor => Queueing.Queue(distributor, "sales", 1.Minutes(), skills), Sales);
        var call = center.Arrives(new ScriptedCall("caller"));
        Press(center, call, "11");
        _callbacks.Asked.Should().ContainSingle().Which.Should().Be(
            new CallbackWish("sales", "+79161234567") { Call = call.Info.Ref, Joined = Desk.Opening, Priority = 1.Minutes(), Skills = skills });
    }

    [Fact]
    public void What_the_call_remembers_goes_with_it_to_a_service_that_knows_nothing()
    {
        var memory = ImmutableDictionary<string, string>.Empty
            .Add(CallVariables.Queue, "sales")
            .Add(CallVariables.Joined, TimeOfJoining.ToText(Desk.Opening - 5.Minutes()))
            .Add(CallVariables.Place, TimeOfJoining.ToText(Desk.Opening - 7.Minutes()));
        var center = new RunningCenter(Step, Sales);
        var call = center.Arrives(new ScriptedCall("caller", memory));
        Press(center, call, "1");
        _callbacks.Asked.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Queue = "sales", Joined = Desk.Opening - 5.Minutes(), Priority = 2.Minutes() }, options => options.ExcludingMissingMembers());
    }

    [Fact]
    public void Who_finds_the_queue_full_can_be_called_back()
    {
        var (center, _) = Waits(queue: Sales with { MaxLength = 1, WhenFull = new NextStep.Named("callback") });
        var second = center.Arrives(new ScriptedCall("second"));
        Press(center, second, "1");
        _callbacks.Asked.Should().ContainSingle().Which.Should().Be(
            new CallbackWish("sales", "+79161234567") { Call = second.Info.Ref, Priority = TimeSpan.Zero });
        second.Log.Should().EndWith(HungUp);
    }

    [Fact]
    public void Where_no_other_number_may_be_given_there_is_no_key_for_it()
    {
        var prompts = new CallbackPrompts { OtherNumbers = false };
        var (center, call) = Waits(prompts: prompts);
        Press(center, call, "1");
        call.Log.Should().EndWith(["play «to confirm, press one»", Back]);
        Press(center, call, "21");
        _callbacks.Asked.Should().ContainSingle();

        var (other, withheld) = Waits("", prompts: prompts);
        Press(other, withheld, "1");
        withheld.Log.Should().Contain(Unavailable).And.EndWith(Music);
    }

    [Fact]
    public void It_is_spoken_in_the_language_of_the_queue()
    {
        var (center, call) = Waits(queue: Sales with { Announce = new Announcements { Language = Language.Russian } });
        Press(center, call, "11");
        center.Voice.Said.Should().Equal(
            "мы можем перезвонить вам, когда подойдёт ваша очередь, по номеру",
            "плюс, семь, девять один шесть, один два три, четыре пять, шесть семь",
            "чтобы подтвердить, нажмите один. чтобы назвать другой номер, нажмите два",
            "чтобы ждать дальше, нажмите звёздочку",
            "спасибо. мы вам перезвоним, ваше место в очереди сохранено. до свидания");
    }

    [Fact]
    public void Sounds_take_the_place_of_words_but_for_the_number()
    {
        var (center, call) = Waits(prompts: new CallbackPrompts { Offer = "offer.wav", Choices = "choices.wav", Back = "back.wav", Accepted = "accepted.wav" });
        Press(center, call, "11");
        call.Log.Should().Equal(
            "silence", "answer", "play offer.wav", $"play «{Number}»", "play choices.wav", "play back.wav", "play accepted.wav", HungUp);
        center.Voice.Said.Should().Equal(Number);
    }

    [Fact]
    public void Without_a_voice_tones_ask_and_answer()
    {
        var (center, call) = Waits();
        center.Voice.IsMute = true;
        Press(center, call, "11");
        call.Log.Should().Equal(
            "silence", "answer", "play tone_stream://%(200,0,660)", "play tone_stream://%(100,100,880);%(100,100,880)", HungUp);
    }

    Flow<Unit> Step(Distributor center) => CallbackFlow.OfferFromQueue(center, _callbacks, CallbackPrompts.Default, _ => "sales");

    (RunningCenter Center, ScriptedCall Call) Waits(string? number = null, QueueSettings? queue = null, CallbackPrompts? prompts = null)
    {
        var steps = NamedSteps.None.Add("callback", center =>
            CallbackFlow.OfferFromQueue(center, _callbacks, prompts ?? CallbackPrompts.Default, _ => throw new InvalidOperationException("The caller was in a queue.")));
        var center = RunningCenter.With(steps, queue ?? Sales);
        var call = center.Arrives(new ScriptedCall("caller", number: number));
        call.Log.Clear();
        return (center, call);
    }

    static int? Position(RunningCenter center, ScriptedCall call) => center.Center.Current.PositionOf(call.Info.Ref);

    static void Press(RunningCenter center, ScriptedCall call, string keys)
    {
        foreach (var key in keys)
        {
            call.Happening.OnNext(new CallEvent.Digit(center.Clock.Now, key));
        }
    }

    static void HangsUp(RunningCenter center, ScriptedCall call) =>
        call.Happening.OnNext(new CallEvent.HungUp(center.Clock.Now, HangupCause.NormalClearing, HungUpBy.Party));
}
