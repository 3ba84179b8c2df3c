using System.Net;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Server.Board;
using Web3Tel.Server.Panel;
using Web3Tel.Server.Panel.Parts;
using Xunit;

namespace Web3Tel.Server.Tests.Panel;

public sealed class ExpectedWaitOnThePageTests
{
    [Theory]
    [InlineData("en", "<dt>expected wait</dt>", "by how much waits differed from what was expected, on average")]
    [InlineData("ru", "<dt>прогноз ожидания</dt>", "насколько в среднем ожидание расходилось с прогнозом")]
    public async Task A_queue_shows_what_a_new_caller_has_to_expect_and_by_how_much_that_was_wrong_so_far(string language, string label, string meaning)
    {
        var page = await Card(language, expected: 130, error: 14.6);
        page.Should().Contain(label).And.Contain(">2:10<span class=\"muted\"").And.Contain($"title=\"{meaning}\"").And.Contain("±0:15");
    }

    [Fact]
    public async Task What_is_not_known_yet_is_not_shown()
    {
        (await Card("en", expected: null, error: null)).Should().NotContain("expected wait").And.NotContain("±");
        (await Card("en", expected: 60, error: null)).Should().Contain("1:00").And.NotContain("±");
        (await Card("en", expected: null, error: 3)).Should().Contain(">–<").And.NotContain("±");
    }

    static async Task<string> Card(string language, double? expected, double? error)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var queue = new QueueOnBoard("sales", 0, 0, null, 0, 0, 0, 0, expected, error, error is null ? 0 : 10);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            RenderFragment cards = builder =>
            {
                builder.OpenComponent<QueueCards>(0);
                builder.AddComponentParameter(1, nameof(QueueCards.Queues), new[] { queue });
                builder.CloseComponent();
            };
            var words = new Dictionary<string, object?> { ["Value"] = Words.In(language), ["ChildContent"] = cards };
            var rendered = await renderer.RenderComponentAsync<CascadingValue<Words>>(ParameterView.FromDictionary(words));
            return WebUtility.HtmlDecode(rendered.ToHtmlString());
        });
    }
}
