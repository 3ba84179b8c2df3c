namespace Web3Tel.Server.Mail;

/// <summary>
/// While the mail server as such is in trouble (gone, refuses our password), one e-mail at a time tries it, later and later, and the others
/// wait: a thousand e-mails with the wrong password would have us locked out.
/// </summary>
sealed class ServerHold(RetryPlan plan)
{
    int failures;

    /// <summary>What is wrong with the server, or null when nothing is known to be.</summary>
    public string? Why { get; private set; }

    /// <summary>Nothing is tried before.</summary>
    public DateTimeOffset Until { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>An attempt has shown how the server is.</summary>
    /// <param name="trouble">What is wrong with it, or null when nothing is.</param>
    /// <param name="at">When the attempt ended.</param>
    public void Learn(string? trouble, DateTimeOffset at)
    {
        // Those that were under way together fail together: that counts once.
        if (trouble is null || Why is null || at >= Until)
        {
            failures = trouble is null ? 0 : failures + 1;
            Until = trouble is null ? DateTimeOffset.MinValue : at + plan.After(failures);
        }

        Why = trouble;
    }

    /// <summary>Somebody wants it tried now.</summary>
    public void Lift() => Until = DateTimeOffset.MinValue;
}
