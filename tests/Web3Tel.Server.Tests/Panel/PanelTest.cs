using Web3Tel.Server.Accounts;
using Web3Tel.Server.Tests.Accounts;
using Web3Tel.Server.Tests.Service;
using FluentAssertions;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

/// <summary>What tests of pages share: somebody who has signed in, in a real browser.</summary>
public abstract class PanelTest : AccountTest
{
    /// <summary>A browser in which somebody new has signed in, on the page asked for.</summary>
    private protected Task<Browser> Open(string name, Role role, string page, string language = "en", int width = 1280, int height = 900, string? @operator = null, params string[] queues) =>
        OpenWith([], name, role, page, language, width, height, @operator, queues);

    /// <param name="switches">Switches of Chromium besides the usual ones.</param>
    private protected async Task<Browser> OpenWith(
        IEnumerable<string> switches, string name, Role role, string page, string language = "en", int width = 1280, int height = 900, string? @operator = null, params string[] queues)
    {
        Assert.SkipWhen(Browser.Executable is null, "Chromium is not installed.");
        (await Keeper.Create("test", name, Password, new AccountWish(role, @operator, [.. queues]))).Should().BeNull();
        var browser = await Browser.Open(new Uri(Service.Address, $"/sign-in?lang={language}&to={Uri.EscapeDataString(page)}"), width, height, "en", switches);
        await Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('[name=Password]') !== null")).Should().Be("true"));
        await Fill(browser, ("Name", name), ("Password", Password));
        await Eventually.Holds(async () => (await browser.Evaluate("location.pathname")).Should().Be(page.Split('?')[0]));
        return browser;
    }

    /// <summary>On a page that lives: buttons do something.</summary>
    private protected static Task Lives(Browser browser) =>
        Eventually.Holds(async () => (await browser.Evaluate("document.querySelector('main[data-live]') !== null")).Should().Be("true"));

    private protected static Task Fill(Browser browser, params (string Name, string Value)[] fields) => browser.Do(
        string.Concat(fields.Select(field => $"document.querySelector('[name={field.Name}]').value = '{field.Value}';")) + "document.querySelector('.door form').requestSubmit()");

    /// <summary>Types into a field of a page that lives, and leaves it.</summary>
    internal static Task Type(Browser browser, string name, string value) => browser.Do(
        $"(field => {{ field.value = {Text(value)}; field.dispatchEvent(new Event('input', {{ bubbles: true }})); field.dispatchEvent(new Event('change', {{ bubbles: true }})); }})(document.querySelector('main [name={name}]'))");

    /// <summary>Presses a button by what stands on it, or by its name, as soon as it can be pressed.</summary>
    internal static Task Press(Browser browser, string button) => browser.Do($"[...document.querySelectorAll('button')].find(one => {Named(button)} && !one.disabled).click()");

    /// <summary>As if it were chosen from the disk.</summary>
    private protected static Task Give(Browser browser, byte[] file) => browser.Do($$"""
        (() => {
            const chosen = new DataTransfer();
            chosen.items.add(new File([Uint8Array.from(atob('{{Convert.ToBase64String(file)}}'), one => one.charCodeAt(0))], 'any'));
            document.querySelector('[name=file]').files = chosen.files;
        })()
        """);

    private protected static Task<string> Nameless(Browser browser) => browser.Evaluate(
        "[...document.querySelectorAll('button, a, input:not([type=hidden]), select, textarea, audio')].filter(one => !(one.textContent.trim() || one.getAttribute('aria-label') || one.labels?.length)).map(one => one.outerHTML).join('\\n')");

    /// <summary>Nothing stands out of the page. On a telephone <c>innerWidth</c> grows with what does.</summary>
    private protected static Task<string> TooWide(Browser browser) => browser.Evaluate(
        "(width => document.documentElement.scrollWidth <= width ? '' : [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > width + 1).map(one => one.outerHTML.slice(0, 120)).join('\\n'))(document.documentElement.clientWidth)");

    private protected static async Task Picture(Browser browser, string name)
    {
        if (Environment.GetEnvironmentVariable("WEB3TEL_PICTURES") is { } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.png"), await browser.Picture(), TestContext.Current.CancellationToken);
        }
    }

    static string Named(string button) => $"[one.textContent.trim(), one.ariaLabel].includes({Text(button)})";

    static string Text(string value) => System.Text.Json.JsonSerializer.Serialize(value);
}
