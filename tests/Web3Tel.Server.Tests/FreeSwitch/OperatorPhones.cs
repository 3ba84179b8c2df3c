namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>Operators who can tell whether a conversation was taken from them: SIPp writes down every message against its scenario.</summary>
sealed class OperatorPhones : IAsyncDisposable
{
    readonly string unexpected = Path.GetTempFileName();
    readonly ChildProcess sipp;

    public OperatorPhones(int port, TimeSpan talk, bool transferring = false) => sipp = Sipp.Operators(port, talk, unexpected, transferring);

    /// <summary>What they were sent against the scenario.</summary>
    public Task<string> Unexpected() => File.ReadAllTextAsync(unexpected);

    public async ValueTask DisposeAsync()
    {
        await sipp.DisposeAsync();
        File.Delete(unexpected);
    }
}
