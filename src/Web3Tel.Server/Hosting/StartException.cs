namespace Web3Tel.Server.Hosting;

/// <summary>The service cannot start. The message is for whoever started it: what is wrong and what to do.</summary>
sealed class StartException(string message, Exception? why = null) : Exception(message, why);
