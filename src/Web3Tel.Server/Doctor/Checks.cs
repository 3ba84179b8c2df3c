namespace Web3Tel.Server.Doctor;

/// <summary>What the doctor looks at; names that scripts may rely on.</summary>
static class Checks
{
    public const string Settings = "settings";
    public const string Versions = "versions";
    public const string Data = "data";
    public const string CallsPort = "calls-port";
    public const string PagePort = "page-port";
    public const string Disk = "disk";
    public const string OpenFiles = "open-files";
    public const string Voice = "voice";
    public const string EventSocket = "event-socket";
    public const string Modules = "modules";
    public const string Sip = "sip";
    public const string Directory = "directory";
    public const string Verto = "verto";
    public const string LineOut = "line-out";
    public const string Dialplan = "dialplan";
    public const string Music = "music";
    public const string Prompts = "prompts";
    public const string Recordings = "recordings";
    public const string Clock = "clock";
    public const string Repairs = "repairs";
}
