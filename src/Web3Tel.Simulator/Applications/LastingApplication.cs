namespace Web3Tel.Simulator.Applications;

/// <summary>An application that lasts so long. The time runs on while another is executed on top of it; its end is seen afterwards.</summary>
abstract class LastingApplication : Application
{
    bool isPaused;
    bool isOver;

    public sealed override void Pause() => isPaused = true;

    public sealed override void Resume()
    {
        isPaused = false;
        if (isOver)
        {
            End();
        }
    }

    public sealed override void Break() => End();

    protected void EndAfter(TimeSpan time) => After(time, Over);

    /// <summary>Its time has come.</summary>
    protected void Over()
    {
        isOver = true;
        if (!isPaused)
        {
            End();
        }
    }

    protected virtual void End() => Finish();
}
