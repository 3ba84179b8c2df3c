namespace Web3Tel.Simulator.Applications;

/// <summary>Plays a file or stream to the caller.</summary>
sealed class PlaybackApplication : Application
{
    Sound? sound;

    protected override void Start()
    {
        if (Switch.Options.MissingSounds.Contains(Data))
        {
            End("FILE NOT FOUND");
            return;
        }

        sound = new Sound(Channel, Data);
        sound.Play(() => End(sound.IsCutShort ? "PLAYBACK ERROR" : "FILE PLAYED"));
    }

    public override void Pause() => sound?.Pause();

    public override void Resume() => sound?.Resume();

    public override void Interrupt() => End("PLAYBACK ERROR");

    public override void Break() => End("FILE PLAYED", Sound.Broken);

    public override void Key(char key)
    {
        if (IsEndedBy(key))
        {
            End("FILE PLAYED");
        }
    }

    void End(string response, string status = Sound.Done)
    {
        sound?.Stop(status);
        Channel.Variables["current_application_response"] = response;
        Finish();
    }
}
