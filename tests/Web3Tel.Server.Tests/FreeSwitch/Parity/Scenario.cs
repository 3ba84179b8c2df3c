namespace Web3Tel.Server.Tests.FreeSwitch.Parity;

/// <summary>What is played on both sides.</summary>
/// <param name="Name">For failures.</param>
/// <param name="Operators">Who is signed in when it begins.</param>
/// <param name="Play">What people do then; the end of all calls is waited for afterwards.</param>
sealed record Scenario(string Name, int[] Operators, Func<Stage, Task> Play)
{
    /// <summary>Time for all that is commanded in a conversation. The caller ends it: where the service does, by two hang-ups, which is seen first is chance.</summary>
    static readonly TimeSpan Stay = TimeSpan.FromSeconds(14);

    public static IReadOnlyList<Scenario> Calls { get; } =
    [
        new("hangs up in the greeting", [], stage => stage.Side.CallsAndLeaves(TimeSpan.FromSeconds(1.7))),
        new("waits and hangs up", [], stage => stage.Side.CallsAndLeaves(TimeSpan.FromSeconds(6.5))),
        new("the operator hangs up", [ISide.Stays], stage => stage.Side.CallsAndStays()),
        new("the caller hangs up", [ISide.Loyal], stage => stage.Side.CallsAndLeaves(TimeSpan.FromSeconds(7))),
        new("one rejects, the next answers", [ISide.Rejects, ISide.Loyal], stage => stage.Side.CallsAndLeaves(TimeSpan.FromSeconds(9))),
        new("one is busy, the next answers", [ISide.Busy, ISide.Loyal], stage => stage.Side.CallsAndLeaves(TimeSpan.FromSeconds(9))),
        new("it rings in vain", [ISide.Absent], stage => stage.Side.CallsAndLeaves(TimeSpan.FromSeconds(14))),
        new("hangs up while it rings", [ISide.Absent], stage => stage.Side.CallsAndLeaves(TimeSpan.FromSeconds(6.5))),
        new("a key leads to a message", [], stage => stage.Side.CallsAndPresses("2", TimeSpan.FromSeconds(6))),
        new("asks to be called back", [], async stage =>
        {
            await stage.Side.CallsAndAsksForCallback();
            await stage.IsAskedForCallback();
            await stage.SignsIn(ISide.Stays);
            await stage.HasCalledBack();
        }),
    ];

    public static IReadOnlyList<Scenario> Conversations { get; } =
    [
        new("on hold and given back", [ISide.Loyal], async stage =>
        {
            await stage.Talks(ISide.Loyal, Stay);
            await stage.Brings("caller", "PLAYBACK_START", () => stage.Command("hold"));
            await stage.Command("resume");
        }),
        new("hangs up on hold", [ISide.Loyal], async stage =>
        {
            await stage.Talks(ISide.Loyal, Stay);
            await stage.Command("hold");
        }),
        new("transferred to another operator", [ISide.Loyal, ISide.Helper], async stage =>
        {
            await stage.Talks(ISide.Loyal, Stay);
            await stage.Command("transfer", new { agent = $"op{ISide.Helper}" });
            await stage.IsWith(ISide.Helper);
        }),
        new("transferred to an operator who lets it ring, and given back", [ISide.Loyal], async stage =>
        {
            await stage.Talks(ISide.Loyal, 2 * Stay);
            await stage.SignsIn(ISide.Absent);
            await stage.Command("transfer", new { agent = $"op{ISide.Absent}" });
            await stage.Does(ISide.Absent, "resting");
            await stage.IsWith(ISide.Loyal);
        }),
        new("transferred to a number outside", [ISide.Loyal], async stage =>
        {
            await stage.Talks(ISide.Loyal, Stay);
            await stage.Command("transfer", new { number = ISide.Number });
            await stage.Is("outside");
        }),
        new("another is asked, and the caller taken back", [ISide.Loyal, ISide.Helper], async stage =>
        {
            await stage.Talks(ISide.Loyal, Stay);
            await stage.Brings("op4", "CHANNEL_BRIDGE", () => stage.Command("consult", new { agent = $"op{ISide.Helper}" }));
            await stage.Does(ISide.Helper, "talking");
            await stage.Command("consult/cancel");
        }),
        new("another is asked, and gets the caller", [ISide.Loyal, ISide.Helper], async stage =>
        {
            await stage.Talks(ISide.Loyal, Stay);
            await stage.Brings("op4", "CHANNEL_BRIDGE", () => stage.Command("consult", new { agent = $"op{ISide.Helper}" }));
            await stage.Does(ISide.Helper, "talking");
            await stage.Command("consult/complete");
            await stage.IsWith(ISide.Helper);
        }),
        new("a supervisor listens", [ISide.Loyal], stage => Listened(stage, "listen")),
        new("a supervisor whispers", [ISide.Loyal], stage => Listened(stage, "whisper")),
    ];

    public static IReadOnlyList<Scenario> Faults { get; } =
    [
        new("the service dies while somebody waits", [], async stage =>
        {
            await stage.Side.CallsAndStays();
            await stage.Waits();
            await stage.Service.Kill();
            await stage.IsAlone();
            await stage.Service.Live();
            await stage.Waits();
            await stage.SignsIn(ISide.Stays);
        }),
        new("the service dies in a conversation", [ISide.Loyal], async stage =>
        {
            await stage.Talks(ISide.Loyal, 2 * Stay);
            await stage.IsOnDisk("connected");
            await stage.Service.Kill();
            await stage.Service.Live();
            await stage.IsWith(ISide.Loyal);
        }),
        new("every connection is reset while somebody waits", [], async stage =>
        {
            await stage.Side.CallsAndStays();
            await stage.Waits();
            await stage.Brings("caller", "CHANNEL_EXECUTE Application=socket", stage.Reset);
            await stage.Waits();
            await stage.SignsIn(ISide.Stays);
        }),
        new("every connection is reset in a conversation", [ISide.Loyal], async stage =>
        {
            await stage.Talks(ISide.Loyal, Stay);
            await stage.Reset();
        }),
        new("the telephone loses power in the conversation", [ISide.Registered], async stage =>
        {
            await stage.Side.CallsAndStays();
            await stage.IsWith(ISide.Registered);
            await stage.Brings("caller", $"CHANNEL_EXECUTE_COMPLETE Application=playback Application-Data={Stage.PhoneLostNotice}", stage.Side.LosesPower);
            await stage.Does(ISide.Registered, "resting");
            await stage.Waits();
            await stage.SignsIn(ISide.Stays);
        }),
    ];

    static async Task Listened(Stage stage, string mode)
    {
        await stage.Talks(ISide.Loyal, Stay);
        await stage.Command("listen", new { destination = $"op{ISide.Helper}", mode });
    }
}
