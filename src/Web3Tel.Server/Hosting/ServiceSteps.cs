using Web3Tel.Flows;

namespace Web3Tel.Server.Hosting;

/// <summary>The named steps of the service: a line for each, and settings lead to it as <c>step:</c> and its name.</summary>
static class ServiceSteps
{
    public static NamedSteps All { get; } = NamedSteps.None;
}
