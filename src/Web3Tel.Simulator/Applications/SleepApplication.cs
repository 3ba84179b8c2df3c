using System.Globalization;

namespace Web3Tel.Simulator.Applications;

/// <summary>Waits so many milliseconds. The time runs on while something else is executed; its end is seen afterwards.</summary>
sealed class SleepApplication : Application
{
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

    protected override void Start() =>
        After(TimeSpan.FromMilliseconds(int.TryParse(Data, CultureInfo.InvariantCulture, out var time) ? time : 0), Over);

    void Over()
    {
        isOver = true;
        if (!isPaused)
        {
            Finish();
        }
    }
}
