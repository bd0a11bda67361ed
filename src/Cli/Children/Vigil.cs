namespace ShipBy.Cli.Children;

/// <summary>Work that makes sense only while every part lives.</summary>
internal static class Vigil
{
    private static readonly TimeSpan LastBreath = TimeSpan.FromSeconds(1);

    /// <param name="death">Completes when a part ends by itself.</param>
    /// <param name="work">A part that does not answer shows as <see cref="HttpRequestException"/> or as a call that ran out of time.</param>
    /// <exception cref="PartDiedException">A part ended, or none of them answered.</exception>
    /// <exception cref="OperationCanceledException">We were asked to stop.</exception>
    public static async Task<T> KeepAsync<T>(
        Func<CancellationToken, Task<T>> work, Task<PartDiedException> death, Func<PartDiedException> silent, TimeProvider clock, CancellationToken cancel)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var working = work(over.Token);
        if (await Task.WhenAny(working, death) != working)
        {
            await over.CancelAsync();
            await ((Task)working).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw await death;
        }

        try
        {
            return await working;
        }
        catch (Exception silence) when (silence is HttpRequestException || (silence is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            // Whoever does not answer may be on his way out, and then his end says more.
            throw await Task.WhenAny(death, Task.Delay(LastBreath, clock, CancellationToken.None)) == death ? await death : silent();
        }
    }
}
