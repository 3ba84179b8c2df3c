using System.Text.Json;
using System.Text.Json.Nodes;

namespace Web3Tel.Server.Verto;

/// <summary>
/// Stands between a browser and mod_verto, which believes too much: it takes variables of a channel from whoever has signed in, and a bye for
/// somebody else's call, or dies of it. What a telephone needs passes, of its own calls, made anew field by field. Thread-safe.
/// </summary>
/// <param name="name">The operator's name, for who is called.</param>
/// <param name="number">The operator's number.</param>
sealed class VertoFilter(string name, string number)
{
    /// <summary>What may be asked of the switch: it is told of these, too, and obeys no others.</summary>
    public const string Methods = "verto.invite,verto.answer,verto.attach,verto.bye,verto.modify,verto.info";

    const int MostCalls = 4;
    const int MostPending = 64;
    const int LongestNumber = 32;
    const int LongestKeys = 32;

    /// <summary>As a browser's numbers go.</summary>
    const long GreatestId = 1L << 53;

    static readonly string[] Causes = ["NORMAL_CLEARING", "USER_BUSY", "CALL_REJECTED"];

    readonly Lock turn = new();
    readonly Dictionary<string, VertoCall> calls = new(StringComparer.Ordinal);
    readonly Dictionary<long, (long Id, string Method, string Call)> pending = [];
    long requests;

    /// <summary>The calls of this telephone.</summary>
    public string[] Calls
    {
        get
        {
            lock (turn)
            {
                return [.. calls.Keys];
            }
        }
    }

    /// <summary>What the browser said.</summary>
    public Passage FromBrowser(ReadOnlyMemory<byte> text)
    {
        using var document = VertoJson.Read(text);
        if (document?.RootElement is not { } message || message.Text("jsonrpc") != "2.0")
        {
            return Refuse(null, VertoJson.Unfit, "This is no message of JSON-RPC 2.0.");
        }

        if (message.Text("method") is not { } method)
        {
            // An answer to what the switch asked: it does not look at it.
            return message.TryGetProperty("result", out _) || message.TryGetProperty("error", out _) ? Passage.Nothing : Refuse(null, VertoJson.Unfit, "There is no method.");
        }

        if (message.Number("id") is not (>= 0 and < GreatestId and var id))
        {
            return Refuse(null, VertoJson.Unfit, "There is no id: give a whole number.");
        }

        var parameters = message.Object("params") ?? default;
        lock (turn)
        {
            return pending.Count >= MostPending ? Refuse(id, VertoJson.NotAllowed, "Too much is asked at once.") : method switch
            {
                "verto.invite" => Invite(id, parameters),
                "verto.answer" => Answer(id, parameters, method, VertoCall.Ringing),
                "verto.attach" => Answer(id, parameters, method, VertoCall.Attaching),
                "verto.bye" => Bye(id, parameters),
                "verto.modify" => Modify(id, parameters),
                "verto.info" => Keys(id, parameters),
                _ => Refuse(id, VertoJson.NotAllowed, "A telephone may not ask for this."),
            };
        }
    }

    /// <summary>What the switch said; null for what is nothing to the browser.</summary>
    public JsonObject? FromSwitch(ReadOnlyMemory<byte> text)
    {
        using var document = VertoJson.Read(text);
        if (document?.RootElement is not { } message)
        {
            return null;
        }

        lock (turn)
        {
            return message.Text("method") is { } method
                ? Told(method, message.Object("params") ?? default)
                : message.Number("id") is { } id && pending.Remove(id, out var asked) ? Answered(asked, message) : null;
        }
    }

    /// <summary>Ends a call without the browser having asked.</summary>
    public JsonObject End(string call)
    {
        lock (turn)
        {
            calls.Remove(call);
            return VertoJson.Request(++requests, "verto.bye", new JsonObject { ["cause"] = Causes[0], ["dialogParams"] = Dialog(call) });
        }
    }

    /// <remarks>The id is ours: one that the browser chose could be another's.</remarks>
    Passage Invite(long id, JsonElement parameters)
    {
        var to = parameters.Object("dialogParams")?.Text("destination_number") ?? "";
        if (to.Length is 0 or > LongestNumber || !to.All(c => char.IsAsciiDigit(c) || c is '*' or '#' or '+'))
        {
            return Refuse(id, VertoJson.Unfit, "destination_number has digits, * # and + only.");
        }

        if (parameters.Text("sdp") is not { } sdp || !Sdp.IsFit(sdp))
        {
            return Refuse(id, VertoJson.Unfit, "sdp is not that of one stream of sound.");
        }

        if (calls.Count >= MostCalls)
        {
            return Refuse(id, VertoJson.NotAllowed, "There are too many calls on this telephone already.");
        }

        var call = Guid.NewGuid().ToString();
        var dialog = Dialog(call);
        dialog["destination_number"] = to;
        dialog["caller_id_name"] = name;
        dialog["caller_id_number"] = number;
        dialog["remote_caller_id_name"] = to;
        dialog["remote_caller_id_number"] = to;
        calls[call] = VertoCall.Dialling;
        // Told before the switch has heard of it: whatever it says of the call finds the browser knowing its id.
        return Ask(id, "verto.invite", call, new JsonObject { ["sdp"] = sdp, ["dialogParams"] = dialog }) with
        {
            ToBrowser = VertoJson.Result(id, new JsonObject { ["callID"] = call }),
        };
    }

    Passage Answer(long id, JsonElement parameters, string method, VertoCall from)
    {
        if (OwnCall(parameters) is not { } call || calls[call] != from)
        {
            return NotOwn(id);
        }

        if (parameters.Text("sdp") is not { } sdp || !Sdp.IsFit(sdp))
        {
            return Refuse(id, VertoJson.Unfit, "sdp is not that of one stream of sound.");
        }

        calls[call] = VertoCall.Talking;
        return Ask(id, method, call, new JsonObject { ["sdp"] = sdp, ["dialogParams"] = Dialog(call) });
    }

    Passage Bye(long id, JsonElement parameters)
    {
        if (OwnCall(parameters) is not { } call)
        {
            return NotOwn(id);
        }

        calls.Remove(call);
        var cause = Causes.FirstOrDefault(cause => cause == parameters.Text("cause"), Causes[0]);
        return Ask(id, "verto.bye", call, new JsonObject { ["cause"] = cause, ["dialogParams"] = Dialog(call) });
    }

    Passage Modify(long id, JsonElement parameters)
    {
        if (OwnCall(parameters) is not { } call || calls[call] != VertoCall.Talking)
        {
            return NotOwn(id);
        }

        return parameters.Text("action") is var action && action is "hold" or "unhold" or "toggleHold"
            ? Ask(id, "verto.modify", call, new JsonObject { ["action"] = action, ["dialogParams"] = Dialog(call) })
            : Refuse(id, VertoJson.NotAllowed, "action is hold, unhold or toggleHold.");
    }

    Passage Keys(long id, JsonElement parameters)
    {
        if (OwnCall(parameters) is not { } call || calls[call] is not (VertoCall.Talking or VertoCall.Dialling))
        {
            return NotOwn(id);
        }

        return parameters.Text("dtmf") is { Length: > 0 and <= LongestKeys } keys && keys.All(c => char.IsAsciiDigit(c) || c is '*' or '#' or >= 'A' and <= 'D')
            ? Ask(id, "verto.info", call, new JsonObject { ["dtmf"] = keys, ["dialogParams"] = Dialog(call) })
            : Refuse(id, VertoJson.NotAllowed, "Only keys may be sent: dtmf, with digits, * # and A to D.");
    }

    JsonObject? Told(string method, JsonElement parameters)
    {
        if (method == "verto.clientReady")
        {
            return VertoJson.Notice(method, new JsonObject { ["calls"] = new JsonArray([.. calls.Where(call => call.Value == VertoCall.Attaching).Select(call => JsonValue.Create(call.Key))]) });
        }

        if (parameters.Text("callID") is not { Length: > 0 } call)
        {
            return null;
        }

        switch (method)
        {
            case "verto.invite":
                calls[call] = VertoCall.Ringing;
                break;
            case "verto.attach":
                calls[call] = VertoCall.Attaching;
                break;
            case "verto.answer" when calls.ContainsKey(call):
                calls[call] = VertoCall.Talking;
                break;
            case "verto.bye" when calls.Remove(call):
            case "verto.media" or "verto.display" when calls.ContainsKey(call):
                break;
            default:
                return null;
        }

        return VertoJson.Notice(method, Shown(call, parameters));
    }

    static JsonObject Shown(string call, JsonElement parameters)
    {
        var shown = new JsonObject { ["callID"] = call };
        foreach (var field in (string[])["sdp", "caller_id_name", "caller_id_number", "display_direction", "display_name", "display_number", "cause"])
        {
            if (parameters.Text(field) is { } value)
            {
                shown[field] = value;
            }
        }

        if (parameters.Object("variables")?.Text("verto_svar_answer") == "true")
        {
            shown["answer"] = true;
        }

        return shown;
    }

    JsonObject? Answered((long Id, string Method, string Call) asked, JsonElement message)
    {
        if (message.Object("result") is { } result)
        {
            if (asked.Method == "verto.invite")
            {
                return null;
            }

            var shown = new JsonObject { ["callID"] = asked.Call };
            if (result.Text("holdState") is { } held)
            {
                shown["holdState"] = held;
            }

            return VertoJson.Result(asked.Id, shown);
        }

        var why = message.Object("error")?.Text("message") ?? "";
        switch (asked.Method)
        {
            case "verto.invite":
                // The browser was told already that there is a call.
                return calls.Remove(asked.Call) ? VertoJson.Notice("verto.bye", new JsonObject { ["callID"] = asked.Call, ["cause"] = message.Object("error")?.Text("cause") ?? why }) : null;
            case "verto.answer" when calls.ContainsKey(asked.Call):
                calls[asked.Call] = VertoCall.Ringing;
                break;
        }

        return VertoJson.Error(asked.Id, VertoJson.NotAllowed, why);
    }

    Passage Ask(long id, string method, string call, JsonObject parameters)
    {
        pending[++requests] = (id, method, call);
        return new Passage(ToSwitch: VertoJson.Request(requests, method, parameters));
    }

    string? OwnCall(JsonElement parameters) => parameters.Object("dialogParams")?.Text("callID") is { } call && calls.ContainsKey(call) ? call : null;

    static JsonObject Dialog(string call) => new() { ["callID"] = call };

    static Passage NotOwn(long id) => Refuse(id, VertoJson.NotAllowed, "This telephone has no such call, or it is not so far.");

    static Passage Refuse(long? id, int code, string why) => new(ToBrowser: VertoJson.Error(id, code, why), Refusal: why);
}
