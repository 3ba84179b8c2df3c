using FluentAssertions;
using Web3Tel.Server.Tests.FreeSwitch;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

public sealed class PageComesBackTests : ServiceProcessTest
{
    const string IsLive = "!!document.querySelector('main[data-live]')";

    [Fact]
    public async Task An_open_page_says_that_the_service_is_away_and_comes_back_with_it()
    {
        Assert.SkipWhen(Browser.Executable is null, "Chromium is not installed.");
        string[] onePort = ["--Web3Tel:Http:Listen", $"127.0.0.1:{Ports.Free()}"];
        var service = new ServiceProcess(Folder.Path, onePort);
        await using var browser = await Browser.Open(await service.Address(), 1280, 900);
        await Eventually.Holds(async () => (await browser.Evaluate(IsLive)).Should().Be("true"));
        await browser.Evaluate("window.before = true");

        await service.DisposeAsync();
        await Eventually.Holds(async () => (await browser.Evaluate("document.getElementById('away').hidden")).Should().Be("false"));
        service = new ServiceProcess(Folder.Path, onePort);
        await service.Address();

        await Eventually.Holds(async () => (await browser.Evaluate($"!window.before && {IsLive}")).Should().Be("true"));
        await service.DisposeAsync();
    }
}
