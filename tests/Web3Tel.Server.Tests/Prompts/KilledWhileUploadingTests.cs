using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Voicemail;
using Xunit;

namespace Web3Tel.Server.Tests.Prompts;

public sealed class KilledWhileUploadingTests : ServiceProcessTest
{
    [Fact]
    public async Task After_SIGKILL_in_the_middle_of_uploads_each_prompt_is_whole_and_none_that_was_taken_is_lost()
    {
        var taken = new int[4];
        await using (var service = new ServiceProcess(Folder.Path, [.. AnyPort, "--Web3Tel:Prompts:Converter", "none"]))
        {
            var address = await service.Address();
            var uploads = Enumerable.Range(0, taken.Length).Select(prompt => Upload(address, prompt, taken)).ToArray();
            await Eventually.Holds(() =>
            {
                taken.Should().OnlyContain(seconds => seconds > 5);
                return Task.CompletedTask;
            });
            await service.Kill();
            await Task.WhenAll(uploads);
        }

        await using var again = new ServiceProcess(Folder.Path, AnyPort);
        var back = await again.Address();
        foreach (var prompt in (await Get(back, "api/prompts")).AsArray())
        {
            var name = prompt!["name"]!.ToString();
            var seconds = (int)prompt["seconds"]!.GetValue<double>();
            seconds.Should().BeOneOf(taken[name[0] - '0'], taken[name[0] - '0'] + 1);
            (await Http.GetByteArrayAsync(new Uri(back, $"api/prompts/{name}/audio"), TestContext.Current.CancellationToken)).Should().Equal(Sound.Wav(seconds));
        }

        Directory.GetFiles(Path.Combine(Folder.Path, "data/prompts")).Should().HaveCount(2 * taken.Length);
    }

    /// <summary>Longer and longer ones, until nobody takes them any more.</summary>
    async Task Upload(Uri address, int prompt, int[] taken)
    {
        try
        {
            for (var seconds = 1; ; seconds++)
            {
                using var body = new ByteArrayContent(Sound.Wav(seconds));
                using var response = await Http.PutAsync(new Uri(address, $"api/prompts/{prompt}"), body);
                response.EnsureSuccessStatusCode();
                taken[prompt] = seconds;
            }
        }
        catch (HttpRequestException)
        {
            // It was killed.
        }
    }
}
