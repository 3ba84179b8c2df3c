using System.Text.Json;
using Web3Tel.Server.Configurations;
using Web3Tel.Server.Prompts;
using Web3Tel.Server.Versions;

namespace Web3Tel.Server.SetUp;

/// <summary>
/// Prompts of a set-up that is brought in. They stand in the same commit as its configuration and scenarios, and so are valid with them or not at
/// all; in files of their own they are a moment later, or after the next start where the service died in that moment.
/// </summary>
sealed class BroughtPrompts(PromptStore prompts)
{
    public const string Kind = "broughtPrompts";

    const string None = "[]";

    VersionStore? store;

    /// <summary>At the start, before prompts are changed: brings to its end what a life before has committed.</summary>
    /// <exception cref="IOException">The versions cannot be read.</exception>
    public async Task Begin(VersionStore versions)
    {
        store = versions;
        if (await versions.Page(Kind, before: null, limit: 1).ConfigureAwait(false) is [{ Content.State: DocumentState.Published } last])
        {
            await prompts.Resume(JsonSerializer.Deserialize<StoredPrompt[]>(last.Content.Text)!, Settle).ConfigureAwait(false);
        }

        prompts.Tidy();
    }

    /// <summary>They are in their own files from now on.</summary>
    /// <exception cref="IOException">The disk does not let us: at the next start they are written again.</exception>
    public Task Settle() => (store ?? throw new InvalidOperationException("Not read yet.")).Append(new Draft(Kind, DocumentState.TakenOut, DocumentSource.Api, Repeats: null, "", "", None));

    public static Draft Draft(IReadOnlyList<StoredPrompt> ready, Change change) =>
        new(Kind, DocumentState.Published, DocumentSource.Api, Repeats: null, change.By, change.Comment, JsonSerializer.Serialize(ready));
}
