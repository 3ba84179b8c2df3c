namespace Web3Tel.Callbacks;

/// <summary>What a caller may answer when a number has been read out.</summary>
enum CallbackChoice
{
    Confirm,
    AnotherNumber,

    /// <summary>Back to the queue, by the star or after too much silence or too many wrong keys.</summary>
    Back,
}
