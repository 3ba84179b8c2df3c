using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Applications;

/// <summary>Speaks <c>engine|voice|text</c>: no event tells of it, and no response. Where one of the three is missing, the call ends.</summary>
sealed class SpeakApplication : LastingApplication
{
    const int Parts = 3;

    public override void Key(char key)
    {
        if (IsEndedBy(key))
        {
            End();
        }
    }

    protected override void Start()
    {
        if (Data.Split('|', Parts).Count(part => part.Length > 0) < Parts)
        {
            HangingUp.Hangup(Channel, Cause.DestinationOutOfOrder);
            End();
            return;
        }

        Answering.EnsureMedia(Channel);
        if (!Switch.Options.MissingSounds.Contains(Data) && SoundLength.Of(Data, Switch.Options) is { } length)
        {
            EndAfter(length);
        }
        else
        {
            End();
        }
    }
}
