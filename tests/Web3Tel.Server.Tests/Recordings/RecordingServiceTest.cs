using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Server.Tests.Service;

namespace Web3Tel.Server.Tests.Recordings;

/// <summary>What tests of recordings in the running service share: conversations whose files the test writes, as a switch would.</summary>
public abstract class RecordingServiceTest : RunningServiceTest
{
    protected RecordingServiceTest()
        : base(connected: true) => Directory.CreateDirectory(Recordings);

    /// <summary>A conversation from beginning to end, with its file.</summary>
    /// <returns>The id of the call, which is that of the recording.</returns>
    private protected async Task<string> Talk(string number, string name = "", string dialled = "1000", string? sound = "RIFF sound of a conversation")
    {
        var caller = await Answered(number, name, dialled);
        if (sound is not null)
        {
            WriteFile(caller.RecordedTo!, sound);
        }

        caller.End(HangupCause.NormalClearing, HungUpBy.Party);
        await Eventually.Holds(() => Service.Get($"/api/history/{caller.Info.Ref.Id}"));
        await Indexed(caller.Info.Ref.Id);
        var agent = dialled == "1000" ? "1001" : "1002";
        await Service.Http.PostAsync(new Uri($"/api/operators/{agent}/wrap-up/end", UriKind.Relative), null);
        return caller.Info.Ref.Id;
    }

    private protected async Task<FakeCall> Answered(string number, string name = "", string dialled = "1000")
    {
        var phone = dialled == "1000" ? "user/1001" : "user/1002";
        var caller = Telephony.Call(number, name, dialled);
        await Rings(phone);
        Telephony.Answer(phone);
        await IsRecorded(caller);
        return caller;
    }

    private protected string PathOf(string recording) => Path.Combine(Recordings, recording);

    private protected void WriteFile(string recording, string sound)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(recording))!);
        File.WriteAllText(PathOf(recording), sound);
    }

    private protected async Task<JsonArray> Find(string query = "") => (await Service.Get($"/api/recordings?{query}"))["recordings"]!.AsArray();

    /// <summary>Waits for the recording to be finished.</summary>
    private protected async Task<JsonNode> Finished(string id, string state = "finished")
    {
        JsonNode? found = null;
        await Eventually.Holds(async () =>
        {
            found = (await Find()).Single(recording => recording!["id"]!.ToString() == id);
            found!["file"]!.ToString().Should().Be(state);
        });
        return found!;
    }

    private protected async Task<JsonNode> Compare()
    {
        using var response = await Service.Http.PostAsync(new Uri("/api/recordings/compare", UriKind.Relative), null);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
