using ShipBy.Application.Stockroom;
using ShipBy.Domain.Stock;
using ShipBy.Pages.Frame;

namespace ShipBy.Pages.Stockroom;

/// <summary>What to order, product by product.</summary>
public sealed record ReorderModel(PageFrame Frame, IReadOnlyList<PoolName> Pools, ReorderSheet Reorders);
