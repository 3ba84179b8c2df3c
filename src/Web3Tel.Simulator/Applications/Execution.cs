using Web3Tel.Simulator.Channels;
using Web3Tel.Simulator.Events;

namespace Web3Tel.Simulator.Applications;

/// <summary>
/// What runs on a channel. In FreeSWITCH this is the call stack of the channel's thread: an application that reads the
/// channel looks for messages every frame and executes them on top of itself, unless one that runs holds the event lock.
/// </summary>
sealed class Execution(Channel channel)
{
    const int MaxDepth = 32;

    readonly Stack<Application> running = new();
    readonly Queue<SendMessage> messages = new();
    int locks;
    bool isPumping;
    bool isAwake;

    public bool IsIdle => running.Count == 0;

    public Application? Top => running.TryPeek(out var top) ? top : null;

    public int Waiting => messages.Count;

    /// <summary>Executes an application and calls back when it is done; an unknown one ends the call, and nothing comes back.</summary>
    public void Run(string name, string? data, string? uuid, Action done)
    {
        if (!channel.IsUp && !ApplicationTable.RunsOnTheDead(name))
        {
            done();
            return;
        }

        if (ApplicationTable.Make(name) is not { } application)
        {
            HangingUp.Hangup(channel, Cause.DestinationOutOfOrder);
            done();
            return;
        }

        var expanded = data is null ? "" : VariableExpansion.Expand(channel, data);
        var id = uuid ?? channel.Switch.NewUuid();
        (channel.LastApplication, channel.LastArgument) = (name, expanded);
        channel.Variables["current_application"] = name;
        channel.Variables["current_application_data"] = expanded;
        channel.Variables["current_application_response"] = null;
        FireExecute(EventKind.Execute, name, expanded, id);
        channel.Variables["current_application"] = name;
        if (running.TryPeek(out var below))
        {
            below.Pause();
        }

        running.Push(application);
        application.Begin(channel, name, expanded, id, done);
    }

    /// <summary>The channel's state does what an application would do.</summary>
    public void RunState(Application does, Action done)
    {
        running.Push(does);
        does.Begin(channel, "", "", "", done);
    }

    /// <summary>An application has ended; it can only be the one on top, because those below stand still.</summary>
    public void Finished(Application application, Action done)
    {
        if (running.Pop() != application)
        {
            throw new InvalidOperationException($"Application {application.Name} ended on {channel.Id} below another one.");
        }

        running.TryPeek(out var below);
        if (application.IsTold)
        {
            FireExecute(EventKind.ExecuteComplete, application.Name, application.Data, application.Uuid);
        }

        done();
        if (below is not null && running.TryPeek(out var top) && top == below)
        {
            below.Resume();
            Pump();
        }
    }

    /// <summary>Gives the channel a message; it is looked at with the next frame.</summary>
    public void Post(SendMessage message)
    {
        messages.Enqueue(message);
        WakeAtNextFrame();
    }

    /// <summary>The channel's thread looks up at once, as after a hang-up or a bridge.</summary>
    public void Wake() => channel.Switch.After(TimeSpan.Zero, Pump);

    public void WakeAtNextFrame()
    {
        if (!isAwake)
        {
            isAwake = true;
            channel.Switch.After(channel.Switch.Options.FrameTime, () =>
            {
                isAwake = false;
                Pump();
            });
        }
    }

    /// <summary>Breaks off what runs, and forgets the messages that wait when all of it is meant.</summary>
    public void Break(bool all)
    {
        if (all)
        {
            messages.Clear();
        }

        Top?.Break();
    }

    /// <summary>Executes what waits, and then goes on; what an application does when it leaves.</summary>
    public void Drain(Action then)
    {
        if (locks == 0 && messages.TryDequeue(out var message))
        {
            Execute(message, () => Drain(then));
        }
        else
        {
            then();
        }
    }

    void Pump()
    {
        if (isPumping)
        {
            return;
        }

        isPumping = true;
        while (Step(Top))
        {
        }

        isPumping = false;
    }

    /// <summary>One thing that the channel's thread does when it looks up; false when there is nothing to do.</summary>
    bool Step(Application? top)
    {
        if (!channel.IsReady)
        {
            top?.Interrupt();
            return top is not null && Top is { } next && next != top;
        }

        // A bridge reads the channel too, though it is no application.
        if (top is null ? channel.Bridge is not { IsJoined: true } : !top.Reads)
        {
            return false;
        }

        if (channel.Keys.TryDequeue(out var key))
        {
            KeyPresses.Read(channel, key);
            top?.Key(key);
            return true;
        }

        if (locks == 0 && running.Count < MaxDepth && messages.TryDequeue(out var message))
        {
            Execute(message, top is null ? () => GoOn(message.Done) : message.Done);
            return true;
        }

        return false;
    }

    /// <summary>What was executed in a conversation is over; the conversation itself may have ended meanwhile.</summary>
    void GoOn(Action? done)
    {
        done?.Invoke();
        if (IsIdle && !channel.IsReady)
        {
            Lifecycle.Next(channel);
        }
    }

    void Execute(SendMessage message, Action? done)
    {
        switch (message.Command)
        {
            case "execute" when message.Application is not null:
                locks += message.Lock ? 1 : 0;
                Loop(message, 1, done);
                break;
            case "hangup":
                HangingUp.Hangup(channel, Cause.Parse(message.Cause));
                done?.Invoke();
                break;
            default:
                done?.Invoke();
                break;
        }
    }

    void Loop(SendMessage message, int loop, Action? done)
    {
        var began = channel.Switch.Now;
        channel.Variables["current_loop"] = $"{loop}";
        channel.Variables["total_loops"] = $"{message.Loops}";
        Run(message.Application!, message.Data, message.Uuid, () =>
        {
            // As FreeSWITCH does, so that an application that ends at once cannot spin.
            if (loop != message.Loops && channel.IsReady && channel.Switch.Now - began >= TimeSpan.FromMilliseconds(500))
            {
                Loop(message, loop + 1, done);
                return;
            }

            channel.Variables["current_loop"] = null;
            channel.Variables["total_loops"] = null;
            locks -= message.Lock ? 1 : 0;
            done?.Invoke();
            if (messages.Count > 0)
            {
                Wake();
            }
        });
    }

    void FireExecute(EventKind kind, string name, string data, string uuid)
    {
        var isComplete = kind == EventKind.ExecuteComplete;
        Span<Header> headers = new Header[4];
        var count = 0;
        headers[count++] = Header.Of(HeaderName.Application, name);
        if (data.Length > 0)
        {
            headers[count++] = Header.Of(HeaderName.ApplicationData, data);
        }

        if (isComplete)
        {
            headers[count++] = Header.Of(HeaderName.ApplicationResponse, channel.Variables["current_application_response"] ?? "_none_");
        }

        headers[count++] = Header.Of(HeaderName.ApplicationUuid, uuid);
        channel.Fire(kind, headers[..count]);
    }
}
