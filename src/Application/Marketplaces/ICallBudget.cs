namespace ShipBy.Application.Marketplaces;

/// <summary>Leave to call a marketplace, counted over all instances: what one of them takes, the others cannot take again.</summary>
public interface ICallBudget
{
    /// <summary>Takes up to <paramref name="calls"/> calls of the running second; gives fewer, or none, when others were there first. Never waits.</summary>
    /// <exception cref="MarketplaceBusyException">The budget itself could not be reached or is too contended: wait, then ask again.</exception>
    ValueTask<CallGrant> TakeAsync(CallLimit limit, int calls, CancellationToken cancel);
}

/// <param name="Name">Whose calls are counted together, such as <c>ozon-12345</c> for one seller's account.</param>
/// <param name="PerSecond">Calls allowed in one second of the wall clock, by all instances together.</param>
public sealed record CallLimit(string Name, int PerSecond);

/// <param name="Calls">How many calls may be made; 0 when none are left in this second.</param>
/// <param name="EndsIn">How long the grant holds, from the moment it was given. Calls not made by then are lost, and with 0 calls it is the time to wait.</param>
public readonly record struct CallGrant(int Calls, TimeSpan EndsIn);
