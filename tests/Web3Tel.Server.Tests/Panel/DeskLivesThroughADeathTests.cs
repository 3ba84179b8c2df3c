using System.Net;
using FluentAssertions;
using Web3Tel.EventSocket.Transport;
using Web3Tel.Server.Tests.FreeSwitch;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Simulator;
using Web3Tel.Simulator.People;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

/// <summary>The service as a process of its own, killed, with the switch outside of it.</summary>
public sealed class DeskLivesThroughADeathTests : ServiceProcessTest
{
    const string Note = "document.querySelector('main[data-live] [name=note]')?.value";

    [Fact]
    public async Task A_service_killed_in_a_conversation_gives_the_desk_the_conversation_back_with_what_was_typed()
    {
        Assert.SkipWhen(Browser.Executable is null, "Chromium is not installed.");
        var (eventSocket, outbound) = (Free(), Free());
        string[] settings =
        [
            "--Web3Tel:Http:Listen", $"{Free()}", "--Web3Tel:Outbound:Listen", $"{outbound}",
            "--Web3Tel:FreeSwitch:Host", "127.0.0.1", "--Web3Tel:FreeSwitch:Port", $"{eventSocket.Port}", "--Web3Tel:FreeSwitch:Password", "ClueCon",
            "--Web3Tel:Queues:0:Name", "sales", "--Web3Tel:Queues:0:Numbers", "1000", "--Web3Tel:Queues:0:WrapUpSeconds", "3600",
            "--Web3Tel:Operators:0:Id", "1001", "--Web3Tel:Operators:0:Name", "Anna",
        ];
        using var live = new LiveSimulator(new SimulatorOptions { Socket = $"{outbound} async full" }, _ => new TcpConnector($"{outbound.Address}", outbound.Port) { OwnThread = false });
        live.Do(freeSwitch =>
        {
            freeSwitch.Operator("1001").Answers(TimeSpan.FromMilliseconds(200));
            freeSwitch.Listen(new TcpAcceptor(eventSocket));
        });
        var service = new ServiceProcess(Folder.Path, settings);
        var address = await service.Address();
        await Eventually.Holds(async () => (await Http.GetAsync(new Uri(address, "/health/ready"), TestContext.Current.CancellationToken)).StatusCode.Should().Be(HttpStatusCode.OK));
        SimulatedCaller? caller = null;
        live.Do(freeSwitch => caller = freeSwitch.Call("+79160000000", "1000", "Ivan"));
        await using var browser = await Browser.Open(new Uri(address, "/desk?operator=1001&lang=en"), 1280, 900);
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('main[data-live]')?.innerText")).Should().ContainAll("Talking", "Ivan", "+79160000000"));
        await PanelTest.Type(browser, "note", "he wants two");
        await PanelTest.Type(browser, "number", "+7495");
        await browser.Evaluate("window.before = true");

        await service.Kill();
        await Eventually.Holds(async () => (await browser.Evaluate("document.getElementById('away').hidden")).Should().Be("false"));
        // Whoever goes on typing meanwhile loses nothing, either.
        await PanelTest.Type(browser, "note", "he wants two or three");
        await service.DisposeAsync();
        service = new ServiceProcess(Folder.Path, settings);
        await service.Address();

        await Eventually.Holds(async () => (await browser.Evaluate("!window.before && document.querySelector('main[data-live]')?.innerText")).Should().ContainAll("Talking", "Ivan", "+79160000000"));
        await Eventually.Holds(async () => (await browser.Evaluate(Note)).Should().Be("he wants two or three"));
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('[name=number]').value")).Should().Be("+7495"));
        await PanelTest.Press(browser, "Save");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Saved."));
        live.Do(_ => caller!.HangsUp());
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Wrap-up"));
        var call = (await Get(address, "api/history"))[0]!;
        (call["number"]!.ToString(), call["note"]!["text"]!.ToString()).Should().Be(("+79160000000", "he wants two or three"), "it is one call, and it was answered once");
        await service.DisposeAsync();
    }

    static IPEndPoint Free() => new(IPAddress.Loopback, Ports.Free());
}
