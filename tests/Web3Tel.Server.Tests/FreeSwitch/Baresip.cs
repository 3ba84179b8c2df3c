namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>An operator's telephone with sound, baresip: it registers, answers whoever calls, and sends the music on hold as what it says, for 53 s.</summary>
static class Baresip
{
    /// <param name="freeSwitch">Where it registers.</param>
    /// <param name="user">As whom.</param>
    /// <param name="password">With which password.</param>
    /// <param name="address">Its own address: whoever calls from 127.0.0.1 is taken for a provider's trunk.</param>
    /// <param name="folder">Where it may write to.</param>
    public static ChildProcess Start(RealFreeSwitch freeSwitch, string user, string password, string address, string folder)
    {
        var home = Directory.CreateDirectory(Path.Combine(folder, $"baresip-{user}")).FullName;
        var port = Ports.Free();
        File.WriteAllText(Path.Combine(home, "accounts"), $"""
            <sip:{user}@127.0.0.1>;auth_user={user};auth_pass={password};outbound="sip:127.0.0.1:{freeSwitch.SipPort}";answermode=auto;regint=60

            """);
        File.WriteAllText(Path.Combine(home, "contacts"), "");
        File.WriteAllText(Path.Combine(home, "config"), $"""
            module_path {Installed.BaresipModules}
            sip_listen {address}:{port}
            net_interface {address}
            audio_source aufile,{Repository.Folder("freeswitch")}/sounds/music/calm.wav
            audio_player aufile,{home}/heard.wav
            audio_alert aufile,{home}/alert.wav
            rtp_ports 14500-14900
            module g711.so
            module aufile.so
            module_app account.so
            module_app menu.so

            """);
        return ChildProcess.Start(Installed.Baresip, ["-f", home], home);
    }
}
