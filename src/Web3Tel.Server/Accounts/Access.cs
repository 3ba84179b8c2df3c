using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.Server.Board;
using Web3Tel.Speech;
using Web3Tel.Voicemail;
using static Web3Tel.Speech.Phrases;

namespace Web3Tel.Server.Accounts;

/// <summary>What a visitor may do to whom. One place for the API and for the panel; each answers with what is wrong, or null.</summary>
static class Access
{
    public static string? To(this Visitor visitor, Permission permission, Language language = Language.English) => visitor.May(permission) ? null : In(
        language,
        $"{visitor.Name} may not do this: it takes the permission {permission}, which the role {visitor.Role} does not have.",
        $"{visitor.Name} так не может: нужно право {permission}, которого нет у роли {visitor.Role}.");

    /// <summary>All queues.</summary>
    public static string? ToAll(this Visitor visitor, Permission permission, Language language = Language.English) =>
        visitor.To(permission, language) ?? (visitor.IsOfAllQueues ? null : In(
            language,
            $"This is about all queues, and {visitor.Name} may see {Named(visitor)} only.",
            $"Это касается всех очередей, а {visitor.Name} видит только {Named(visitor)}."));

    public static string? ToQueue(this Visitor visitor, Permission permission, string? queue, Language language = Language.English) =>
        visitor.To(permission, language) ?? (visitor.Sees(queue)
            ? null
            : In(language, $"{visitor.Name} may see {Named(visitor)} only.", $"{visitor.Name} видит только {Named(visitor)}."));

    /// <summary>An operator; operators themselves may do what is asked, too.</summary>
    public static string? ToOperator(this Visitor visitor, CallCenter state, string id, Language language = Language.English) =>
        visitor.IsAtDeskOf(id) ? null : visitor.ToOther(state, id, language);

    /// <summary>An operator, by somebody else.</summary>
    public static string? ToOther(this Visitor visitor, CallCenter state, string id, Language language = Language.English) =>
        visitor.To(Permission.CommandOperators, language)
        ?? (visitor.IsOfAllQueues || state.Agents.GetValueOrDefault(id)?.Settings.Queues.Any(visitor.Sees) == true
            ? null
            : In(language, $"{visitor.Name} may command operators of {Named(visitor)} only.", $"{visitor.Name} управляет только операторами {Named(visitor)}."));

    /// <summary>A conversation; its operator may do what is asked, too.</summary>
    public static string? ToConversation(this Visitor visitor, CallCenter state, string call, Language language = Language.English) =>
        state.Find(call).Operator is { } agent && visitor.IsAtDeskOf(agent) ? null : visitor.ToCall(state, call, language);

    /// <summary>A call, by a supervisor.</summary>
    public static string? ToCall(this Visitor visitor, CallCenter state, string call, Language language = Language.English) =>
        visitor.ToQueue(Permission.CommandCalls, visitor.IsOfAllQueues ? null : state.Find(call).Queue, language);

    /// <summary>A mailbox: operators have their own and those of the queues they serve.</summary>
    public static string? ToMailbox(this Visitor visitor, CallCenter state, Mailbox mailbox) =>
        IsOf(visitor, state, mailbox) ? null
        : mailbox.Kind == MailboxKind.Queue ? visitor.ToQueue(Permission.HandleMessages, mailbox.Name)
        : visitor.ToAll(Permission.HandleMessages);

    /// <summary>Whether it is the visitor's own desk.</summary>
    public static bool IsAtDeskOf(this Visitor visitor, string id) => visitor.Operator == id && visitor.May(Permission.WorkAsOperator);

    static string Named(Visitor visitor) => string.Join(", ", visitor.Queues);

    static bool IsOf(Visitor visitor, CallCenter state, Mailbox mailbox) => visitor.Operator is { } own && visitor.May(Permission.WorkAsOperator) && mailbox.Kind switch
    {
        MailboxKind.Operator => mailbox.Name == own,
        MailboxKind.Queue => state.Agents.GetValueOrDefault(own)?.Settings.Queues.Contains(mailbox.Name) == true,
        MailboxKind.Line => false,
    };

    /// <summary>The queue that a call belongs to, and whose conversation it is: also one to a number outside.</summary>
    static (string? Queue, string? Operator) Find(this CallCenter state, string call) =>
        state.Callers.Values.FirstOrDefault(one => one.Call.Id == call) is { } caller ? (caller.Queue, state.OperatorOf(caller))
        : state.OutgoingCalls.Values.FirstOrDefault(one => one.Call.Id == call) is { } outgoing ? (outgoing.Queue, outgoing.Agent)
        : default;

    static string? OperatorOf(this CallCenter state, Caller caller) =>
        BoardReader.Activity(caller.State).Offer is { } offer ? state.Offers.GetValueOrDefault(offer)?.Agent : null;
}
