using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Web3Tel.Prompts;
using Web3Tel.Server.Prompts;
using Web3Tel.Server.Speech;
using Web3Tel.Speech;
using static Web3Tel.Server.Api.Commanding;

namespace Web3Tel.Server.Api;

/// <summary>Prompts: recorded ones uploaded, others written down to be spoken.</summary>
static class PromptsApi
{
    const int LongestText = 2_000;

    public static void MapPrompts(this IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/api/prompts");
        all.MapGet("", (PromptStore store) => store.All.Select(prompt => Show(store, prompt))).WithSummary("All prompts, by name.");
        all.MapGet("/{name}", One).Produces<Shown>().Refuses(StatusCodes.Status404NotFound).WithSummary("A prompt.");
        all.MapGet("/{name}/audio", Audio).Produces<Stream>(StatusCodes.Status200OK, "audio/wav")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict).WithSummary("What callers hear: the recording, or the text spoken.");
        routes.MapGet("/api/speech", Speak).Produces<Stream>(StatusCodes.Status200OK, "audio/wav")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict).WithSummary("Words spoken, to be heard before a prompt is made of them.");
        all.MapPut("/{name}", Record).Produces<Shown>().Accepts<IFormFile>("audio/wav", "audio/mpeg", "application/octet-stream")
            .Refuses(
                StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status503ServiceUnavailable, StatusCodes.Status507InsufficientStorage)
            .WithSummary("Takes a recording, WAV or MP3, in place of the one there was; text says what it says.");
        all.MapPut("/{name}/text", Write).Produces<Shown>().Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status507InsufficientStorage)
            .WithSummary("What a prompt says: spoken where there is no recording, or where it is missing.");
        all.MapDelete("/{name}", Delete).Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status507InsufficientStorage)
            .WithSummary("Deletes a prompt that nothing plays.");
    }

    static IResult One(string name, PromptStore store) => store.Get(name) is { } prompt ? TypedResults.Ok(Show(store, prompt)) : Unknown(name);

    static async Task<IResult> Audio(string name, PromptStore store, ISpeaker speaker, CancellationToken cancellation)
    {
        if (store.Find(name) is not { } prompt)
        {
            return Unknown(name);
        }

        var path = prompt.File ?? (prompt.Text is { } text ? await Said(speaker, text, prompt.Language, cancellation).ConfigureAwait(false) : null);
        return path is not null && File.Exists(path)
            ? TypedResults.PhysicalFile(path, "audio/wav", enableRangeProcessing: true)
            : Conflict($"The prompt \"{name}\" cannot be heard: there is no recording, and {(prompt.Text is null ? "nobody has written down what it says" : WhyUnspoken(speaker))}.");
    }

    static async Task<IResult> Speak(string? text, string? language, ISpeaker speaker, CancellationToken cancellation)
    {
        if (WhyNot("spoken", text, language, isTextNeeded: true) is { } why)
        {
            return Wrong(why);
        }

        return await Said(speaker, text!.Trim(), LanguageOf(language) ?? Sound.LanguageOf(text), cancellation).ConfigureAwait(false) is { } path && File.Exists(path)
            ? TypedResults.PhysicalFile(path, "audio/wav", enableRangeProcessing: true)
            : Conflict($"It cannot be heard: {WhyUnspoken(speaker)}.");
    }

    static Task<string?> Said(ISpeaker speaker, string text, Language language, CancellationToken cancellation) => speaker.Say(text, language).ToTask(cancellation);

    static string WhyUnspoken(ISpeaker speaker) =>
        speaker is SwitchVoice ? "the text is spoken by FreeSWITCH (Web3Tel:Speech:Through), and to callers only" : "there is no voice to speak it (Web3Tel:Speech)";

    static async Task<IResult> Record(string name, string? text, string? language, HttpRequest request, PromptStore store, ILoggerFactory loggers)
    {
        if (WhyNot(name, text, language, isTextNeeded: false) is { } why)
        {
            return Wrong(why);
        }

        // The store has its own limit, and says so in words.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        return await Try(name, request, store, loggers, () => store.Record(
            name, request.Body, text?.Trim(), LanguageOf(language), Who(request), request.HttpContext.RequestAborted)).ConfigureAwait(false);
    }

    static async Task<IResult> Write(string name, Words words, HttpRequest request, PromptStore store, ILoggerFactory loggers) =>
        WhyNot(name, words.Text, words.Language, isTextNeeded: true) is { } why
            ? Wrong(why)
            : await Try(name, request, store, loggers, () => store.Write(name, words.Text!.Trim(), LanguageOf(words.Language), Who(request))).ConfigureAwait(false);

    static async Task<IResult> Delete(string name, HttpRequest request, PromptStore store, PromptUses uses, ILoggerFactory loggers)
    {
        if (store.Get(name) is not { } prompt)
        {
            return Unknown(name);
        }

        if (uses(name).ToArray() is { Length: > 0 } used)
        {
            return Conflict($"The prompt \"{name}\" is played by {string.Join(", ", used)}: name another one there first.");
        }

        try
        {
            await store.Delete(prompt).ConfigureAwait(false);
            Log.PromptDeleted(loggers.CreateLogger("Web3Tel.Prompts"), name, Who(request));
            return TypedResults.NoContent();
        }
        catch (PromptException e)
        {
            return Refused(e);
        }
    }

    static async Task<IResult> Try(string name, HttpRequest request, PromptStore store, ILoggerFactory loggers, Func<Task<StoredPrompt>> change)
    {
        try
        {
            var prompt = await change().ConfigureAwait(false);
            Log.PromptChanged(loggers.CreateLogger("Web3Tel.Prompts"), name, Who(request));
            return TypedResults.Ok(Show(store, prompt));
        }
        catch (PromptException e)
        {
            return Refused(e);
        }
    }

    static string? WhyNot(string name, string? text, string? language, bool isTextNeeded) =>
        !Prompt.IsName(name) ? $"\"{name}\" is no name for a prompt: give at most 64 of A-Z, a-z, 0-9, '.', '-' and '_', beginning with a letter or digit."
        : isTextNeeded && string.IsNullOrWhiteSpace(text) ? "text is missing: give the words that the prompt says."
        : text?.Length > LongestText ? $"text has {text.Length} characters: give at most {LongestText}."
        : text?.Any(char.IsControl) == true || (text is not null && !text.Any(char.IsLetterOrDigit)) ? "text is nothing that can be spoken: give words on one line."
        : language is not null && LanguageOf(language) is null ? $"language is \"{language}\": give english or russian, or leave it out to go by the letters."
        : null;

    static Language? LanguageOf(string? name) => Enum.TryParse<Language>(name, ignoreCase: true, out var language) && Enum.IsDefined(language) ? language : null;

    static ProblemHttpResult Refused(PromptException e) => TypedResults.Problem(e.Message, statusCode: e.Fault switch
    {
        PromptFault.TooLarge => StatusCodes.Status413PayloadTooLarge,
        PromptFault.NotASound => StatusCodes.Status415UnsupportedMediaType,
        PromptFault.NoConverter => StatusCodes.Status503ServiceUnavailable,
        PromptFault.NoRoom => StatusCodes.Status507InsufficientStorage,
    });

    static ProblemHttpResult Conflict(string what) => TypedResults.Problem(what, statusCode: StatusCodes.Status409Conflict);

    static ProblemHttpResult Unknown(string name) => TypedResults.Problem($"There is no prompt \"{name}\".", statusCode: StatusCodes.Status404NotFound);

    static Shown Show(PromptStore store, StoredPrompt prompt) => new(
        prompt.Name, prompt.File is not null, store.Find(prompt.Name)?.IsLost == true, prompt.Seconds, prompt.Text, prompt.Text is null ? null : prompt.Language, prompt.Changed, prompt.By);

    /// <summary>A prompt.</summary>
    /// <param name="Name">Settings and flows play it as <c>prompt:</c> and this.</param>
    /// <param name="IsRecorded">Whether it is recorded; else its text is spoken.</param>
    /// <param name="IsLost">Whether the file of its recording is gone: its text is spoken.</param>
    /// <param name="Seconds">How long the recording is.</param>
    /// <param name="Text">What it says, if anybody has written that down.</param>
    /// <param name="Language">The language of the text.</param>
    /// <param name="Changed">When it was changed last.</param>
    /// <param name="By">Who did.</param>
    internal sealed record Shown(string Name, bool IsRecorded, bool IsLost, double Seconds, string? Text, Language? Language, DateTimeOffset Changed, string By);

    /// <summary>What a prompt says.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="Language"><c>english</c> or <c>russian</c>; by the letters when left out.</param>
    internal sealed record Words(string? Text, string? Language);
}
