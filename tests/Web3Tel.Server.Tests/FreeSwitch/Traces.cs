using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>What a test's programs leave on the disk. With <c>WEB3TEL_TRACES</c> set to a folder it is put there, by the test's name, for whoever looks for a cause.</summary>
static class Traces
{
    static readonly string? Kept = Environment.GetEnvironmentVariable("WEB3TEL_TRACES");

    /// <summary>Takes the folder away, or keeps it.</summary>
    public static void Leave(string folder)
    {
        if (!string.IsNullOrEmpty(Kept))
        {
            RealFreeSwitch.Copy(folder, Path.Combine(Kept, TestContext.Current.TestMethod?.MethodName ?? "no test", Path.GetFileName(folder)));
        }

        Directory.Delete(folder, recursive: true);
    }
}
