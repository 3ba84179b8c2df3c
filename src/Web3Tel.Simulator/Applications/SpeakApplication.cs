using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Applications;

/// <summary>Speaks <c>engine|voice|text</c>: no event tells of it, and no response. Where one of the three is missing, the call ends.</summary>
sealed class SpeakApplication : Application
{
    const int Parts = 3;

    bool isPaused;
    bool isOver;

    public override void Pause() => isPaused = true;

    public override void Resume()
    {
        isPaused = false;
        if (isOver)
        {
            Finish();
        }
    }

    public override void Break() => Finish();

    public override void Key(char key)
    {
        if (PlaybackApplication.IsEndedBy(Channel, key))
        {
            Finish();
        }
    }

    protected override void Start()
    {
        if (Data.Split('|', Parts).Count(part => part.Length > 0) < Parts)
        {
            HangingUp.Hangup(Channel, Cause.Parse("DESTINATION_OUT_OF_ORDER"));
            Finish();
            return;
        }

        Answering.EnsureMedia(Channel);
        if (!Switch.Options.MissingSounds.Contains(Data) && SoundLength.Of(Data, Switch.Options) is { } length)
        {
            After(length, Over);
        }
        else
        {
            Finish();
        }
    }

    void Over()
    {
        isOver = true;
        if (!isPaused)
        {
            Finish();
        }
    }
}
