using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Api;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Voicemail;
using Web3Tel.Voicemail;
using Told = Web3Tel.Speech.Language;

namespace Web3Tel.Server.Panel;

/// <summary>
/// Commands given on a page that lives, and in its language why one was not obeyed; null when it was. Who gives them is asked each time: a page
/// stays open for hours.
/// </summary>
sealed class Commander(CircuitVisitor visitors, CallCenterService center, NoteTaking notes, MessageHandling messages)
{
    /// <summary>What an operator writes of a conversation that is over.</summary>
    /// <inheritdoc cref="NoteTaking.Take"/>
    public Task<string?> Note(string id, string call, string? result, string text, string language) => Give(
        language,
        (visitor, told) => visitor.ToOperator(center.Current, id, told),
        (visitor, told) => notes.Take(id, call, result, text, visitor.Name, told));

    /// <summary>A command to an operator, who may give it, too.</summary>
    public Task<string?> Operator(string id, Func<DateTimeOffset, string, Event.IAgentCommand> command, string language) => Give(
        language,
        (visitor, told) => visitor.ToOperator(center.Current, id, told),
        (visitor, told) => center.Give(at => command(at, visitor.Name), told));

    /// <summary>A command to an operator by somebody else.</summary>
    public Task<string?> Other(string id, Func<DateTimeOffset, string, Event.IAgentCommand> command, string language) => Give(
        language,
        (visitor, told) => visitor.ToOther(center.Current, id, told),
        (visitor, told) => center.Give(at => command(at, visitor.Name), told));

    /// <summary>A command to a conversation that its operator may give.</summary>
    public Task<string?> Conversation(string id, Func<DateTimeOffset, CallRef, string, Event.ITalkCommand> command, string language) => Give(
        language,
        (visitor, told) => visitor.ToConversation(center.Current, id, told),
        (visitor, told) => center.Give(id, (at, call) => command(at, call, visitor.Name), told));

    /// <summary>A supervisor's command to a call.</summary>
    public Task<string?> Call(string id, Func<DateTimeOffset, CallRef, string, Event.ITalkCommand> command, string language) => Give(
        language,
        (visitor, told) => visitor.ToCall(center.Current, id, told),
        (visitor, told) => center.Give(id, (at, call) => command(at, call, visitor.Name), told));

    /// <summary>What is done to a message.</summary>
    public async Task<string?> Message(string id, MessageMark mark, string language) => await visitors.Now().ConfigureAwait(false) is not { } visitor
        ? AccountWords.In(language).Again
        : await messages.Mark(id, mark, visitor, visitor.Name).ConfigureAwait(false) switch
        {
            MessageHandled.Done => null,
            MessageHandled.Unknown => DeskWords.In(language).MessageGone,
            MessageHandled.Later => DeskWords.In(language).MessageLater,
        };

    async Task<string?> Give(string language, Func<Visitor, Told, string?> forbidden, Func<Visitor, Told, Task<Obedience>> give)
    {
        var told = Language.Told(language);
        return await visitors.Now().ConfigureAwait(false) is not { } visitor ? AccountWords.In(language).Again
            : forbidden(visitor, told) ?? (await give(visitor, told).ConfigureAwait(false)).Refusal;
    }
}
