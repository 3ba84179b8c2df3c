using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

/// <summary>The whole set-up taken away and brought in as an administrator does.</summary>
public sealed class SetUpPageTests : PanelTest
{
    [Fact]
    public async Task A_file_is_looked_at_then_published_and_what_is_wrong_with_one_is_told_in_Russian()
    {
        var nina = await SignedIn("nina", Role.Administrator);
        var file = await nina.GetByteArrayAsync(new Uri("/api/set-up", UriKind.Relative), TestContext.Current.CancellationToken);
        var shown = JsonNode.Parse(await nina.GetStringAsync(new Uri("/api/configuration", UriKind.Relative), TestContext.Current.CancellationToken))!;
        shown["document"]!["Queues"]![0]!["RingSeconds"] = 44;
        using var changed = new StringContent(shown.ToJsonString(), Encoding.UTF8, "application/json");
        (await nina.PutAsync(new Uri("/api/configuration", UriKind.Relative), changed, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        await using var browser = await Open("olga", Role.Administrator, "/set-up", "ru");
        await Eventually.Holds(async () => (await browser.Evaluate("document.readyState === 'complete' && document.querySelector('a[download]')?.pathname")).Should().Be("/api/set-up"));
        (await browser.Text()).Should().ContainAll("В нём нет", "PIN", "токенов");
        await Press(browser, "Проверить");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Сначала выберите файл."));
        await Give(browser, "<b>no ZIP</b>"u8.ToArray());
        await Press(browser, "Проверить");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Вот что в нём не так", "не ZIP или повреждённый ZIP"));
        (await browser.Evaluate("document.querySelector('[name=publish]').disabled")).Should().Be("true");
        await Give(browser, file);
        await Press(browser, "Проверить");
        await Eventually.Holds(async () => (await browser.Text()).Should().ContainAll("Можно публиковать.", "Queues[sales]:RingSeconds (Очереди › звонит телефон, с): больше нет; было 44."));
        await Picture(browser, "set-up");
        await Type(browser, "comment", "назад");
        await Press(browser, "Опубликовать");
        await Eventually.Holds(async () => (await browser.Text()).Should().Contain("Теперь действует это."));
        var valid = JsonNode.Parse(await nina.GetStringAsync(new Uri("/api/configuration", UriKind.Relative), TestContext.Current.CancellationToken))!;
        ((int)valid["version"]!, (string)valid["by"]!, (string)valid["comment"]!).Should().Be((3, "olga", "назад"));
    }

    [Fact]
    public async Task It_is_for_administrators()
    {
        var boss = await SignedIn("boss", Role.Supervisor);
        (await Status(boss, "/set-up")).Should().Be(HttpStatusCode.Forbidden);
        (await Status(boss, "/api/set-up")).Should().Be(HttpStatusCode.Forbidden);
        (await Status(boss, "/api/set-up?dryRun=true", HttpMethod.Post)).Should().Be(HttpStatusCode.Forbidden);
    }
}
