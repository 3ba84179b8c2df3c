namespace Web3Tel.Simulator.People;

/// <summary>The operators' telephones by number.</summary>
sealed class Subscribers(SimulatedFreeSwitch freeSwitch)
{
    readonly Dictionary<string, SimulatedOperator> byNumber = [];

    public SimulatedOperator Get(string number)
    {
        if (!byNumber.TryGetValue(number, out var subscriber))
        {
            byNumber[number] = subscriber = new SimulatedOperator(freeSwitch, number);
        }

        return subscriber;
    }

    public SimulatedOperator? Find(string number) => byNumber.GetValueOrDefault(number);
}
