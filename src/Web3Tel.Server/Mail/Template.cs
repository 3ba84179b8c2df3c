using System.Collections.Immutable;
using System.Text;

namespace Web3Tel.Server.Mail;

/// <summary>A text with named places in braces, such as <c>{caller}</c>. A brace of the text itself is written twice.</summary>
sealed class Template
{
    readonly ImmutableArray<(string Text, bool IsPlace)> parts;

    Template(ImmutableArray<(string Text, bool IsPlace)> parts) => this.parts = parts;

    /// <summary>Reads a text of our own, in which nothing is wrong.</summary>
    /// <exception cref="ArgumentException">Something is.</exception>
    public static Template Of(string text, IReadOnlyCollection<string> places) =>
        Read(text, places) is { Faults: [] } read ? read.Template : throw new ArgumentException("It is no template.", nameof(text));

    /// <summary>Reads a text, and tells all that is wrong with it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="places">Names of the places there are.</param>
    public static (Template Template, ImmutableArray<(string English, string Russian)> Faults) Read(string text, IReadOnlyCollection<string> places)
    {
        var parts = ImmutableArray.CreateBuilder<(string, bool)>();
        var faults = ImmutableArray.CreateBuilder<(string English, string Russian)>();
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c is not ('{' or '}'))
            {
                plain.Append(c);
            }
            else if (at + 1 < text.Length && text[at + 1] == c)
            {
                plain.Append(c);
                at++;
            }
            else if (c == '}')
            {
                faults.Add(("has a } that nothing opens.", "содержит } без открывающей."));
            }
            else if (text.IndexOf('}', at) is >= 0 and var end)
            {
                var name = text[(at + 1)..end];
                if (!places.Contains(name))
                {
                    faults.Add(($"has {{{name}}}, which is no place.", $"содержит {{{name}}}, а такого места нет."));
                }

                parts.Add((plain.ToString(), false));
                parts.Add((name, true));
                plain.Clear();
                at = end;
            }
            else
            {
                faults.Add(("has a { that nothing closes.", "содержит { без закрывающей."));
                break;
            }
        }

        parts.Add((plain.ToString(), false));
        return (new Template(parts.ToImmutable()), faults.ToImmutable());
    }

    /// <summary>The text with its places filled. Braces in what is filled in are no places.</summary>
    public string Fill(IReadOnlyDictionary<string, string> values) => string.Concat(parts.Select(part => part.IsPlace ? values[part.Text] : part.Text));
}
