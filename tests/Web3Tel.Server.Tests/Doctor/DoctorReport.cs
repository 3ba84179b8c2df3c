using System.Text.Json.Nodes;
using Web3Tel.Server.Commands;
using Web3Tel.Server.Doctor;

namespace Web3Tel.Server.Tests.Doctor;

/// <summary>What one run of the doctor says.</summary>
/// <param name="Output">All of it, in JSON.</param>
/// <param name="Complaints">What is not well: <c>wrong modules: mod_hash … -> …</c>.</param>
sealed record DoctorReport(string Output, IReadOnlyList<string> Complaints)
{
    /// <exception cref="InvalidOperationException">The exit code is another than the findings say.</exception>
    public static async Task<DoctorReport> Of(IEnumerable<string> settings, Machine machine)
    {
        using var output = new StringWriter();
        var code = await DoctorCommand.Run([.. settings, "--json", "--language", "en"], output, TextWriter.Null, machine);
        var complaints = JsonNode.Parse(output.ToString())!["findings"]!.AsArray().Where(finding => (string?)finding!["verdict"] != "ok").ToList();
        var expected = complaints.Exists(finding => (string?)finding!["verdict"] == "wrong") ? 1 : 0;
        return code == expected
            ? new DoctorReport(output.ToString(), [.. complaints.Select(finding => $"{finding!["verdict"]} {finding["check"]}: {finding["found"]} -> {finding["mend"]}")])
            : throw new InvalidOperationException($"The exit code is {code}: {output}");
    }
}
