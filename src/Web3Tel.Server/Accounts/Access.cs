using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.Server.Board;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Accounts;

/// <summary>What a visitor may do to whom. One place for the API and for the panel; each answers with what is wrong, or null.</summary>
static class Access
{
    public static string? To(this Visitor visitor, Permission permission) =>
        visitor.May(permission) ? null : $"{visitor.Name} may not do this: it takes the permission {permission}, which the role {visitor.Role} does not have.";

    /// <summary>All queues.</summary>
    public static string? ToAll(this Visitor visitor, Permission permission) =>
        visitor.To(permission) ?? (visitor.IsOfAllQueues ? null : $"This is about all queues, and {visitor.Name} may see {string.Join(", ", visitor.Queues)} only.");

    public static string? ToQueue(this Visitor visitor, Permission permission, string? queue) =>
        visitor.To(permission) ?? (visitor.Sees(queue) ? null : $"{visitor.Name} may see {string.Join(", ", visitor.Queues)} only.");

    /// <summary>An operator; operators themselves may do what is asked, too.</summary>
    public static string? ToOperator(this Visitor visitor, CallCenter state, string id) =>
        visitor.IsAtDeskOf(id) ? null : visitor.ToOther(state, id);

    /// <summary>An operator, by somebody else.</summary>
    public static string? ToOther(this Visitor visitor, CallCenter state, string id) =>
        visitor.To(Permission.CommandOperators)
        ?? (visitor.IsOfAllQueues || state.Agents.GetValueOrDefault(id)?.Settings.Queues.Any(visitor.Sees) == true
            ? null
            : $"{visitor.Name} may command operators of {string.Join(", ", visitor.Queues)} only.");

    /// <summary>A conversation; its operator may do what is asked, too.</summary>
    public static string? ToConversation(this Visitor visitor, CallCenter state, string call) =>
        state.Find(call) is { } caller && state.OperatorOf(caller) is { } agent && visitor.IsAtDeskOf(agent) ? null : visitor.ToCall(state, call);

    /// <summary>A call, by a supervisor.</summary>
    public static string? ToCall(this Visitor visitor, CallCenter state, string call) =>
        visitor.ToQueue(Permission.CommandCalls, visitor.IsOfAllQueues ? null : state.Find(call)?.Queue);

    /// <summary>A mailbox: operators have their own and those of the queues they serve.</summary>
    public static string? ToMailbox(this Visitor visitor, CallCenter state, Mailbox mailbox) =>
        IsOf(visitor, state, mailbox) ? null
        : mailbox.Kind == MailboxKind.Queue ? visitor.ToQueue(Permission.HandleMessages, mailbox.Name)
        : visitor.ToAll(Permission.HandleMessages);

    /// <summary>Whether it is the visitor's own desk.</summary>
    public static bool IsAtDeskOf(this Visitor visitor, string id) => visitor.Operator == id && visitor.May(Permission.WorkAsOperator);

    static bool IsOf(Visitor visitor, CallCenter state, Mailbox mailbox) => visitor.Operator is { } own && visitor.May(Permission.WorkAsOperator) && mailbox.Kind switch
    {
        MailboxKind.Operator => mailbox.Name == own,
        MailboxKind.Queue => state.Agents.GetValueOrDefault(own)?.Settings.Queues.Contains(mailbox.Name) == true,
        MailboxKind.Line => false,
    };

    static Caller? Find(this CallCenter state, string call) => state.Callers.Values.FirstOrDefault(caller => caller.Call.Id == call);

    static string? OperatorOf(this CallCenter state, Caller caller) =>
        BoardReader.Activity(caller.State).Offer is { } offer ? state.Offers.GetValueOrDefault(offer)?.Agent : null;
}
