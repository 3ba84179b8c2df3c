namespace Web3Tel.Server.Commands;

/// <summary>The command cannot be carried out as it was given. The message is one sentence for whoever gave it.</summary>
sealed class CommandException(string message, Exception? why = null) : Exception(message, why);
