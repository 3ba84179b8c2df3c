using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Tests.FreeSwitch.Load;
using Web3Tel.Server.Tests.Service;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>The service as a process of its own, so that it can be killed, serving a real FreeSWITCH.</summary>
sealed class ServiceOnFreeSwitch : IAsyncDisposable
{
    /// <summary>How far FreeSWITCH's table of calls may be behind: <c>Recovery.SurveyAge</c>.</summary>
    const int SurveyAge = 5;

    readonly string folder = Directory.CreateTempSubdirectory("web3tel-service-").FullName;
    readonly HttpClient http = new();
    readonly Dictionary<string, string> settings;
    ChildProcess? process;

    ServiceOnFreeSwitch(IServedSwitch freeSwitch, IReadOnlyList<int> operatorPorts)
    {
        var port = freeSwitch.PagePort;
        http.BaseAddress = new Uri($"http://127.0.0.1:{port}");
        settings = new Dictionary<string, string>
        {
            ["Web3Tel__FreeSwitch__Host"] = "127.0.0.1",
            ["Web3Tel__FreeSwitch__Port"] = Text(freeSwitch.EventSocketPort),
            ["Web3Tel__FreeSwitch__Password"] = RealFreeSwitch.Password,
            ["Web3Tel__Outbound__Listen"] = $"127.0.0.1:{freeSwitch.ServicePort}",
            ["Web3Tel__Http__Listen"] = $"127.0.0.1:{port}",
            ["Web3Tel__Directory__Token"] = RealFreeSwitch.Password,
            ["Web3Tel__Data"] = Path.Combine(folder, "data"),
            ["Web3Tel__Recordings"] = freeSwitch.Recordings,
            ["Web3Tel__Queues__0__WrapUpSeconds"] = "0",
        };
        for (var i = 0; i < operatorPorts.Count; i++)
        {
            settings[$"Web3Tel__Operators__{i}__Id"] = $"op{i}";
            settings[$"Web3Tel__Operators__{i}__Name"] = $"Operator {i}";
            settings[$"Web3Tel__Operators__{i}__Destination"] = $"sofia/internal/op{i}@127.0.0.1:{operatorPorts[i]}";
        }
    }

    public string Output => process?.Output ?? "";

    public Use Use => process!.Use;

    /// <summary>As the environment has them: <c>Web3Tel__Data</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings => settings;

    /// <param name="freeSwitch">The FreeSWITCH to serve.</param>
    /// <param name="operatorPorts">On which port of this machine each operator's telephone is.</param>
    public static Task<ServiceOnFreeSwitch> Start(IServedSwitch freeSwitch, params IReadOnlyList<int> operatorPorts) =>
        Start(freeSwitch, [], operatorPorts);

    /// <param name="freeSwitch">The FreeSWITCH to serve.</param>
    /// <param name="settings">More settings, as environment variables without the prefix.</param>
    /// <param name="operatorPorts">On which port of this machine each operator's telephone is.</param>
    public static async Task<ServiceOnFreeSwitch> Start(
        IServedSwitch freeSwitch, Dictionary<string, string> settings, IReadOnlyList<int> operatorPorts)
    {
        var service = new ServiceOnFreeSwitch(freeSwitch, operatorPorts);
        foreach (var (name, value) in settings)
        {
            service.settings[$"Web3Tel__{name}"] = value;
        }

        await service.Live();
        return service;
    }

    public async Task Live()
    {
        process = ChildProcess.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "Web3Tel.Server.dll")], folder, settings);
        await Eventually.Holds(
            async () => (await IsReady()).Should().BeTrue(Output),
            TimeSpan.FromSeconds(60));
    }

    /// <summary>Whether it says that it is: that it has FreeSWITCH and its storage.</summary>
    public async Task<bool> IsReady()
    {
        try
        {
            return (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public Task Kill() => process!.Kill();

    /// <summary>It stands still until <see cref="GoOn"/>: SIGSTOP.</summary>
    public Task StandStill() => process!.Signal("STOP");

    public Task GoOn() => process!.Signal("CONT");

    /// <summary>How many callers are in that state, such as <c>waiting</c> or <c>talking</c>.</summary>
    public async Task<int> Count(string state) => (await Get("/api/calls")).Count(call => (string?)call!["state"] == state);

    /// <summary>How many calls it has lost sight of.</summary>
    public async Task<int> Away() => (await Get("/api/calls")).Count(call => (bool)call!["isAway"]!);

    /// <summary>How many operators are ready.</summary>
    public async Task<int> Ready() => (await Get("/api/operators")).Count(agent => (string?)agent!["state"] == "ready");

    /// <summary>What an operator does, such as <c>talking</c>.</summary>
    public async Task<string?> Does(string agent) =>
        (string?)(await Get("/api/operators")).Single(one => (string?)one!["id"] == agent)!["state"];

    /// <summary>The calls of this moment.</summary>
    public async Task<IReadOnlyList<(string Id, string State, string? Agent)>> Calls() =>
        [.. (await Get("/api/calls")).Select(call => ((string)call!["id"]!, (string)call["state"]!, (string?)call["agent"]))];

    /// <summary>What the journal says of a call, in words.</summary>
    public async Task<IReadOnlyList<string>> Why(string call) =>
        [.. (await http.GetFromJsonAsync<JsonNode>(new Uri($"/api/calls/{call}/why", UriKind.Relative)))!["steps"]!.AsArray().Select(step => (string)step!["words"]!)];

    /// <summary>What was found and put right, by kind.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Repairs() =>
        (await Get("/api/repairs")).ToDictionary(one => (string)one!["what"]!, one => (int)one!["count"]!);

    /// <summary>The steps that the calls of this moment are in.</summary>
    public async Task<IReadOnlyList<string?>> Steps() => [.. (await Get("/api/calls")).Select(call => (string?)call!["step"])];

    /// <summary>The journeys of ended calls, newest first.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<(string What, string? Detail)>>> Journeys() =>
        [.. (await Get("/api/history?limit=500")).Select(call => (IReadOnlyList<(string, string?)>)
            [.. call!["journey"]!.AsArray().Select(step => ((string)step!["what"]!, (string?)step["detail"]))])];

    /// <summary>Commands something of a call, and says what was answered when it was refused.</summary>
    public Task Command(string call, string what, object? body = null) => Post($"/api/calls/{call}/{what}", body);

    /// <summary>Commands something of an operator, and says what was answered when it was refused.</summary>
    public Task CommandOperator(string agent, string what, object? body = null) => Post($"/api/operators/{agent}/{what}", body);

    /// <summary>Asks for something, and gives the answer.</summary>
    public async Task<string> Ask(string path, object body) => await (await http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body)).Content.ReadAsStringAsync();

    /// <summary>Publishes the valid configuration with a change, and tells the number of the version.</summary>
    public async Task<int> Publish(Action<JsonObject> change)
    {
        var configuration = new Uri("/api/configuration", UriKind.Relative);
        var valid = (await http.GetFromJsonAsync<JsonObject>(configuration))!;
        change(valid["document"]!.AsObject());
        var answer = await http.PutAsJsonAsync(configuration, valid);
        var told = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.Should().BeTrue(told);
        return (int)JsonNode.Parse(told)!["version"]!;
    }

    /// <summary>An operator as the API shows it.</summary>
    public async Task<JsonNode> Operator(string id) => (await Get("/api/operators")).Single(one => (string?)one!["id"] == id)!;

    /// <summary>What was commanded, oldest first: by whom and what.</summary>
    public async Task<IReadOnlyList<(string By, string Act)>> Audit() =>
        [.. (await Get("/api/audit")).Reverse().Select(record => ((string)record!["by"]!, (string)record["act"]!))];

    /// <summary>Ended calls, newest first, without what operators asked others meanwhile.</summary>
    public async Task<List<Ended>> History() => [.. (await AllHistory()).Where(call => call.ConsultationOf is null)];

    /// <summary>What operators asked others, newest first.</summary>
    public async Task<List<Ended>> Consultations() => [.. (await AllHistory()).Where(call => call.ConsultationOf is not null)];

    /// <summary>What the recording of the only call does, such as <c>paused</c>; null while it is not recorded.</summary>
    public async Task<string?> Recording() => (string?)(await Get("/api/calls")).Single()!["recording"];

    /// <summary>The history when all is over: nothing lives on FreeSWITCH, nobody is in the call center, and that many calls have ended.</summary>
    public async Task<List<Ended>> Settled(RealFreeSwitch freeSwitch, int calls, TimeSpan? patience = null)
    {
        await Eventually.Holds(
            async () =>
            {
                (await freeSwitch.Channels()).Should().Be(0);
                (await History()).Should().HaveCount(calls, Output);
                (await Calls()).Should().BeEmpty();
            },
            patience ?? TimeSpan.FromSeconds(60));
        return await History();
    }

    /// <summary>Every call of this moment is what it is for so long that a new life of the service believes FreeSWITCH's table, whatever that says of it.</summary>
    public async Task GrownOld(RealFreeSwitch freeSwitch)
    {
        var youngest = (await Get("/api/calls")).Max(call => (DateTimeOffset)call!["since"]!).ToUnixTimeSeconds();
        await Eventually.Holds(async () => (await freeSwitch.Seconds()).Should().BeGreaterThan(youngest + SurveyAge));
    }

    /// <summary>Customers who are to be called back.</summary>
    public async Task<IReadOnlyList<JsonNode>> Callbacks() => [.. (await Get("/api/callbacks")).OfType<JsonNode>()];

    /// <summary>Those who were, newest first, each with what became of it and how often they were called.</summary>
    public async Task<IReadOnlyList<(string Id, string Fate, int Attempts)>> EndedCallbacks() =>
        [.. (await http.GetFromJsonAsync<JsonNode>(new Uri("/api/callbacks/ended", UriKind.Relative)))!["callbacks"]!.AsArray()
            .Select(one => ((string)one!["id"]!, (string)one["fate"]!, (int)one["attempts"]!))];

    /// <summary>Recordings that a search finds, newest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> Recordings(string query) =>
        [.. (await http.GetFromJsonAsync<JsonNode>(new Uri($"/api/recordings?{query}", UriKind.Relative)))!["recordings"]!.AsArray().OfType<JsonNode>()];

    /// <summary>Gateways to providers, as they are now.</summary>
    public async Task<IReadOnlyList<JsonNode>> Gateways() => [.. (await Get("/api/gateways")).OfType<JsonNode>()];

    /// <summary>The messages that callers left, newest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> Voicemail() => [.. (await Get("/api/voicemail")).OfType<JsonNode>()];

    /// <summary>Does something to a message, such as <c>read</c>.</summary>
    public async Task Mark(string message, string what) =>
        (await http.PostAsync(new Uri($"/api/voicemail/{message}/{what}", UriKind.Relative), null)).IsSuccessStatusCode.Should().BeTrue(Output);

    /// <summary>The sound of a message.</summary>
    public Task<byte[]> Audio(string message) => http.GetByteArrayAsync(new Uri($"/api/voicemail/{message}/audio", UriKind.Relative));

    /// <summary>Uploads a prompt, and says where its recording lies.</summary>
    public async Task<string> Upload(string name, byte[] sound, string text)
    {
        using var body = new ByteArrayContent(sound);
        var answer = await http.PutAsync(new Uri($"/api/prompts/{name}?text={Uri.EscapeDataString(text)}", UriKind.Relative), body);
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
        return Directory.GetFiles(Path.Combine(folder, "data", "prompts"), $"{name}.*.wav").Single();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        http.Dispose();
        Traces.Leave(folder);
    }

    async Task<IEnumerable<Ended>> AllHistory() => (await Get("/api/history?limit=500")).Select(call => call.Deserialize<Ended>(JsonSerializerOptions.Web)!);

    async Task Post(string path, object? body)
    {
        var answer = await http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body ?? new { });
        answer.IsSuccessStatusCode.Should().BeTrue($"{path}: {await answer.Content.ReadAsStringAsync()}");
    }

    async Task<JsonArray> Get(string path) => (await http.GetFromJsonAsync<JsonArray>(new Uri(path, UriKind.Relative)))!;

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
