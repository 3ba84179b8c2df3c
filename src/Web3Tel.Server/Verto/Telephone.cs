using System.Net.WebSockets;

namespace Web3Tel.Server.Verto;

/// <summary>One page's telephone, from its coming to its going.</summary>
sealed class Telephone(string agent, TimeProvider time, ILogger logger) : IDisposable
{
    /// <summary>The longest message of a browser: a description of sound.</summary>
    public const int LongestMessage = 32_768;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    readonly CancellationTokenSource ending = new();
    readonly TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    EndReason? reason;

    /// <summary>Whether the switch knows it.</summary>
    public bool IsThere { get; private set; }

    /// <summary>When the switch has let it in, or it is clear that it will not.</summary>
    public Task Settled => settled.Task;

    /// <summary>When it has gone, and the switch knows.</summary>
    public Task Ended => ended.Task;

    /// <summary>Cuts it off.</summary>
    public void End(EndReason why)
    {
        reason ??= why;
        try
        {
            ending.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has gone by itself meanwhile.
        }
    }

    /// <summary>Carries what is said between the browser and the switch until one of them goes.</summary>
    /// <param name="browser">The page.</param>
    /// <param name="before">Who had the telephone before: that one goes first.</param>
    /// <param name="filter">What passes.</param>
    /// <param name="connect">Signs in at the switch.</param>
    /// <param name="isAllowed">Whether the operator may still have it.</param>
    /// <param name="gone">When the browser is gone.</param>
    public async Task Run(
        WebSocket browser, Telephone? before, VertoFilter filter, Func<CancellationToken, Task<SwitchLine>> connect, Func<bool> isAllowed, CancellationToken gone)
    {
        var page = new TextSocket(browser, LongestMessage, time);
        using var until = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, gone);
        try
        {
            if (before is not null)
            {
                // To its very end, though somebody else should take the telephone over meanwhile: that one waits for our end, and not for this.
                before.End(EndReason.TakenOver);
                await before.Ended.ConfigureAwait(false);
                until.Token.ThrowIfCancellationRequested();
            }

            using var line = await connect(until.Token).ConfigureAwait(false);
            IsThere = true;
            settled.TrySetResult();
            Log.TelephoneCame(logger, agent);
            await Carry(page, line, filter, isAllowed, until).ConfigureAwait(false);
        }
        catch (Exception e) when (e is EndException or OperationCanceledException)
        {
            reason ??= (e as EndException)?.Reason;
            Log.TelephoneCutOff(logger, agent, reason, e.InnerException);
            using var patience = new CancellationTokenSource(Patience, time);
            await page.SayEnd(reason ?? EndReason.Stopping, patience.Token).ConfigureAwait(false);
        }
        finally
        {
            IsThere = false;
            Log.TelephoneWent(logger, agent, reason);
            settled.TrySetResult();
            ended.TrySetResult();
        }
    }

    public void Dispose() => ending.Dispose();

    /// <remarks>
    /// Both sides are told of the end and say so, too, before the connections are gone: the page learns why, and mod_verto must have heard it
    /// before the same telephone comes again, or it would take the calls away from that one.
    /// </remarks>
    async Task Carry(TextSocket page, SwitchLine line, VertoFilter filter, Func<bool> isAllowed, CancellationTokenSource until)
    {
        using var cut = new CancellationTokenSource();
        var carrying = new[] { ToSwitch(page, line, filter, until.Token, cut.Token), ToBrowser(page, line, filter, cut.Token) };
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var asking = until.Token.Register(() => asked.TrySetResult());
        var first = await Task.WhenAny([.. carrying, asked.Task]).ConfigureAwait(false);
        reason ??= first.Exception?.InnerException is EndException end ? end.Reason : null;
        await until.CancelAsync().ConfigureAwait(false);
        using var patience = new CancellationTokenSource(Patience, time);
        if (!isAllowed())
        {
            reason ??= EndReason.NotAllowed;
            await HangUp(line, filter, patience.Token).ConfigureAwait(false);
        }

        await Task.WhenAll(page.SayEnd(reason, patience.Token), line.SayEnd(patience.Token)).ConfigureAwait(false);
        using var cutting = patience.Token.Register(() => cut.Cancel());
        await Task.WhenAll(carrying).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <param name="until">When nothing more is obeyed.</param>
    /// <param name="cut">When nobody waits any more.</param>
    async Task ToSwitch(TextSocket page, SwitchLine line, VertoFilter filter, CancellationToken until, CancellationToken cut)
    {
        var rate = new MessageRate(time);
        while (await page.Receive(cut).ConfigureAwait(false) is { } message)
        {
            if (until.IsCancellationRequested)
            {
                continue;
            }

            if (!rate.Takes())
            {
                throw new EndException(EndReason.TooFast);
            }

            var passage = filter.FromBrowser(message);
            if (passage.Refusal is { } refusal)
            {
                Log.TelephoneRefused(logger, agent, refusal);
            }

            if (passage.ToBrowser is { } answer)
            {
                await page.Send(answer, cut).ConfigureAwait(false);
            }

            if (passage.ToSwitch is { } request)
            {
                await line.Send(request, cut).ConfigureAwait(false);
            }
        }
    }

    static async Task ToBrowser(TextSocket page, SwitchLine line, VertoFilter filter, CancellationToken cut)
    {
        while (await line.Receive(cut).ConfigureAwait(false) is { } message)
        {
            if (filter.FromSwitch(message) is { } told)
            {
                await page.Send(told, cut).ConfigureAwait(false);
            }
        }

        throw new EndException(EndReason.SwitchAway);
    }

    /// <summary>Nobody is to talk on who may not.</summary>
    static async Task HangUp(SwitchLine line, VertoFilter filter, CancellationToken patience)
    {
        try
        {
            foreach (var call in filter.Calls)
            {
                await line.Send(filter.End(call), patience).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or EndException)
        {
            // The switch itself has gone, or will miss the telephone soon.
        }
    }
}
