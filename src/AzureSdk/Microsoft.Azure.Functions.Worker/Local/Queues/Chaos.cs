using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Azure.Functions.Worker.Local.Hosting;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Local.Queues;

/// <summary>
/// What a queue promises and an emulator seldom shows: messages that come again after they were handled, twice, and in any order.
/// Set by <c>FUNCTIONS_CHAOS=redeliver,duplicate,reorder</c> and, to repeat a run, <c>FUNCTIONS_CHAOS_SEED</c>.
/// </summary>
internal sealed record Chaos(bool Redeliver, bool Duplicate, bool Reorder, int Seed)
{
    /// <returns>Null if the setting is empty.</returns>
    /// <exception cref="HostRefusedException">The setting has an unknown word.</exception>
    public static Chaos? Read(IConfiguration settings)
    {
        var words = settings["FUNCTIONS_CHAOS"]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (words.Except(["redeliver", "duplicate", "reorder"]).FirstOrDefault() is { } unknown)
        {
            throw new HostRefusedException($"FUNCTIONS_CHAOS names '{unknown}'; it knows redeliver, duplicate and reorder.");
        }

        var seed = settings["FUNCTIONS_CHAOS_SEED"] is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : Random.Shared.Next();
        return words.Length == 0 ? null : new Chaos(words.Contains("redeliver"), words.Contains("duplicate"), words.Contains("reorder"), seed);
    }
}

/// <summary>A queue under <see cref="Chaos"/>. One message in five comes again after its first success, one in ten is doubled.</summary>
internal sealed class ChaoticQueue(IMessageQueue queue, Chaos chaos) : IMessageQueue
{
    private readonly ConcurrentDictionary<string, byte> _fresh = new();
    private readonly Random _random = new(chaos.Seed);

    public string Name => queue.Name;

    public Task<bool> ExistsAsync(CancellationToken cancel) => queue.ExistsAsync(cancel);

    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int max, TimeSpan hidden, CancellationToken cancel)
    {
        var batch = (await queue.ReceiveAsync(max, hidden, cancel)).ToArray();
        foreach (var message in batch.Where(message => message.DequeueCount == 1))
        {
            _fresh[message.Id] = 0;
            if (chaos.Duplicate && Happens(oneIn: 10))
            {
                await queue.PutAsync(message.Encoded, cancel);
            }
        }

        if (chaos.Reorder)
        {
            lock (_random)
            {
                _random.Shuffle(batch);
            }
        }

        return batch;
    }

    public Task<string> HideAsync(string id, string receipt, TimeSpan hidden, CancellationToken cancel) => queue.HideAsync(id, receipt, hidden, cancel);

    public Task DeleteAsync(string id, string receipt, CancellationToken cancel) =>
        _fresh.TryRemove(id, out _) && chaos.Redeliver && Happens(oneIn: 5)
            ? queue.HideAsync(id, receipt, TimeSpan.Zero, cancel)
            : queue.DeleteAsync(id, receipt, cancel);

    public Task PutAsync(string encoded, CancellationToken cancel) => queue.PutAsync(encoded, cancel);

    private bool Happens(int oneIn)
    {
        lock (_random)
        {
            return _random.Next(oneIn) == 0;
        }
    }
}
