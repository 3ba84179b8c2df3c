namespace Web3Tel.EventSocket.Originating;

/// <summary>
/// The channel variables in front of a dial string: <c>{name=value,…}</c>. FreeSWITCH finds the end of the block by
/// counting brackets, which nothing can escape: a value whose braces do not pair goes into a block of angle brackets.
/// </summary>
static class VariableBlock
{
    public static string Write(IEnumerable<KeyValuePair<string, string>> variables)
    {
        var braces = new List<string>();
        var angles = new List<string>();
        foreach (var (name, value) in variables)
        {
            var block = Pairs(value, '{', '}') ? braces : Pairs(value, '<', '>') ? angles : throw new ArgumentException(
                $"The value of '{name}' holds braces and angle brackets that do not pair; set it on the channel with SetVariables instead.", nameof(variables));
            block.Add(Write(name, value));
        }

        // FreeSWITCH reads the angle brackets first.
        return Block('<', angles, '>') + Block('{', braces, '}');
    }

    static string Block(char open, List<string> variables, char close) =>
        variables.Count == 0 ? "" : $"{open}{string.Join(',', variables)}{close}";

    /// <summary>
    /// It is separated twice: from the other variables at commas, then from its name at the equals sign. A <c>:_:</c> would
    /// begin another call wherever it stands, so it is taken apart by quotes.
    /// </summary>
    static string Write(string name, string value)
    {
        var assigned = value.Length == 0 ? "''" : Separated.Escape(value, '=', name);
        return Separated.Escape($"{VariableName.Require(name)}={assigned}", ',', name).Replace(":_", ":''_", StringComparison.Ordinal);
    }

    static bool Pairs(string value, char open, char close)
    {
        var depth = 0;
        foreach (var letter in value)
        {
            depth += letter == open ? 1 : letter == close ? -1 : 0;
            if (depth < 0)
            {
                return false;
            }
        }

        return depth == 0;
    }
}
