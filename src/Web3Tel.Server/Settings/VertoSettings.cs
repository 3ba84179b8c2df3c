namespace Web3Tel.Server.Settings;

/// <summary>Telephones in the browser.</summary>
/// <param name="Url">Where the switch's <c>mod_verto</c> listens; null for no telephones in the browser.</param>
sealed record VertoSettings(Uri? Url)
{
    /// <param name="section">The settings.</param>
    /// <param name="directory">By which FreeSWITCH learns the secrets that we sign in with.</param>
    public static VertoSettings Read(SettingsReader section, DirectorySettings directory)
    {
        var text = section.Text("Url");
        section.RefuseOthers();
        if (text.Length == 0)
        {
            return new VertoSettings(Url: null);
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("ws" or "wss"))
        {
            section.Refuse("Url", $"is \"{text}\".", "Give the address of FreeSWITCH's mod_verto, such as ws://127.0.0.1:8082, or leave it out for no telephone in the browser.");
            return new VertoSettings(Url: null);
        }

        if (url.Scheme == "ws" && !url.IsLoopback)
        {
            section.Refuse("Url", $"is \"{text}\": the operators' secrets would be readable on the way.", "Use wss, or a mod_verto on this machine's loopback.");
        }

        if (directory.Token.Length == 0)
        {
            section.Refuse("Url", "is set, but FreeSWITCH cannot learn the operators' secrets.", "Set Web3Tel:Directory:Token to directory_password of secrets.xml.");
        }

        return new VertoSettings(url);
    }
}
