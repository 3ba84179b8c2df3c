using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;

namespace Web3Tel.Server.Tests.Panel;

/// <summary>The installed Chromium with one page, over its debugging protocol.</summary>
sealed class Browser : IAsyncDisposable
{
    static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    readonly Process process;
    readonly string profile;
    readonly ClientWebSocket socket = new();
    int commands;

    Browser(Process process, string profile)
    {
        this.process = process;
        this.profile = profile;
    }

    /// <summary>Where Chromium is, or null when there is none.</summary>
    public static string? Executable { get; } = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <param name="more">Switches of Chromium besides the usual ones.</param>
    public static async Task<Browser> Open(Uri page, int width, int height, string language = "en", params IEnumerable<string> more)
    {
        var profile = Directory.CreateTempSubdirectory("web3tel-chromium-").FullName;
        var start = new ProcessStartInfo(Executable!)
        {
            ArgumentList =
            {
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--remote-debugging-port=0", $"--user-data-dir={profile}", $"--window-size={width},{height}", $"--lang={language}", $"--accept-lang={language}",
            },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in more.Append("about:blank"))
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        var browser = new Browser(process, profile);
        await browser.Attach();
        await browser.Command("Page.enable");
        await browser.Size(width, height);
        await browser.Command("Page.navigate", new JsonObject { ["url"] = page.ToString() });
        return browser;
    }

    public async Task<string> Evaluate(string script)
    {
        var answer = await Run(script);

        // What throws may be a page that is not there yet; what no browser can read is a mistake of the test, which would find nothing for ever.
        return answer["exceptionDetails"]?["exception"]?["className"]?.ToString() != "SyntaxError"
            ? answer["result"]?["value"]?.ToString() ?? ""
            : throw new InvalidOperationException($"{answer["exceptionDetails"]!["exception"]!["description"]}: {script}");
    }

    /// <summary>Carries out a script as soon as the page with its own scripts lives and everything it takes hold of is there: a page that is being built anew loses no click.</summary>
    public Task Do(string script) => Eventually.Holds(async () =>
        (await Run($"if (document.readyState !== 'complete' || document.querySelector('[inert]')) throw new Error('The page is not there yet.'); {script}"))["exceptionDetails"]?["exception"]?["description"]?.ToString().Should().BeNull("{0}", script));

    /// <summary>Until the page with its own scripts lives.</summary>
    public Task IsThere() => Do("void 0");

    /// <summary>The page anew. What was true of the old one is no sign that it is there: this returns when it is.</summary>
    public async Task Reload()
    {
        await Evaluate("window.isOld = true; location.reload()");
        await Eventually.Holds(async () => (await Evaluate("!window.isOld && document.readyState")).Should().Be("complete"));
    }

    /// <summary>Runs a script in each page that is opened from now on, before the page's own.</summary>
    public Task RunFirst(string script) => Command("Page.addScriptToEvaluateOnNewDocument", new JsonObject { ["source"] = script });

    /// <summary>What is at such an address does not come any more, as when the network is slow; a star stands for anything.</summary>
    public async Task Block(string address)
    {
        await Command("Network.enable");
        await Command("Network.setBlockedURLs", new JsonObject { ["urls"] = new JsonArray(address) });
    }

    public Task<string> Text() => Evaluate("document.body.innerText");

    public Task Size(int width, int height) => Command(
        "Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = width < 600 });

    public Task Prefer(string scheme) => Command("Emulation.setEmulatedMedia", new JsonObject
    {
        ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = scheme }),
    });

    /// <summary>Presses a key, such as <c>Tab</c> or <c>Enter</c>.</summary>
    public async Task Key(string key)
    {
        foreach (var type in new[] { "keyDown", "keyUp" })
        {
            var pressed = new JsonObject { ["type"] = type, ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = key == "Tab" ? 9 : 13 };
            if (type == "keyDown" && key == "Enter")
            {
                pressed["text"] = "\r";
            }

            await Command("Input.dispatchKeyEvent", pressed);
        }
    }

    /// <summary>Types where the keyboard is.</summary>
    public Task Type(string text) => Command("Input.insertText", new JsonObject { ["text"] = text });

    /// <summary>As if it were printed, from now on.</summary>
    public Task Print() => Command("Emulation.setEmulatedMedia", new JsonObject { ["media"] = "print" });

    /// <summary>What is painted once it is painted.</summary>
    public async Task<byte[]> Picture()
    {
        await Evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        return Convert.FromBase64String((await Command("Page.captureScreenshot"))["data"]!.ToString());
    }

    /// <summary>As when its machine loses power: it says nothing to anybody any more.</summary>
    public async Task Kill()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        await Kill();
        process.Dispose();
        Directory.Delete(profile, recursive: true);
    }

    /// <summary>As if the reader had clicked: sound plays for nobody else.</summary>
    Task<JsonNode> Run(string script) =>
        Command("Runtime.evaluate", new JsonObject { ["expression"] = script, ["returnByValue"] = true, ["awaitPromise"] = true, ["userGesture"] = true });

    async Task Attach()
    {
        using var giveUp = new CancellationTokenSource(StartTime);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var port = Path.Combine(profile, "DevToolsActivePort");
        while (!File.Exists(port) || File.ReadAllLines(port).Length < 2)
        {
            await timer.WaitForNextTickAsync(giveUp.Token);
        }

        using var http = new HttpClient();
        var pages = JsonNode.Parse(await http.GetStringAsync(new Uri($"http://127.0.0.1:{File.ReadAllLines(port)[0]}/json/list"), giveUp.Token))!.AsArray();
        await socket.ConnectAsync(new Uri(pages.First(page => page!["type"]!.ToString() == "page")!["webSocketDebuggerUrl"]!.ToString()), giveUp.Token);
    }

    async Task<JsonNode> Command(string method, JsonObject? parameters = null)
    {
        var id = ++commands;
        var text = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] }.ToJsonString();
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);
        while (true)
        {
            var message = await Receive();
            if (message["id"]?.GetValue<int>() == id)
            {
                return message["result"] ?? throw new InvalidOperationException($"{method}: {message.ToJsonString()}");
            }
        }
    }

    async Task<JsonNode> Receive()
    {
        using var message = new MemoryStream();
        var buffer = new byte[65_536];
        WebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(buffer, CancellationToken.None);
            message.Write(buffer, 0, received.Count);
        }
        while (!received.EndOfMessage);

        return JsonSerializer.Deserialize<JsonNode>(message.ToArray())!;
    }
}
