using System.Net;
using System.Net.Http.Headers;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Verto;
using Xunit;

namespace Web3Tel.Server.Tests.Verto;

/// <summary>Who has a telephone in the browser, and for how long.</summary>
public sealed class VertoDoorTests : VertoTest
{
    [Theory]
    [InlineData(null)]
    [InlineData("http://elsewhere.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    public async Task A_page_of_another_site_has_no_telephone(string? origin)
    {
        var anna = await SignedIn("anna", Role.Operator, "1001");
        (await Refused(() => PageTelephone.Open(anna, Service.Address, origin))).Should().Be(HttpStatusCode.Forbidden);
        Verto.Heard.Should().BeEmpty();
    }

    [Fact]
    public async Task Nobody_has_one_without_a_session_and_an_operator()
    {
        var boris = await SignedIn("boris", Role.Supervisor);
        (await Refused(() => Open(NewClient()))).Should().Be(HttpStatusCode.Unauthorized);
        (await Refused(() => Open(boris))).Should().Be(HttpStatusCode.Forbidden);
        var (secret, _) = await Keeper.IssueToken("olga", "crm", new AccountWish(Role.Supervisor, null, []), TimeSpan.FromDays(1));
        var program = NewClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        (await Refused(() => Open(program))).Should().Be(HttpStatusCode.Forbidden);
        Verto.Heard.Should().BeEmpty();
    }

    [Fact]
    public async Task We_sign_in_at_the_switch_and_the_browser_learns_no_secret()
    {
        var (_, page) = await Annas();
        using var open = page;
        var signIn = Verto.SignIns.Single()["params"]!.AsObject();
        signIn.Select(field => field.Key).Should().BeEquivalentTo("login", "passwd", "sessid");
        signIn["login"]!.ToString().Should().Be("1001@127.0.0.1");
        signIn["passwd"]!.ToString().Should().HaveLength(64);

        await Verto.Say("verto.clientReady", new() { ["secret"] = signIn["passwd"]!.ToString(), ["reattached_sessions"] = new System.Text.Json.Nodes.JsonArray(Foreign) });
        (await page.Hears())!.ToJsonString().Should().Be("""{"jsonrpc":"2.0","method":"verto.clientReady","params":{"calls":[]}}""");
    }

    [Fact]
    public async Task A_reload_finds_the_same_session_at_the_switch_also_after_a_restart_and_another_browser_has_its_own()
    {
        var (anna, first) = await Annas();
        using (first)
        {
            await first.Close();
        }

        using (var reloaded = await Open(anna))
        {
            await SignedInAtSwitch(2);
        }

        await Restart();
        using var afterRestart = await Open(anna);
        await SignedInAtSwitch(3);
        var elsewhere = NewClient();
        using (await SignIn(elsewhere, "anna"))
        {
        }

        var coming = Open(elsewhere);
        (await afterRestart.Code()).Should().Be(4001, "the telephone is where it was opened last");
        using var other = await coming;
        await SignedInAtSwitch(4);
        var sessions = Verto.SignIns.Select(one => one["params"]!["sessid"]!.ToString()).ToArray();
        sessions[..3].Distinct().Should().ContainSingle().And.NotContain(sessions[3]);
        Verto.SignIns.Select(one => one["params"]!["passwd"]!.ToString()).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task The_page_that_had_it_before_is_gone_from_the_switch_before_the_new_one_comes()
    {
        var (anna, first) = await Annas();
        using var open = first;
        Verto.SlowToEnd = 3 * BrowserTelephones.Apart;
        var second = Open(anna);
        (await first.Code()).Should().Be(4001);
        using var page = await second;
        await SignedInAtSwitch(2);
        Verto.EndedAtSignIns.Should().Equal(0, 1);
    }

    [Fact]
    public async Task A_third_page_that_comes_while_the_second_waits_for_the_first_waits_for_it_too()
    {
        var (anna, first) = await Annas();
        using var open = first;
        var thirdComes = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (Verto.MayEnd, Verto.SlowToEnd) = (thirdComes.Task, 12 * BrowserTelephones.Apart);
        using var second = await Open(anna);
        (await first.Code()).Should().Be(4001);
        using var third = await Open(anna);
        thirdComes.SetResult();
        (await second.Code()).Should().Be(4001);
        await SignedInAtSwitch(2);
        Verto.EndedAtSignIns.Should().Equal(0, 1);
    }

    [Fact]
    public async Task A_page_that_does_not_say_that_it_has_heard_of_its_end_keeps_the_next_one_waiting_for_a_moment_only()
    {
        var (anna, first) = await Annas();
        using var open = first;
        first.Answers = false;
        Time.Longer = 1;
        using var second = await Open(anna);
        (await first.Code()).Should().Be(4001);
        Time.Longer = PatientTime.Usual;
        await SignedInAtSwitch(2);
    }

    [Theory]
    [InlineData("disabled")]
    [InlineData("no operator")]
    [InlineData("another operator")]
    [InlineData("operator removed")]
    public async Task Who_may_not_have_it_any_more_is_cut_off_at_once_and_the_call_ends(string how)
    {
        var (_, page) = await Annas();
        using var open = page;
        await Talks(page);
        var id = Keeper.Roll.Find("anna")!.Id;

        switch (how)
        {
            case "disabled":
                (await Keeper.Disable("olga", id, isDisabled: true)).Should().BeNull();
                break;
            case "no operator":
                (await Keeper.Change("olga", id, new AccountWish(Role.Supervisor, null, []))).Should().BeNull();
                break;
            case "another operator":
                (await Keeper.Change("olga", id, new AccountWish(Role.Operator, "1002", []))).Should().BeNull();
                break;
            default:
                var current = Service.Services.GetRequiredService<CurrentSettings>();
                current.Change(current.Value with { CallCenter = current.Value.CallCenter with { Agents = [current.Value.CallCenter.Agents[1]] } });
                break;
        }

        var code = await page.Code();
        (code is null or 4004).Should().BeTrue($"it was {code}");
        await Eventually.Holds(() =>
        {
            SwitchWasAsked("verto.answer", "verto.bye");
            return Task.FromResult(Verto.Ended.Should().Be(1));
        });
        Verto.Asked[1]["params"]!["dialogParams"]!["callID"]!.ToString().Should().Be(Own);
    }

    [Fact]
    public async Task Who_goes_keeps_the_call_for_coming_back()
    {
        var (_, page) = await Annas();
        await Talks(page);
        page.Dispose();
        await Eventually.Holds(() => Task.FromResult(Verto.Ended.Should().Be(1)));
        SwitchWasAsked("verto.answer");
    }

    [Fact]
    public async Task A_page_that_comes_and_goes_without_end_does_not_keep_the_switch_busy()
    {
        var anna = await SignedIn("anna", Role.Operator, "1001");
        var begun = TimeProvider.System.GetTimestamp();
        for (var times = 1; times <= 4; times++)
        {
            using var page = await Open(anna);
            await SignedInAtSwitch(times);
        }

        TimeProvider.System.GetElapsedTime(begun).Should().BeGreaterThan(3 * BrowserTelephones.Apart);
    }

    [Fact]
    public async Task A_service_that_stops_tells_the_page_to_come_again_and_leaves_the_call_to_the_switch()
    {
        var (_, page) = await Annas();
        using var open = page;
        await Talks(page);
        var stopping = Service.DisposeAsync();
        (await page.Code()).Should().Be(1001);
        await stopping;
        Verto.Ended.Should().Be(1);
        SwitchWasAsked("verto.answer");
    }

    [Fact]
    public async Task A_switch_that_is_away_or_refuses_is_told_apart()
    {
        var anna = await SignedIn("anna", Role.Operator, "1001");
        Verto.Refuses = true;
        using (var page = await Open(anna))
        {
            (await page.Code()).Should().Be(4003);
        }

        Verto.Refuses = false;
        using var later = await Open(anna);
        await SignedInAtSwitch(2);
        await Verto.DisposeAsync();
        (await later.Code()).Should().Be(4002);
        using var away = await Open(anna);
        (await away.Code()).Should().Be(4002);
    }

    static async Task<HttpStatusCode> Refused(Func<Task<PageTelephone>> open) =>
        (await open.Should().ThrowAsync<PageTelephone.RefusedException>()).Which.Status;
}
