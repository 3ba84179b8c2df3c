namespace Web3Tel.Server.Prompts;

/// <summary>Where a prompt is played: settings and steps that name it, in words for whoever wants to delete it.</summary>
delegate IEnumerable<string> PromptUses(string name);
