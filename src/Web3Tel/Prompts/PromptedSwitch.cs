using System.Reactive.Linq;
using Web3Tel.Calls;

namespace Web3Tel.Prompts;

/// <summary>A switch whose calls can be told to play prompts and words: no flow need know of which kind a sound is.</summary>
sealed class PromptedSwitch(ISwitch @switch, Prompter prompter) : ISwitch
{
    public IObservable<ICall> Calls => @switch.Calls.Select(Prompted);

    public IObservable<NodeState> Nodes => @switch.Nodes;

    public IObservable<DeviceChange> Devices => @switch.Devices;

    public IObservable<string> MessageQueries => @switch.MessageQueries;

    public IObservable<PhoneUse> PhoneUses => @switch.PhoneUses;

    public IObservable<ICall> Originate(Dial dial) => @switch.Originate(dial).Select(Prompted);

    public IObservable<Reply> ShowMessages(string destination, int unread, int read) => @switch.ShowMessages(destination, unread, read);

    public IObservable<bool> Lives(CallRef call) => @switch.Lives(call);

    public IObservable<bool> AreJoined(CallRef call, CallRef other) => @switch.AreJoined(call, other);

    public ICall Attach(LiveCall call) => Prompted(@switch.Attach(call));

    ICall Prompted(ICall call) => new PromptedCall(call, prompter);
}
