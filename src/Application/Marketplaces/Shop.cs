using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Marketplaces;

/// <summary>A shop as the settings name it: <c>Shops__&lt;name&gt;__Kind</c> and the rest.</summary>
/// <param name="Name">The seller's name for it; part of every order's key.</param>
/// <param name="Kind">Which marketplace: <c>ozon</c>; <c>webhook</c> for a shop that tells of its orders by itself, <c>file</c> for one whose orders come by files.</param>
/// <param name="Pool">The stock pool it sells from. Shops that share a shelf share a pool.</param>
public sealed record Shop(string Name, string Kind, PoolName Pool)
{
    /// <value>The marketplace's account that it is a part of; null where an account is one shop.</value>
    public string? Account { get; init; }

    /// <value>Whether another shop of its account looks after the account as a whole: its key, its pushes, its rating.</value>
    public bool IsGuest { get; init; }

    /// <value>What the shop itself knows about its deadlines.</value>
    public DispatchRules Rules { get; init; } = DispatchRules.None;
}
