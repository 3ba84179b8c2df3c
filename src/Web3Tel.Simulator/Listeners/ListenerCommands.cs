using System.Globalization;
using Web3Tel.EventSocket.Framing;
using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Listeners;

/// <summary>Carries out what a connection asks, in the order in which mod_event_socket looks at it.</summary>
static class ListenerCommands
{
    const string NotFound = "-ERR command not found";

    public static void Handle(Listener listener, ReceivedCommand command)
    {
        if (command.Verb is "exit" or "...")
        {
            listener.Answer("+OK bye");
            listener.Close();
        }
        else if (!listener.IsAuthorized)
        {
            Authorize(listener, command);
        }
        else if (listener.IsOutbound && !listener.IsConnected && command.Verb != "connect")
        {
            // The first command's reply is thrown away, whatever it was.
            listener.Answer(null);
        }
        else if (!InControl(listener, command))
        {
            Full(listener, command);
        }
    }

    static void Authorize(Listener listener, ReceivedCommand command)
    {
        if (command.Verb != "auth")
        {
            listener.Answer(NotFound);
        }
        else if (command.Arguments == listener.Switch.Options.Password)
        {
            listener.Authorize();
            listener.Answer("+OK accepted");
        }
        else
        {
            listener.Answer("-ERR invalid");
            listener.Close();
        }
    }

    /// <summary>What a connection may do also when it controls only its own call.</summary>
    static bool InControl(Listener listener, ReceivedCommand command)
    {
        switch (command.Verb)
        {
            case "filter":
                listener.Answer(SubscriptionCommands.Filter(listener, command.Arguments));
                return true;
            case "connect" when listener.IsOutbound:
                listener.Connect();
                listener.Answer(null);
                return true;
            case "resume" when listener.Channel is { } channel:
                listener.Resumes = true;
                channel.Variables["socket_resume"] = "true";
                listener.Answer("+OK");
                return true;
            case "getvar" when listener.Channel is { } channel:
                listener.Answer(Value(channel, command.Arguments));
                return true;
            case "myevents":
                listener.Answer(SubscriptionCommands.MyEvents(listener, command.Arguments));
                return true;
            case "divert_events":
                listener.Answer(Divert(listener, command.Arguments));
                return true;
            case "sendmsg":
                SendMessages.Handle(listener, command);
                return true;
            default:
                return false;
        }
    }

    static void Full(Listener listener, ReceivedCommand command)
    {
        if (!listener.IsFull)
        {
            listener.Answer(NotFound);
            return;
        }

        switch (command.Verb)
        {
            case "api":
                ApiCalls.Run(listener, command.Arguments);
                break;
            case "bgapi":
                ApiCalls.RunInBackground(listener, command);
                break;
            case "event":
                listener.Answer(SubscriptionCommands.Event(listener, command.Arguments));
                break;
            case "sendevent":
                listener.Answer(SentEvents.Handle(listener.Switch, command));
                break;
            case "nixevent":
                listener.Answer(SubscriptionCommands.NixEvent(listener, command.Arguments));
                break;
            case "noevents":
                listener.Answer(SubscriptionCommands.NoEvents(listener));
                break;
            case "linger":
                listener.Answer(Linger(listener, command.Arguments));
                break;
            case "nolinger":
                listener.Linger = null;
                listener.Answer(listener.Channel is null ? "-ERR not controlling a session" : "+OK will not linger");
                break;
            case "log":
                listener.Answer(Log(listener, command.Arguments));
                break;
            case "nolog":
                listener.Answer(listener.LogLevel is null ? "-ERR not loging" : "+OK no longer logging");
                listener.LogLevel = null;
                break;
            default:
                listener.Answer(NotFound);
                break;
        }
    }

    /// <summary>FreeSWITCH answers with at most 511 bytes; an empty value is no reply, and so not a found command.</summary>
    static string Value(Channel channel, string name) =>
        channel.Variables[name] is { } value ? value.Length > 511 ? value[..511] : value : NotFound;

    static string Divert(Listener listener, string value)
    {
        if (listener.Channel is not { } channel)
        {
            return "-ERR not controlling a session.";
        }

        channel.DivertsEvents = value == "on";
        return value.Length == 0 ? "-ERR missing value." : channel.DivertsEvents ? "+OK events diverted" : "+OK events not diverted";
    }

    static string Linger(Listener listener, string argument)
    {
        if (listener.Channel is null)
        {
            return "-ERR not controlling a session";
        }

        if (!int.TryParse(argument, CultureInfo.InvariantCulture, out var seconds))
        {
            listener.Linger = TimeSpan.FromSeconds(-1);
            return "+OK will linger";
        }

        listener.Linger = TimeSpan.FromSeconds(seconds);
        return $"+OK will linger {seconds} seconds";
    }

    static string Log(Listener listener, string argument)
    {
        var level = int.TryParse(argument, CultureInfo.InvariantCulture, out var number) ? number : 7;
        listener.LogLevel = level;
        return $"+OK log level {argument} [{level}]";
    }
}
