using System.Text;

namespace Web3Tel.Simulator.Events;

/// <summary>
/// One of FreeSWITCH's places that fire an event: the event's name, where in the source it is fired (that is in its
/// headers), and whether channel variables go with it. As in 1.10.12.
/// </summary>
sealed class EventKind(string name, string file, string function, int line, bool variables = false)
{
    public static readonly EventKind Api = new("API", "switch_loadable_module.c", "switch_api_execute", 2954);
    public static readonly EventKind BackgroundJob = new("BACKGROUND_JOB", "mod_event_socket.c", "api_exec", 1572);
    public static readonly EventKind CommandJob = new("BACKGROUND_JOB", "mod_commands.c", "bgapi_exec", 5396);
    public static readonly EventKind Data = new("CHANNEL_DATA", "mod_event_socket.c", "parse_command", 2021, variables: true);
    public static readonly EventKind Dump = new("CHANNEL_DATA", "mod_commands.c", "uuid_dump_function", 6627, variables: true);

    public static readonly EventKind Outgoing =
        new("CHANNEL_OUTGOING", "switch_core_session.c", "switch_core_session_outgoing_channel", 768);

    public static readonly EventKind State = new("CHANNEL_STATE", "switch_channel.c", "switch_channel_perform_set_running_state", 2408);
    public static readonly EventKind CallState = new("CHANNEL_CALLSTATE", "switch_channel.c", "switch_channel_perform_set_callstate", 301);
    public static readonly EventKind ReadCodec = new("CODEC", "switch_core_codec.c", "switch_core_session_set_real_read_codec", 168);
    public static readonly EventKind WriteCodec = new("CODEC", "switch_core_codec.c", "switch_core_session_set_write_codec", 450);
    public static readonly EventKind Dtmf = new("DTMF", "switch_channel.c", "switch_channel_dequeue_dtmf", 677);

    public static readonly EventKind Create =
        new("CHANNEL_CREATE", "switch_core_state_machine.c", "switch_core_session_run", 626, variables: true);

    public static readonly EventKind Originate =
        new("CHANNEL_ORIGINATE", "switch_core_state_machine.c", "switch_core_session_run", 632, variables: true);

    public static readonly EventKind Progress =
        new("CHANNEL_PROGRESS", "switch_channel.c", "switch_channel_perform_mark_ring_ready_value", 3505, variables: true);

    public static readonly EventKind ProgressMedia =
        new("CHANNEL_PROGRESS_MEDIA", "switch_channel.c", "switch_channel_perform_mark_pre_answered", 3570, variables: true);

    public static readonly EventKind Answer =
        new("CHANNEL_ANSWER", "switch_channel.c", "switch_channel_perform_mark_answered", 3846, variables: true);

    public static readonly EventKind CallUpdate = new("CALL_UPDATE", "switch_channel.c", "switch_channel_flip_cid", 3277, variables: true);

    public static readonly EventKind DisplayUpdate = new("CALL_UPDATE", "mod_sofia.c", "sofia_receive_message", 2100, variables: true);

    public static readonly EventKind Execute =
        new("CHANNEL_EXECUTE", "switch_core_session.c", "switch_core_session_exec", 2944, variables: true);

    public static readonly EventKind ExecuteComplete =
        new("CHANNEL_EXECUTE_COMPLETE", "switch_core_session.c", "switch_core_session_exec", 2967, variables: true);

    public static readonly EventKind ExecuteBridge =
        new("CHANNEL_EXECUTE", "switch_ivr_bridge.c", "uuid_bridge_on_soft_execute", 1236, variables: true);

    public static readonly EventKind Park = new("CHANNEL_PARK", "switch_ivr.c", "switch_ivr_park", 1002, variables: true);
    public static readonly EventKind Unpark = new("CHANNEL_UNPARK", "switch_ivr.c", "switch_ivr_park", 1213, variables: true);

    public static readonly EventKind Bridge =
        new("CHANNEL_BRIDGE", "switch_ivr_bridge.c", "switch_ivr_multi_threaded_bridge", 1689, variables: true);

    public static readonly EventKind Unbridge =
        new("CHANNEL_UNBRIDGE", "switch_ivr_bridge.c", "switch_ivr_multi_threaded_bridge", 1879, variables: true);

    public static readonly EventKind Hangup =
        new("CHANNEL_HANGUP", "switch_channel.c", "switch_channel_perform_hangup", 3445, variables: true);

    public static readonly EventKind HangupComplete =
        new("CHANNEL_HANGUP_COMPLETE", "switch_core_state_machine.c", "switch_core_session_reporting_state", 943, variables: true);

    public static readonly EventKind Destroy =
        new("CHANNEL_DESTROY", "switch_core_session.c", "switch_core_session_perform_destroy", 1584, variables: true);

    public static readonly EventKind MessageQuery = new("MESSAGE_QUERY", "sofia_reg.c", "sofia_reg_handle_register_token", 2168);

    public static readonly EventKind RecordStart = new("RECORD_START", "switch_ivr_async.c", "record_callback", 1372, variables: true);
    public static readonly EventKind RecordStop = new("RECORD_STOP", "switch_ivr_async.c", "send_record_stop_event", 1233, variables: true);
    public static readonly EventKind PlaybackStart = new("PLAYBACK_START", "switch_ivr_play_say.c", "switch_ivr_play_file", 1646, variables: true);
    public static readonly EventKind PlaybackStop = new("PLAYBACK_STOP", "switch_ivr_play_say.c", "switch_ivr_play_file", 2020, variables: true);

    public string Name => name;

    public byte[] NameBytes { get; } = Encoding.ASCII.GetBytes(name);

    public bool HasVariables => variables;

    public void WriteOrigin(IHeaderSink sink)
    {
        sink.Add("Event-Calling-File"u8, file);
        sink.Add("Event-Calling-Function"u8, function);
        sink.Add("Event-Calling-Line-Number"u8, line);
    }
}
