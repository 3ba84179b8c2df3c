namespace Web3Tel.Server.Versions;

/// <summary>A version that has no number yet.</summary>
/// <param name="Kind">What it is a version of, such as <c>configuration</c>: letters, digits, <c>:</c>, <c>-</c> and <c>_</c>.</param>
/// <param name="Repeats">The version whose text it has once more: a draft that is published, or an earlier version gone back to; null for neither.</param>
/// <param name="By">Who made it.</param>
/// <param name="Comment">Why; may be empty.</param>
/// <param name="Text">The document, as JSON.</param>
sealed record Draft(string Kind, DocumentState State, DocumentSource Source, int? Repeats, string By, string Comment, string Text);
