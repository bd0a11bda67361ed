using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Shipping;

/// <summary>Which units of an order may be cancelled, and how a reading shows that they were.</summary>
public static class PartialCancelPolicy
{
    public static AskFlaw? FlawOf(Order order, IReadOnlyList<CancelledUnits> parts)
    {
        var there = order.Lines.GroupBy(line => line.Sku).ToDictionary(same => same.Key, same => same.Sum(line => line.Quantity));
        var asked = parts.GroupBy(part => part.Sku).ToDictionary(same => same.Key, same => same.Sum(part => (long)part.Units));
        return asked.Count == 0 || parts.Any(part => part.Units < 1) || asked.Any(part => part.Value > there.GetValueOrDefault(part.Key)) ? AskFlaw.NotInOrder
            : asked.Values.Sum() == there.Values.Sum(units => (long)units) ? AskFlaw.NothingLeft
            : null;
    }

    /// <summary>The instruction with what will be left of each product, one entry a product. Others stay as they are.</summary>
    public static Instruction Counted(Instruction wanted, Order order) => wanted is not { Kind: InstructionKind.CancelPart, Cancel: { } cancel }
        ? wanted
        : wanted with
        {
            Cancel = cancel with
            {
                Parts =
                [
                    .. from part in cancel.Parts
                       group part.Units by part.Sku into same
                       let units = same.Sum()
                       select new CancelledUnits(same.Key, units, order.Lines.Where(line => line.Sku == same.Key).Sum(line => line.Quantity) - units),
                ],
            },
        };

    /// <summary>What a reading says of it.</summary>
    /// <param name="shown">Units of a product that the marketplace shows; 0 where it shows none.</param>
    public static PartShown Judge(IReadOnlyList<CancelledUnits> parts, Func<Stock.Sku, long> shown) =>
        parts.All(part => shown(part.Sku) == part.Left) ? PartShown.Gone
        : parts.All(part => shown(part.Sku) == (long)part.Left + part.Units) ? PartShown.There
        : PartShown.Otherwise;

    /// <summary>Whether two want the same, whatever is left then: said again after the units have gone, it must not cancel as many once more.</summary>
    public static bool SaysTheSame(CancelOrder? one, CancelOrder? other) => (one, other) switch
    {
        (null, null) => true,
        ({ } first, { } second) => first with { Parts = second.Parts } == second && Sums(first).SequenceEqual(Sums(second)),
        _ => false,
    };

    private static IEnumerable<(string, int)> Sums(CancelOrder cancel) =>
        cancel.Parts.GroupBy(part => part.Sku.Value, StringComparer.Ordinal).Select(same => (same.Key, same.Sum(part => part.Units))).OrderBy(part => part.Key, StringComparer.Ordinal);
}

/// <summary>How an order shows that some of its units are to be cancelled.</summary>
public enum PartShown
{
    /// <summary>They still stand there, all of them.</summary>
    There,

    /// <summary>They do not stand there any more.</summary>
    Gone,

    /// <summary>It holds neither what it did nor what shall be left.</summary>
    Otherwise,
}
