using Web3Tel.EventSocket;

namespace Web3Tel.Server.Doctor;

/// <summary>Asks FreeSWITCH about itself.</summary>
sealed class Interview(IEventSocket socket)
{
    /// <summary>What FreeSWITCH says to a command that it does not know: the module that has it is not loaded.</summary>
    const string Unknown = "Command not found!";

    /// <summary>The answer, trimmed; null when the command is not known there.</summary>
    public async Task<string?> Ask(string command) =>
        (await socket.SendApi(command)).Body.Trim() is var body && body.EndsWith(Unknown, StringComparison.Ordinal) ? null : body;

    /// <summary>A global variable; empty when there is none.</summary>
    public async Task<string> Variable(string name) => await Ask($"global_getvar {name}") ?? "";

    /// <summary>Whether FreeSWITCH finds a file or folder.</summary>
    public async Task<bool> Finds(string path) => await Ask($"file_exists {path}") == "true";
}
