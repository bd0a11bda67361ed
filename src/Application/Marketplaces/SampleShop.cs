using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Marketplaces;

/// <summary>The shop that a desk without shops shows, for trying out. No timer looks at its pool, nobody is alerted about it, and there is no marketplace to tell.</summary>
public static class SampleShop
{
    public const string Name = "sample";

    /// <value>No shop's pool can have this name by accident.</value>
    public static PoolName Pool { get; } = PoolName.Parse("-sample");

    public static Shop Shop { get; } = new(Name, "file", Pool);

    /// <summary>An instruction that nobody carries out counts as done at once.</summary>
    internal static Order AsIfTold(Order order) => order with { Instruction = order.Instruction is { } asked ? InstructionPolicy.Done(asked) : null };
}
