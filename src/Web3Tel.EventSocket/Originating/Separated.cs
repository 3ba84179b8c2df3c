using System.Text;
using Web3Tel.EventSocket.Commands;

namespace Web3Tel.EventSocket.Originating;

/// <summary>
/// Writes a value so that FreeSWITCH's <c>switch_separate_string</c> gives it back as it was. It splits at a delimiter,
/// trims spaces, removes single quotes, and takes <c>\\</c>, <c>\'</c>, <c>\s</c> and <c>\</c>delimiter for what they escape.
/// </summary>
static class Separated
{
    public static string Escape(string value, char delimiter, string name)
    {
        var text = new StringBuilder();
        foreach (var letter in OneLine.Require(value, name))
        {
            switch (letter)
            {
                case ' ':
                    // Not trimmed, and no end of an argument.
                    text.Append("\\s");
                    break;
                case '\\' or '\'':
                    text.Append('\\').Append(letter);
                    break;
                default:
                    text.Append(letter == delimiter ? "\\" : "").Append(letter);
                    break;
            }
        }

        return text.ToString();
    }
}
