using System.Collections.Immutable;
using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Auditing;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Phones;
using Web3Tel.Speech;
using Web3Tel.Tests.Distribution;
using Web3Tel.Tests.Flows;
using Xunit;

namespace Web3Tel.Tests.Phones;

public sealed class The_phone_menu
{
    static readonly Pin AnnasPin = Pin.Of("4711");

    readonly List<PinRefused> refused = [];

    [Fact]
    public void An_operator_signs_in_takes_a_break_is_ready_and_signs_out_and_all_of_it_is_in_the_audit_trail()
    {
        var center = Center();
        var call = Rings(center);
        Press(center, call, "4711#").Should().Be("you are signed out");
        Press(center, call, "8").Should().Be("you are ready");
        Press(center, call, "2", then: "2").Should().Be("you are on break: Coffee");
        Press(center, call, "1").Should().Be("you are ready");
        Press(center, call, "9").Should().Be("you are signed out");
        center.Center.Current.Audit.Values.Select(record => (record.By, record.Agent, record.Act, record.Detail)).Should().Equal(
            ("anna (phone)", "anna", AuditedAct.SignIn, ""),
            ("anna (phone)", "anna", AuditedAct.Break, "coffee"),
            ("anna (phone)", "anna", AuditedAct.Ready, ""),
            ("anna (phone)", "anna", AuditedAct.SignOut, ""));
        center.Faults.Should().BeEmpty();
    }

    [Fact]
    public void Is_no_caller_in_queue_history_or_figures()
    {
        var center = Center();
        var call = Rings(center);
        Press(center, call, "4711#");
        center.Center.Current.Callers.Should().BeEmpty();
        HangsUp(call);
        Pass(center, 60);
        center.History.Puts.Should().BeEmpty();
        center.Center.Current.CallersSeen.Should().Be(0);
        center.Center.Current.Ignored.Should().Be(0);
    }

    [Fact]
    public void A_caller_who_dials_the_same_number_from_outside_is_a_caller()
    {
        var center = Center();
        center.Arrives(new ScriptedCall("caller", dialled: "*90"));
        center.Center.Current.Callers.Should().ContainSingle();
    }

    [Fact]
    public void A_star_number_that_is_no_service_is_hung_up()
    {
        var call = Center().Arrives(new ScriptedCall("a", From("anna"), "*11"));
        call.Log.Should().StartWith("hang up UNALLOCATED_NUMBER");
    }

    [Fact]
    public void Wrong_PINs_lock_the_operator_out_for_a_while_and_the_right_one_too()
    {
        var center = Center();
        var call = Rings(center);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Press(center, call, "0000#");
        }

        call.Log.Should().Contain("hang up NORMAL_CLEARING");
        refused.Should().HaveCount(3);

        var next = Rings(center, "b");
        next.Log.Should().Contain("hang up NORMAL_CLEARING");
        center.Voice.Said.Should().Contain("too many wrong attempts, try again later");
        refused[^1].Should().Be(new PinRefused("anna", "anna", IsLocked: true));

        Pass(center, 300);
        Press(center, Rings(center, "c"), "4711#").Should().Be("you are signed out");
    }

    [Fact]
    public void The_right_PIN_in_time_forgets_the_wrong_ones()
    {
        var center = Center();
        foreach (var id in (string[])["a", "b", "c"])
        {
            var call = Rings(center, id);
            Press(center, call, "0000#");
            Press(center, call, "0000#");
            Press(center, call, "4711#").Should().Be("you are signed out");
            HangsUp(call);
        }
    }

    [Fact]
    public void No_key_ends_the_call()
    {
        var center = Center();
        var call = Rings(center);
        Pass(center, 20);
        call.Log.Should().Contain("hang up NORMAL_CLEARING");
        refused.Should().BeEmpty("nobody has tried");

        var silent = Rings(center, "b");
        Press(center, silent, "4711#");
        Pass(center, 60);
        silent.Log.Should().Contain("hang up NORMAL_CLEARING");
    }

    [Fact]
    public void A_command_that_makes_no_sense_is_refused_in_words_and_changes_nothing()
    {
        var center = Center();
        var call = Rings(center);
        Press(center, call, "4711#");
        Press(center, call, "1").Should().Be("that is not possible now. you are signed out");
        Press(center, call, "3").Should().Be("that is not possible now. you are signed out");
        center.Center.Current.Audit.Should().BeEmpty();
    }

    [Fact]
    public void Do_not_disturb_is_switched_on_and_off()
    {
        var center = Center();
        var call = Rings(center);
        Press(center, call, "4711#");
        Press(center, call, "5").Should().Be("you are signed out. do not disturb is on");
        Press(center, call, "5").Should().Be("you are signed out");
    }

    [Fact]
    public void Wrap_up_is_ended_early()
    {
        var center = Center();
        center.AnnaComes();
        var caller = center.Arrives(new ScriptedCall("caller"));
        center.Switch.Answer("user/anna");
        caller.Happening.OnNext(new CallEvent.HungUp(center.Clock.Now, HangupCause.NormalClearing, HungUpBy.Party));
        center.Center.Current.Agents["anna"].State.Should().BeOfType<AgentState.WrapUp>();
        var call = Rings(center);
        Press(center, call, "4711#").Should().Be("you are in wrap-up");
        Press(center, call, "3").Should().Be("you are ready");
    }

    [Fact]
    public void At_a_telephone_that_is_nobodys_the_operator_says_who_it_is()
    {
        var center = Center();
        var call = Rings(center, "a", phone: "lobby");
        center.Voice.Said.Should().Contain("enter your operator number, then pound");
        Press(center, call, "1002#");
        Press(center, call, "1234#").Should().Be("you are signed out");
        Press(center, call, "8");
        center.Center.Current.Audit.Values.Single().By.Should().Be("boris (phone)");
    }

    [Fact]
    public void Somebody_who_is_no_operator_is_told_no_more_than_that_it_is_wrong()
    {
        var center = Center();
        var call = Rings(center, "a", phone: "lobby");
        Press(center, call, "9999#");
        Press(center, call, "1234#");
        center.Voice.Said[^2..].Should().Equal("this is wrong", "enter your PIN, then pound");
        refused.Should().Equal(new PinRefused("lobby", null, IsLocked: false));
    }

    [Fact]
    public void Who_has_no_PIN_does_not_get_in()
    {
        var center = Center(settings => settings with { Pins = settings.Pins.Remove("anna") });
        var call = Rings(center);
        center.Voice.Said.Should().Contain("no PIN is set for you");
        call.Log.Should().Contain("hang up NORMAL_CLEARING");
    }

    [Fact]
    public void The_own_telephone_needs_no_PIN_where_that_is_set_but_any_other_does()
    {
        var center = Center(settings => settings with { AskOwnPhone = false });
        Press(center, Rings(center), "8").Should().Be("you are ready");
        Rings(center, "b", phone: "lobby");
        center.Voice.Said[^1].Should().Be("enter your operator number, then pound");
    }

    [Fact]
    public void Without_a_voice_tones_are_heard_and_the_keys_work()
    {
        var center = Center();
        center.Voice.IsMute = true;
        var call = Rings(center);
        call.Log.Should().Contain("play tone_stream://%(200,0,660)");
        Press(center, call, "4711#");
        Press(center, call, "8");
        center.Center.Current.Agents["anna"].SignedIn.Should().BeTrue();
    }

    [Fact]
    public void Speaks_Russian()
    {
        var center = Center(settings => settings with { Language = Language.Russian });
        var call = Rings(center);
        center.Voice.Said.Should().Contain("введите пин-код и решётку");
        Press(center, call, "4711#").Should().Be("ваша смена закончена");
        Press(center, call, "8").Should().Be("вы готовы к работе");
    }

    [Theory]
    [InlineData("")]
    [InlineData("47")]
    [InlineData("4711#")]
    [InlineData("4711#|2")]
    public void A_receiver_put_down_at_any_moment_leaves_nothing_behind(string keys)
    {
        var center = Center();
        var call = Rings(center);
        foreach (var pressed in keys.Split('|'))
        {
            Press(center, call, pressed);
        }

        HangsUp(call);
        Pass(center, 120);
        center.Faults.Should().BeEmpty();
        center.Center.Current.Audit.Should().BeEmpty();
        call.Log.Count(line => line.StartsWith("hang up", StringComparison.Ordinal)).Should().BeLessThan(2);
    }

    [Fact]
    public void A_service_that_stops_in_the_middle_leaves_the_call_alone()
    {
        var center = Center();
        var call = Rings(center);
        Press(center, call, "4711#");
        center.Center.Dispose();
        Press(center, call, "8");
        Pass(center, 60);
        call.Log.Should().NotContain("hang up NORMAL_CLEARING");
    }

    [Fact]
    public void A_feature_code_keeps_the_own_telephone_quiet_and_another_lets_it_ring_again()
    {
        var center = Center();
        var call = center.Arrives(new ScriptedCall("a", From("anna"), "*78"));
        center.Center.Current.Agents["anna"].DoNotDisturb.Should().NotBeNull();
        call.Log.Should().Equal("answer", "play «do not disturb is on»", "hang up NORMAL_CLEARING");
        center.Arrives(new ScriptedCall("b", From("anna"), "*78"));
        center.Center.Current.Agents["anna"].DoNotDisturb.Should().NotBeNull("twice is no toggle");
        center.Arrives(new ScriptedCall("c", From("anna"), "*79"));
        center.Center.Current.Agents["anna"].DoNotDisturb.Should().BeNull();
        center.Arrives(new ScriptedCall("d", From("lobby"), "*78"));
        center.Voice.Said[^1].Should().Be("this telephone belongs to no operator");
        center.Center.Current.Audit.Values.Select(record => record.Act).Should().Equal(AuditedAct.DoNotDisturb, AuditedAct.Disturb);
    }

    RunningCenter Center(Func<PhoneSettings, PhoneSettings>? change = null)
    {
        var settings = new PhoneSettings
        {
            Menu = "*90",
            DoNotDisturb = "*78",
            Disturb = "*79",
            Pins = ImmutableDictionary<string, Pin>.Empty.Add("anna", AnnasPin).Add("boris", Pin.Of("1234")),
        };
        var configuration = new Configuration
        {
            Queues = [Desk.Sales],
            Agents =
            [
                Desk.Serving("anna", "sales") with { SignedIn = false },
                Desk.Serving("boris", "sales") with { SignedIn = false, Destination = "user/1002" },
            ],
            BreakReasons = [new BreakReason("lunch", "Lunch"), new BreakReason("coffee", "Coffee")],
        };
        return new RunningCenter(configuration, center => new ServicePhone(center, change?.Invoke(settings) ?? settings, refused.Add).FlowOf);
    }

    static ScriptedCall Rings(RunningCenter center, string id = "a", string phone = "anna")
    {
        var call = center.Arrives(new ScriptedCall(id, From(phone), "*90"));
        Pass(center, 0.1);
        return call;
    }

    static ImmutableDictionary<string, string> From(string phone) => ImmutableDictionary<string, string>.Empty.Add(CallVariables.Phone, phone);

    /// <summary>What is then told before the menu is read out again.</summary>
    static string? Press(RunningCenter center, ScriptedCall call, string keys, string then = "")
    {
        foreach (var key in keys + then)
        {
            call.Happening.OnNext(new CallEvent.Digit(center.Clock.Now, key));
            Pass(center, 0.1);
        }

        return center.Voice.Said.LastOrDefault(text => !text.StartsWith("one: ", StringComparison.Ordinal)
            && !text.StartsWith("один: ", StringComparison.Ordinal) && !text.StartsWith("1: ", StringComparison.Ordinal));
    }

    static void HangsUp(ScriptedCall call)
    {
        call.Happening.OnNext(new CallEvent.HungUp(DateTimeOffset.UnixEpoch, HangupCause.NormalClearing, HungUpBy.Party));
        call.Happening.OnCompleted();
    }

    static void Pass(RunningCenter center, double seconds) => center.Clock.AdvanceBy(TimeSpan.FromSeconds(seconds));
}
