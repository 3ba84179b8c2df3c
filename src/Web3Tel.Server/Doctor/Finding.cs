namespace Web3Tel.Server.Doctor;

/// <summary>What the doctor has found. It never holds a secret.</summary>
/// <param name="Check">What was looked at, in the words of <see cref="Checks"/>.</param>
/// <param name="Verdict">How it stands with it.</param>
/// <param name="Found">What is so.</param>
/// <param name="Mend">What to do about it: a command or a setting; null when there is nothing to do.</param>
sealed record Finding(string Check, Verdict Verdict, Sentence Found, Sentence? Mend = null)
{
    public static Finding Ok(string check, string english, string russian) => new(check, Verdict.Ok, new Sentence(english, russian));

    public static Finding Warning(string check, Sentence found, Sentence mend) => new(check, Verdict.Warning, found, mend);

    public static Finding Wrong(string check, Sentence found, Sentence mend) => new(check, Verdict.Wrong, found, mend);

    /// <summary>The same, told of one of several.</summary>
    public Finding Of(string node) => this with { Found = new Sentence($"{node}: {Found.English}", $"{node}: {Found.Russian}") };
}
