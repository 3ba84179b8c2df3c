using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Server.Board;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Panel;

/// <summary>What the page says, in one language.</summary>
public abstract class Words
{
    public abstract string Language { get; }

    public abstract string OtherLanguage { get; }

    public abstract string OtherLanguageName { get; }

    public abstract string Title { get; }

    public abstract string Simulator { get; }

    public abstract string SimulatorHint { get; }

    public abstract string SwitchConnected { get; }

    public abstract string SwitchTrouble { get; }

    public abstract string StorageTrouble { get; }

    public abstract string Reconnecting { get; }

    public abstract string Queues { get; }

    public abstract string WaitingCallers { get; }

    public abstract string LongestWait { get; }

    public abstract string ExpectedWait { get; }

    /// <summary>Of the figure behind the sign ±.</summary>
    public abstract string ExpectedWaitError { get; }

    public abstract string InConversation { get; }

    public abstract string OperatorsReady { get; }

    public abstract string Conversations { get; }

    public abstract string Operators { get; }

    public abstract string LatestCalls { get; }

    public abstract string Voicemail { get; }

    public abstract string NoMessages { get; }

    public abstract string OlderMessages { get; }

    public abstract string Wall { get; }

    public abstract string NobodyWaits { get; }

    public abstract string NobodyTalks { get; }

    public abstract string NoHistory { get; }

    public abstract string NoOperators { get; }

    public abstract string Withheld { get; }

    public abstract string Waited { get; }

    public abstract string Talked { get; }

    public abstract string Recording { get; }

    public abstract string Cause { get; }

    public abstract string Away { get; }

    public abstract string BreakFollows { get; }

    public abstract string PhoneAway { get; }

    public abstract string OnHold { get; }

    public abstract string ToBeCalledBack { get; }

    public abstract string NotBefore { get; }

    public abstract string Attempt(int number);

    public abstract string CallsBackFor(string agent);

    public abstract string InStep(string name);

    public abstract string InAnotherCall { get; }

    public abstract string Calls(string number);

    public abstract string DoNotDisturb { get; }

    public abstract string RingsAt(string agent);

    public abstract string ConnectingTo(string agent);

    public abstract string AndMore(int others);

    public abstract string Of(OperatorActivity activity);

    public abstract string Of(RestReason why);

    public abstract string Of(NoticeKind kind);

    public abstract string Of(CallResult result);

    public abstract string Of(EndedBy by);

    public abstract string Of(JourneyEvent step);

    public abstract string Of(OfferOutcome outcome);

    public abstract string Of(MailboxKind kind);

    public abstract string Of(CallbackRest rest);

    public abstract string Of(CallbackEnd end);

    public static Words In(string language) => language == Panel.Language.Russian ? RussianWords.Instance : EnglishWords.Instance;
}
