using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.SelfWatch;

/// <summary>Counts the messages that a shop's address refused, and marks in the ledger when one sender is refused again and again.</summary>
/// <remarks>The ledger is written at most once in <see cref="Pause"/> for a shop and a reason: anybody may send what is refused.</remarks>
public sealed class RefusedMessages(ILedger ledger, ISelfWatch selfWatch, TimeProvider clock, ILogger<RefusedMessages> log)
{
    /// <value>In a row from one sender, without one between them that was taken.</value>
    public const int Enough = 10;

    /// <value>Senders that are remembered; beyond them all are forgotten, which only makes somebody's row begin again.</value>
    private const int MostSenders = 1_000;

    private static readonly Duration Pause = Duration.FromMinutes(10);

    private readonly ConcurrentDictionary<(string Shop, string Sender), int> _inARow = new();
    private readonly ConcurrentDictionary<(string Shop, string Answer), long> _counts = new();
    private readonly ConcurrentDictionary<string, Instant> _next = new();

    /// <value>What was refused since the process started, by shop and answer.</value>
    public IReadOnlyDictionary<(string Shop, string Answer), long> Counts => _counts;

    /// <param name="sender">An address; it is not written down.</param>
    /// <param name="answer">The status that it was refused with, and the reason where that has several.</param>
    public async Task CountAsync(Shop shop, string sender, string answer, CancellationToken cancel)
    {
        GuardLog.MessageRefused(log, shop.Name, answer);
        _counts.AddOrUpdate((shop.Name, answer), 1, (_, count) => count + 1);
        if (_inARow.Count >= MostSenders)
        {
            _inARow.Clear();
        }

        if (_inARow.AddOrUpdate((shop.Name, sender), 1, (_, count) => count + 1) % Enough == 0)
        {
            await MarkAsync(shop, SignOf(shop, answer), cancel);
        }
    }

    /// <summary>A message of this sender was taken: what comes after it is a new row.</summary>
    public void Forget(Shop shop, string sender) => _inARow.TryRemove((shop.Name, sender), out _);

    internal static string SignOf(Shop shop, string answer) => $"refused {answer} of {shop.Name}";

    private async Task MarkAsync(Shop shop, string sign, CancellationToken cancel)
    {
        var now = clock.Now();
        if (_next.TryGetValue(sign, out var next) && now < next)
        {
            return;
        }

        try
        {
            var mark = new BeatRow(sign, now);
            if (!(await ledger.TryCommitAsync(shop.Pool, new CommitSet().With(new RowChange.Replace(mark, null)), cancel)).IsCommitted)
            {
                await ledger.TryCommitAsync(shop.Pool, new CommitSet().With(new RowChange.Insert(mark)), cancel);
            }

            _next[sign] = now + Pause;
            await selfWatch.RunNowAsync(Trigger.Push, cancel);
        }
        catch (LedgerUnreachableException)
        {
            // The next row marks it.
        }
    }
}
