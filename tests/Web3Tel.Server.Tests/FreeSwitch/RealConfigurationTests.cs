using System.Net.WebSockets;
using System.Text;
using System.Xml.Linq;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>What <c>freeswitch/</c> says, as a real FreeSWITCH has it. Skipped, visibly, where that is not installed.</summary>
public sealed class RealConfigurationTests
{
    [Fact]
    public async Task Telephones_in_the_browser_are_on_loopback_and_nobody_gets_in_without_the_password()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        Assert.SkipUnless((await freeSwitch.Api("module_exists mod_verto")).Trim() == "true", "Needs FreeSWITCH's mod_verto, which is not installed here.");

        (await freeSwitch.Api("verto status")).Should().Contain($"ws:127.0.0.1:{freeSwitch.VertoPort}").And.Contain("RUNNING");
        using var browser = new ClientWebSocket();
        await browser.ConnectAsync(new Uri($"ws://127.0.0.1:{freeSwitch.VertoPort}"), TestContext.Current.CancellationToken);
        (await Ask(browser, "verto.invite", """{"sdp":"v=0"}""")).Should().Contain("Authentication Required");
        (await Ask(browser, "login", """{"login":"","passwd":""}""")).Should().Contain("error");
        (await Ask(browser, "login", """{"login":"1001@127.0.0.1","passwd":"wrong"}""")).Should().Contain("Authentication Failure");
        (await Ask(browser, "login", """{"login":"root","passwd":""}""")).Should().Contain("error");
        (await Ask(browser, "login", $$"""{"login":"1001@127.0.0.1","passwd":"{{RealFreeSwitch.Password}}"}""")).Should().Contain("logged in", "the password it is");
    }

    [Fact]
    public async Task Every_codec_that_telephones_are_offered_is_there()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        Assert.SkipUnless((await freeSwitch.Api("module_exists mod_opus")).Trim() == "true", "Needs FreeSWITCH's mod_opus, which is not installed here.");
        var profile = XElement.Load(Path.Combine(freeSwitch.Configuration, "sip_profiles", "internal.xml"));

        var codecs = await freeSwitch.Api("show codec");

        codecs.Should().Contain("OPUS").And.Contain("G.711 alaw").And.Contain("G.711 ulaw");
        profile.Descendants("param").Where(param => ((string)param.Attribute("name")!).EndsWith("codec-prefs", StringComparison.Ordinal))
            .Select(param => (string)param.Attribute("value")!).Should().Equal("OPUS,PCMA,PCMU", "OPUS,PCMA,PCMU");
    }

    [Fact]
    public async Task A_key_that_a_telephone_tells_of_by_SIP_INFO_is_understood()
    {
        using var folder = new TempFolder();
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(
            freeSwitch,
            new()
            {
                ["Queues__0__ExitKeys__0__Key"] = "1",
                ["Queues__0__ExitKeys__0__To"] = "step:voicemail",
                ["Voicemail__Greeting"] = "tone_stream://%(300,0,300)",
            },
            []);
        await using var caller = Sipp.Informing(freeSwitch, 15980, folder.Path, "1", TimeSpan.FromSeconds(8));

        (await caller.Exit(TimeSpan.FromSeconds(60))).Should().Be(0, caller.Output);

        await Eventually.Holds(async () => (await service.History()).Should().ContainSingle(service.Output));
        (await service.History()).Single().Journey.Select(step => step.What).Should().ContainInOrder("joined", "sentOn", "leavesMessage");
    }

    static async Task<string> Ask(ClientWebSocket browser, string method, string parameters)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var question = Encoding.UTF8.GetBytes($$"""{"jsonrpc":"2.0","id":1,"method":"{{method}}","params":{{parameters}}}""");
        await browser.SendAsync(question, WebSocketMessageType.Text, endOfMessage: true, cancellation);
        var answer = new byte[4096];
        var read = await browser.ReceiveAsync(answer, cancellation);
        return Encoding.UTF8.GetString(answer, 0, read.Count);
    }
}
