namespace Web3Tel.Callbacks;

/// <summary>Whose phone rings first.</summary>
public enum CallbackOrder
{
    /// <summary>The agent answers, and hears how the customer is called.</summary>
    AgentFirst,

    /// <summary>An agent is kept free while the customer is called, and rung when the customer is there.</summary>
    CustomerFirst,
}
