using System.Globalization;
using Microsoft.JSInterop;

namespace Web3Tel.Server.Panel.Workshop;

/// <summary>What was typed and is published nowhere. The browser keeps it in its window until somebody signs out there, as panel.js keeps fields of the desk.</summary>
/// <param name="of">Who has typed, and what.</param>
sealed class TypedText(IJSRuntime page, string of)
{
    readonly string key = $"kept:workshop:{of}";

    /// <summary>With the number of the version that was valid when it was begun; null for nothing.</summary>
    public async Task<(string Text, int Begun)?> Read() =>
        (await page.InvokeAsync<string?>("sessionStorage.getItem", key).ConfigureAwait(false))?.Split(' ', 2) is [var number, var text] && int.TryParse(number, CultureInfo.InvariantCulture, out var begun)
            ? (text, begun)
            : null;

    /// <summary>A window that has no room for it keeps what it has.</summary>
    public async Task Keep(string text, int begun)
    {
        try
        {
            await page.InvokeVoidAsync("sessionStorage.setItem", key, FormattableString.Invariant($"{begun} {text}")).ConfigureAwait(false);
        }
        catch (JSException)
        {
        }
    }

    public async Task Drop() => await page.InvokeVoidAsync("sessionStorage.removeItem", key).ConfigureAwait(false);
}
