using ShipBy.Domain.Stock;

namespace ShipBy.Application.Desk;

/// <summary>Where the desk keeps what belongs to no shelf: named filters, checklists.</summary>
internal static class DeskPool
{
    /// <value>No shop's pool can have this name by accident.</value>
    public static PoolName Name { get; } = PoolName.Parse("-desk");
}
