using System.Text;

namespace Web3Tel.EventSocket.Messages;

static class WireName
{
    /// <summary><c>NormalClearing</c> as FreeSWITCH writes it: <c>NORMAL_CLEARING</c>.</summary>
    public static string FromPascalCase(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToUpperInvariant(letter));
        }

        return text.ToString();
    }
}
