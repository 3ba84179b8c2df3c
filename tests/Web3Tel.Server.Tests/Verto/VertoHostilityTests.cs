using System.Net.WebSockets;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Verto;

/// <summary>What a browser in bad hands sends: nothing of it reaches the switch.</summary>
public sealed class VertoHostilityTests : VertoTest
{
    [Fact]
    public async Task A_method_that_no_telephone_needs_is_refused()
    {
        var (_, page) = await Annas();
        using var open = page;
        await Talks(page);
        string[] methods = ["login", "verto.broadcast", "verto.subscribe", "verto.unsubscribe", "jsapi", "fsapi", "echo", "verto.ping", "Verto.Bye", ""];
        foreach (var method in methods)
        {
            await page.Send(method, Of(Own, ("login", "root"), ("passwd", "x"), ("eventChannel", "presence"), ("command", "status"), ("sdp", PageTelephone.Sdp)));
            (await page.Hears())!["error"]!["code"]!.GetValue<int>().Should().Be(-32601, method);
            await StillServes(page);
        }

        SwitchWasAsked(["verto.answer", .. methods.Select(_ => "verto.info")]);
    }

    [Fact]
    public async Task Somebody_elses_call_is_not_touched()
    {
        var (_, page) = await Annas();
        using var open = page;
        await Talks(page);
        string[] methods = ["verto.bye", "verto.answer", "verto.attach", "verto.modify", "verto.info"];
        foreach (var method in methods)
        {
            await page.Send(method, Of(Foreign, ("sdp", PageTelephone.Sdp), ("action", "hold"), ("dtmf", "1")));
            (await page.Hears())!["error"]!["message"]!.ToString().Should().Contain("no such call", method);
            await StillServes(page);
        }

        SwitchWasAsked(["verto.answer", .. methods.Select(_ => "verto.info")]);
    }

    [Fact]
    public async Task A_call_is_not_answered_twice_nor_attached_where_the_switch_did_not_ask_for_it_nor_touched_after_its_end()
    {
        var (_, page) = await Annas();
        using var open = page;
        await Talks(page);
        await page.Send("verto.answer", Of(Own, ("sdp", PageTelephone.Sdp)));
        (await page.Hears())!["error"].Should().NotBeNull();
        await page.Send("verto.attach", Of(Own, ("sdp", PageTelephone.Sdp)));
        (await page.Hears())!["error"].Should().NotBeNull();
        await page.Send("verto.bye", Of(Own, ("cause", "CRASH_NOW")));
        (await page.Hears())!["result"].Should().NotBeNull();
        await page.Send("verto.bye", Of(Own));
        (await page.Hears())!["error"].Should().NotBeNull();
        SwitchWasAsked("verto.answer", "verto.bye");
        Verto.Asked[1]["params"]!["cause"]!.ToString().Should().Be("NORMAL_CLEARING");
    }

    [Fact]
    public async Task A_call_that_is_dialled_has_an_id_and_a_caller_of_ours_and_no_variables()
    {
        var (_, page) = await Annas();
        using var open = page;
        var variables = new JsonObject { ["execute_on_answer"] = "system rm", ["web3tel_phone"] = "1002" };
        var dialog = new JsonObject
        {
            ["callID"] = Foreign,
            ["destination_number"] = "+79160000000",
            ["caller_id_name"] = "Director",
            ["caller_id_number"] = "1",
            ["ani"] = "1",
            ["rdnis"] = "1",
            ["userVariables"] = variables,
            ["recoverCall"] = false,
            ["screenShare"] = true,
            ["audio"] = new JsonObject { ["echoCancellation"] = true },
        };
        await page.Send("verto.invite", new JsonObject { ["sdp"] = PageTelephone.Sdp, ["dialogParams"] = dialog, ["userVariables"] = variables.DeepClone(), ["loginParams"] = variables.DeepClone(), ["sessid"] = Foreign, ["echoParams"] = true });
        var id = (await page.Hears())!["result"]!["callID"]!.ToString();
        id.Should().NotBe(Foreign);
        await Eventually.Holds(() => Task.FromResult(Verto.Asked.Should().HaveCount(1)));
        var asked = Verto.Asked.Single();
        asked.ToJsonString().Should().NotContainAny("system rm", "web3tel_phone", Foreign, "Director", "echo", "ani", "recover");
        asked["params"]!.AsObject().Select(field => field.Key).Should().BeEquivalentTo("sdp", "dialogParams");
        asked["params"]!["dialogParams"]!.AsObject().Select(field => (field.Key, field.Value!.ToString())).Should().BeEquivalentTo(
        [
            ("callID", id), ("destination_number", "+79160000000"), ("caller_id_name", "Anna"), ("caller_id_number", "1001"),
            ("remote_caller_id_name", "+79160000000"), ("remote_caller_id_number", "+79160000000"),
        ]);
    }

    [Fact]
    public async Task What_is_no_number_is_not_dialled()
    {
        var (_, page) = await Annas();
        using var open = page;
        foreach (var number in new[] { "1002@elsewhere", "1000 XML public", "${hangup}", "", "123456789012345678901234567890123" })
        {
            await page.Send("verto.invite", new JsonObject { ["sdp"] = PageTelephone.Sdp, ["dialogParams"] = new JsonObject { ["destination_number"] = number } });
            (await page.Hears())!["error"].Should().NotBeNull("{0}", number);
        }

        Verto.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_no_description_of_one_sound_is_not_passed_on()
    {
        var (_, page) = await Annas();
        using var open = page;
        await Verto.Say("verto.invite", new JsonObject { ["callID"] = Own, ["sdp"] = PageTelephone.Sdp });
        await page.Hears();
        string[] descriptions =
        [
            "",
            "v=0\r\n",
            PageTelephone.Sdp + PageTelephone.Media + "\r\n",
            PageTelephone.Sdp + "m=video 9 UDP/TLS/RTP/SAVPF 0\r\n",
            "v=0\r\nm=image 9 udptl t38\r\n" + PageTelephone.Proof,
            "v=0\n" + PageTelephone.Media + "\r\n" + PageTelephone.Proof,
            PageTelephone.Sdp + "a=x\n",
            PageTelephone.Sdp + "a=\u0001\r\n",
            "v=0\r\nc=IN IP4 10.0.0.5\r\nm=audio 9999 RTP/AVP 8\r\n" + PageTelephone.Proof,
            "v=0\r\nc=IN IP4 10.0.0.5\r\n" + PageTelephone.Media + "\r\n",
        ];
        foreach (var description in descriptions)
        {
            await page.Send("verto.answer", Of(Own, ("sdp", description)));
            (await page.Hears())!["error"].Should().NotBeNull("{0}", description);
        }

        Verto.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task Only_hold_is_done_to_a_call()
    {
        var (_, page) = await Annas();
        using var open = page;
        await Talks(page);
        foreach (var action in new[] { "transfer", "replace", "updateMedia", "videoRefresh" })
        {
            await page.Send("verto.modify", Of(Own, ("action", action), ("destination", "1000"), ("replaceCallID", Foreign), ("sdp", PageTelephone.Sdp)));
            (await page.Hears())!["error"].Should().NotBeNull(action);
        }

        await page.Send("verto.modify", Of(Own, ("action", "hold"), ("destination", "1000")));
        (await page.Hears())!["result"].Should().NotBeNull();
        SwitchWasAsked("verto.answer", "verto.modify");
        Verto.Asked[1]["params"]!.ToJsonString().Should().Be($$$"""{"action":"hold","dialogParams":{"callID":"{{{Own}}}"}}""");
    }

    [Fact]
    public async Task Only_keys_are_sent_into_a_call()
    {
        var (_, page) = await Annas();
        using var open = page;
        await Talks(page);
        foreach (var keys in new[] { "1@60000", "~1", "1w1", "" })
        {
            await page.Send("verto.info", Of(Own, ("dtmf", keys)));
            (await page.Hears())!["error"].Should().NotBeNull("{0}", keys);
        }

        await page.Send("verto.info", Of(
            Own, ("dtmf", "12*#"), ("msg", new JsonObject { ["to"] = "x", ["body"] = "y" }), ("txt", new JsonObject { ["chars"] = "x" }), ("command", new JsonObject()), ("type", "mediaSettings")));
        (await page.Hears())!["result"].Should().NotBeNull();
        Verto.Asked[1]["params"]!.ToJsonString().Should().Be($$$"""{"dtmf":"12*#","dialogParams":{"callID":"{{{Own}}}"}}""");
    }

    [Fact]
    public async Task What_is_no_message_is_refused_and_harms_nobody()
    {
        var (_, page) = await Annas();
        using var open = page;
        await Talks(page);
        string[] texts =
        [
            "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"jsapi\"}]",
            "#SPU 100000",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"verto.bye\",",
            "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"verto.bye\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"verto.bye\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\\ud800\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"verto.bye\",\"params\":[[[[[[[[[[1]]]]]]]]]]}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":[],\"params\":7}",
            "",
        ];
        foreach (var text in texts)
        {
            await page.SendText(text);
            (await page.Hears())!["error"].Should().NotBeNull("{0}", text);
            await StillServes(page);
        }

        SwitchWasAsked(["verto.answer", .. texts.Select(_ => "verto.info")]);
    }

    [Fact]
    public async Task Of_two_values_of_one_name_one_is_judged_and_passed_on()
    {
        var (_, page) = await Annas();
        using var open = page;
        await Talks(page);
        await page.SendText($$$"""{"jsonrpc":"2.0","id":1,"method":"verto.bye","params":{"dialogParams":{"callID":"{{{Own}}}","callID":"{{{Foreign}}}"} } }""");
        (await page.Hears())!["error"].Should().NotBeNull();
        SwitchWasAsked("verto.answer");
    }

    [Fact]
    public async Task An_answer_of_the_browser_to_the_switch_is_not_passed_on()
    {
        var (_, page) = await Annas();
        using var open = page;
        await Talks(page);
        await page.SendText("""{"jsonrpc":"2.0","id":7,"result":{"method":"verto.bye"}}""");
        await StillServes(page);
        SwitchWasAsked("verto.answer", "verto.info");
    }

    [Fact]
    public async Task A_call_that_the_switch_lets_nobody_answer_is_told_and_can_still_be_ended()
    {
        var (_, page) = await Annas();
        using var open = page;
        await Verto.Say("verto.invite", new JsonObject { ["callID"] = Own, ["sdp"] = PageTelephone.Sdp });
        await page.Hears();
        Verto.Refuses = true;
        await page.Send("verto.answer", Of(Own, ("sdp", PageTelephone.Sdp)));
        (await page.Hears())!["error"]!["message"]!.ToString().Should().Be("logged in", "that is what this switch says");
        await page.Send("verto.bye", Of(Own, ("cause", "USER_BUSY")));
        (await page.Hears())!["error"].Should().NotBeNull();
        SwitchWasAsked("verto.answer", "verto.bye");
    }

    [Fact]
    public async Task Too_long_a_message_ends_it()
    {
        var (_, page) = await Annas();
        using var open = page;
        await page.SendText($$"""{"jsonrpc":"2.0","id":1,"method":"{{new string('x', 32_768)}}"}""");
        (await page.Code()).Should().Be(1009);
        Verto.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task Too_many_messages_end_it()
    {
        var (_, page) = await Annas();
        using var open = page;
        await Talks(page);
        // However long all of it takes: it comes at once.
        Time.Stand();
        var code = page.Code();
        try
        {
            for (var i = 0; i < 80; i++)
            {
                await page.Send("verto.info", Of(Own, ("dtmf", "1")));
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // It is cut off already.
        }

        (await code).Should().Be(1008);
        Verto.Asked.Length.Should().BeLessThan(75);
    }

    [Fact]
    public async Task What_is_no_text_ends_it()
    {
        var (_, page) = await Annas();
        using var open = page;
        await page.SendText("{}", WebSocketMessageType.Binary);
        (await page.Code()).Should().Be(1003);
    }

    [Fact]
    public async Task What_the_switch_says_is_told_as_far_as_a_telephone_needs_it()
    {
        var (_, page) = await Annas();
        using var open = page;
        await Verto.Say("verto.event", new JsonObject { ["eventChannel"] = "presence", ["data"] = "x" });
        await Verto.Say("verto.bye", new JsonObject { ["callID"] = Foreign });
        await Verto.Say("verto.invite", new JsonObject
        {
            ["callID"] = Own,
            ["sdp"] = PageTelephone.Sdp,
            ["caller_id_name"] = "<b>Иван</b>",
            ["caller_id_number"] = "301",
            ["verto_h_secret"] = "inner",
            ["variables"] = new JsonObject { ["verto_svar_secret"] = "inner" },
        });
        (await page.Hears())!["params"]!.AsObject().Select(field => (field.Key, field.Value!.ToString())).Should().Equal(
            ("callID", Own), ("sdp", PageTelephone.Sdp), ("caller_id_name", "<b>Иван</b>"), ("caller_id_number", "301"));
    }

    static async Task StillServes(PageTelephone page)
    {
        await page.Send("verto.info", Of(Own, ("dtmf", "1")));
        (await page.Hears())!["result"]!.ToJsonString().Should().Be($$"""{"callID":"{{Own}}"}""");
    }
}
