using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
using System.Text;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Web3Tel.Calls;
using Web3Tel.Information;
using Web3Tel.Server.Information;
using Web3Tel.Server.Tests.Mail;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Server.Tests.Information;

public sealed class HttpInformationTests : IDisposable
{
    readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(30) };

    public void Dispose() => http.Dispose();

    [Theory]
    [InlineData("text/plain", "Sunny,\n  22 degrees\n", "speak:en:Sunny, 22 degrees")]
    [InlineData("text/plain; charset=utf-8", "\uFEFFЯсно, +22", "speak:ru:Ясно, +22")]
    public async Task A_text_is_what_is_spoken(string type, string text, string sound) =>
        (await Read(Answers(type, Encoding.UTF8.GetBytes(text)))).Should().Be(sound);

    [Theory]
    [InlineData("text/plain", 200, "", "*no words*")]
    [InlineData("text/plain", 200, " \r\n\t ", "*no words*")]
    [InlineData("text/html", 200, "<p>Sunny</p>", "*gives text/html: give text/plain*")]
    [InlineData("text/plain", 500, "Sunny", "*500*")]
    [InlineData("text/plain", 404, "Sunny", "*404*")]
    [InlineData("text/plain; charset=no-such", 200, "Sunny", "*no text in no-such*")]
    public async Task What_cannot_be_told_is_an_error(string type, int status, string text, string told) =>
        (await Fails(Answers(type, Encoding.UTF8.GetBytes(text), status))).Should().Match(told);

    [Fact]
    public async Task Bytes_that_are_no_text_are_an_error() => (await Fails(Answers("text/plain", [0xFF, 0xFE, 0x00, 0xC3]))).Should().Match("*no text in UTF-8*");

    [Fact]
    public async Task A_text_that_does_not_end_is_not_read_to_its_end() => (await Fails(async context =>
    {
        context.Response.ContentType = "text/plain";
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.WriteAsync("Sunny ");
        }
    })).Should().Match("*more than 8000 bytes*");

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_is_an_error_and_not_half_a_text() => (await Fails(async context =>
    {
        context.Response.ContentLength = 1_000;
        context.Response.ContentType = "text/plain";
        await context.Response.WriteAsync("Sunny, but ");
        await context.Response.Body.FlushAsync();
        context.Abort();
    })).Should().NotBeEmpty();

    [Fact]
    public async Task An_address_where_nobody_listens_is_an_error() =>
        (await new HttpInformation(http, new Uri($"http://127.0.0.1:{FreeSwitch.Ports.Free()}/")).Read().Materialize().FirstAsync()).Exception.Should().BeOfType<HttpRequestException>();

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up_and_the_caller_is_told_what_was_read_last()
    {
        var (isSlow, asked, gaveUp) = (false, new TaskCompletionSource(), new TaskCompletionSource());
        await using var web = await FaultyWeb.Start(async context =>
        {
            if (isSlow)
            {
                context.RequestAborted.Register(() => gaveUp.TrySetResult());
                asked.SetResult();
                await gaveUp.Task;
            }

            await context.Response.WriteAsync("Sunny");
        });
        var settings = new InformationSettings { Patience = TimeSpan.FromMilliseconds(300), Fresh = TimeSpan.Zero };
        var time = new VirtualTime(DateTimeOffset.UnixEpoch);
        var flow = new InformationFlow(new HttpInformation(http, web.Address), settings, new VirtualScheduler(time));
        var call = new FakeCall(new CallInfo(new CallRef("fs", "1"), "", "", "", default, new Dictionary<string, string>()));
        await flow.Tell(call).LastAsync();
        isSlow = true;
        time.Advance(TimeSpan.FromMilliseconds(1));

        var told = flow.Tell(call).LastAsync().ToTask(TestContext.Current.CancellationToken);
        await asked.Task;
        time.Advance(settings.Patience);
        await told;

        call.Played.Should().Equal("speak:en:Sunny", "speak:en:Sunny");
        await gaveUp.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_file_is_spoken_or_played_by_what_it_is()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["news.txt"], "Мы открыты до шести\n");
        File.WriteAllText(folder["news.wav"], "RIFF");

        (await new FileInformation(folder["news.txt"]).Read()).Should().Be("speak:ru:Мы открыты до шести");
        (await new FileInformation(folder["news.txt"], Language.English).Read()).Should().StartWith("speak:en:");
        (await new FileInformation(folder["news.wav"]).Read()).Should().Be(folder["news.wav"]);
        (await new FileInformation(folder["none.txt"]).Read().Materialize().FirstAsync()).Exception.Should().BeOfType<FileNotFoundException>();
    }

    static Func<HttpContext, Task> Answers(string type, byte[] content, int status = 200) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(content);
    };

    async Task<string> Read(Func<HttpContext, Task> answer)
    {
        await using var web = await FaultyWeb.Start(answer);
        return await new HttpInformation(http, web.Address).Read();
    }

    async Task<string> Fails(Func<HttpContext, Task> answer)
    {
        await using var web = await FaultyWeb.Start(answer);
        return (await new HttpInformation(http, web.Address).Read().Materialize().FirstAsync()).Exception!.Message;
    }
}
