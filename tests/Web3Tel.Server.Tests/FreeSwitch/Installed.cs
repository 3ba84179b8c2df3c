using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>The programs that tests on the real thing need: found, or the test is skipped and says what is missing.</summary>
static class Installed
{
    public static string FreeSwitch => Find("freeswitch", Environment.GetEnvironmentVariable("FREESWITCH_HOME"))
        ?? throw Missing("FreeSWITCH (set FREESWITCH_HOME, or put freeswitch on the PATH)");

    public static string Sipp => Find("sipp") ?? throw Missing("SIPp (Debian: sip-tester)");

    public static string Baresip => Find("baresip") ?? throw Missing("baresip (Debian: baresip-core)");

    public static string BaresipModules => new[] { "/usr/lib/baresip/modules", "/usr/lib/x86_64-linux-gnu/baresip/modules", "/usr/local/lib/baresip/modules" }.FirstOrDefault(Directory.Exists)
        ?? throw Missing("baresip's modules (Debian: baresip-core)");

    public static string Voice => Find("espeak-ng") ?? throw Missing("espeak-ng");

    public static string Sox => Find("sox") ?? throw Missing("sox");

    static string? Find(string program, string? home = null) =>
        (home is null ? [] : new[] { Path.Combine(home, "bin"), home })
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);

    static InvalidOperationException Missing(string what)
    {
        Assert.Skip($"Needs {what}, which is not installed here.");
        return new InvalidOperationException(what);
    }
}
