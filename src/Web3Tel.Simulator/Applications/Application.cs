using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Applications;

/// <summary>One run of one application on one channel.</summary>
abstract class Application
{
    readonly List<IDisposable> timers = [];
    Action? done;

    public Channel Channel { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public string Data { get; private set; } = "";

    public string Uuid { get; private set; } = "";

    public bool IsFinished { get; private set; }

    /// <summary>Whether it reads the channel, and so keys and messages reach the channel while it runs.</summary>
    public virtual bool Reads => true;

    /// <summary>Whether events tell of its beginning and end. Not of what a channel's state does by itself.</summary>
    public bool IsTold { get; init; } = true;

    protected SimulatedFreeSwitch Switch => Channel.Switch;

    public void Begin(Channel channel, string name, string data, string uuid, Action whenDone)
    {
        (Channel, Name, Data, Uuid, done) = (channel, name, data, uuid, whenDone);
        Start();
        if (!IsFinished && !channel.IsReady)
        {
            Interrupt();
        }
    }

    /// <summary>The channel goes elsewhere: the application must finish before it returns.</summary>
    public virtual void Interrupt() => Finish();

    /// <summary>Somebody broke it off (<c>uuid_break</c>).</summary>
    public virtual void Break()
    {
    }

    /// <summary>A key has been read.</summary>
    public virtual void Key(char key)
    {
    }

    /// <summary>Another application has begun on top of this one, which stands still meanwhile.</summary>
    public virtual void Pause()
    {
    }

    public virtual void Resume()
    {
    }

    protected abstract void Start();

    /// <summary>Whether the key ends what is heard or recorded; if so, the channel is told of it.</summary>
    protected bool IsEndedBy(char key)
    {
        var terminators = Channel.Variables["playback_terminators"] ?? "*";
        if (terminators != "any" && (terminators == "none" || !terminators.Contains(key, StringComparison.Ordinal)))
        {
            return false;
        }

        Channel.Variables["playback_terminator_used"] = $"{key}";
        return true;
    }

    protected IDisposable After(TimeSpan time, Action then)
    {
        var timer = Switch.After(time, () =>
        {
            if (!IsFinished)
            {
                then();
            }
        });
        timers.Add(timer);
        return timer;
    }

    protected void Finish()
    {
        if (IsFinished)
        {
            return;
        }

        IsFinished = true;
        timers.ForEach(timer => timer.Dispose());
        Channel.Execution.Finished(this, done!);
    }
}
