using System.Collections.Concurrent;

namespace ShipBy.TestKit.Storage.Faults;

/// <summary>What befalls which request: by script, one after the other, else by seed and the number of the request.</summary>
/// <param name="share">Share of requests that meet a fault, 0 to 1.</param>
public sealed class FaultPlan(long seed, double share)
{
    /// <value>Tries of one and the same request that are spoilt at most: whoever tries once more than this gets through.</value>
    public const int MostInARow = 4;

    private static readonly StorageFault[] OfAnyRequest =
        [StorageFault.Busy, StorageFault.TooManyRequests, StorageFault.CutBeforeTheEffect, StorageFault.CutAfterTheEffect];

    private static readonly StorageFault[] OfQueries = [.. OfAnyRequest, StorageFault.EmptyPage, StorageFault.ShortPage];

    private readonly ConcurrentQueue<StorageFault> _script = new();
    private readonly ConcurrentDictionary<string, int> _spoilt = new();

    /// <summary>The next requests meet these, in order; <see cref="StorageFault.None"/> lets one pass.</summary>
    public void Script(params IEnumerable<StorageFault> faults)
    {
        foreach (var fault in faults)
        {
            _script.Enqueue(fault);
        }
    }

    /// <param name="number">Counts the requests.</param>
    /// <param name="request">Names the request; its repetitions have the same name.</param>
    internal StorageFault Next(long number, string request, bool isQuery)
    {
        if (_script.TryDequeue(out var scripted))
        {
            return scripted;
        }

        var fault = Draw(number, isQuery);
        return fault != StorageFault.None && _spoilt.AddOrUpdate(request, 1, (_, spoilt) => spoilt + 1) <= MostInARow ? fault : StorageFault.None;
    }

    /// <summary>What the seed says of a request.</summary>
    public StorageFault Draw(long number, bool isQuery)
    {
        var chance = new Random(HashOf(seed, number));
        var faults = isQuery ? OfQueries : OfAnyRequest;

        return chance.NextDouble() < share ? faults[chance.Next(faults.Length)] : StorageFault.None;
    }

    /// <remarks>Not <c>HashCode</c>, which differs from process to process.</remarks>
    private static int HashOf(long seed, long number)
    {
        var mixed = unchecked((ulong)(seed * 1_000_003 + number) * 0x9E3779B97F4A7C15UL);
        return unchecked((int)(mixed ^ (mixed >> 32)));
    }
}
