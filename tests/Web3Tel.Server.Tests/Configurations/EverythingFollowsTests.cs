using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Configurations;

public sealed class EverythingFollowsTests : ConfigurationTest
{
    [Fact]
    public async Task A_new_number_of_a_mailbox_takes_messages()
    {
        await Publish(document => document["Voicemail"] = new JsonObject { ["Lines"] = new JsonArray(new JsonObject { ["Number"] = "5000", ["Mailbox"] = "queue:sales" }) });

        var call = Telephony.Call("111", dialled: "5000");

        await Eventually.Holds(() =>
        {
            call.RecordsTo.Should().NotBeNull();
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task The_lamp_of_a_phone_that_becomes_an_operators_is_told()
    {
        await Publish(document => Operator(document, "1001")["Destination"] = "user/2001");

        await Eventually.Holds(() =>
        {
            Telephony.Lamps.Should().ContainKey("user/2001");
            return Task.CompletedTask;
        });
        Telephony.Lamps.Should().NotContainKey("user/1002", "that phone is whose it was");
    }

    [Fact]
    public async Task Rules_of_recordings_are_those_of_now()
    {
        await Publish(document => document["KeepRecordings"] = new JsonArray(new JsonObject { ["Queue"] = "saels", ["Days"] = 30 }));

        await Eventually.Holds(async () => (await Logged()).Should().Contain("KeepRecordings names the queue saels"));
    }

    async Task<string> Logged()
    {
        await using var log = new FileStream(Directory.GetFiles(Folder["logs"]).Single(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(log);
        return await reader.ReadToEndAsync();
    }
}
