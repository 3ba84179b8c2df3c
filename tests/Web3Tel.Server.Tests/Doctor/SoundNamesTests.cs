using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Web3Tel.Server.Doctor;
using Web3Tel.Server.Settings;
using Xunit;

namespace Web3Tel.Server.Tests.Doctor;

public sealed class SoundNamesTests
{
    [Fact]
    public void What_a_caller_hears_before_the_call_is_ended_is_named_wherever_that_is_set()
    {
        var settings = SettingsFile.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Web3Tel:LineOut"] = "sofia/gateway/out/{number}",
            ["Web3Tel:Queues:0:Name"] = "sales",
            ["Web3Tel:Queues:0:MaxLength"] = "1",
            ["Web3Tel:Queues:0:WhenFull"] = "hangup:prompt:full",
            ["Web3Tel:Queues:0:ExitKeys:0:Key"] = "1",
            ["Web3Tel:Queues:0:ExitKeys:0:To"] = "number:123 else hangup:prompt:nobody",
            ["Web3Tel:Lines:0:Number"] = "1000",
            ["Web3Tel:Lines:0:Channels"] = "2",
            ["Web3Tel:Lines:0:WhenBusy"] = "hangup:prompt:busy",
        }).Build());

        SoundNames.Prompts(settings).Where(one => one.Sound.StartsWith("prompt:", StringComparison.Ordinal)).Should().BeEquivalentTo(
        [
            ("Web3Tel:Queues:sales:WhenFull", "prompt:full"), ("Web3Tel:Queues:sales:ExitKeys", "prompt:nobody"), ("Web3Tel:Lines:1000:WhenBusy", "prompt:busy"),
        ]);
    }
}
