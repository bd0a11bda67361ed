using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Bills;

/// <summary>What came of comparing a carrier's bill.</summary>
/// <param name="Findings">In the order of the bill; what is not billed comes last.</param>
/// <param name="Time">Of what was handed over and might have been billed; null where nothing of the bill was.</param>
public sealed record BillComparison(IReadOnlyList<BillLine> Bill, IReadOnlyList<BillFinding> Findings, Interval? Time)
{
    /// <value>Whether there was more to look through than is looked through at once: parcels may then seem never shipped that were.</value>
    public bool IsCut { get; init; }

    /// <value>All that the bill asks for, by currency.</value>
    public IReadOnlyList<Money> Billed => Sum(Bill.Select(line => line.Price));

    /// <value>What is asked for too much, by currency.</value>
    public IReadOnlyList<Money> Above => Sum(Findings.Select(finding => finding.Above).OfType<Money>());

    public int CountOf(BillFlaw flaw) => Findings.Count(finding => finding.Flaw == flaw);

    private static IReadOnlyList<Money> Sum(IEnumerable<Money> all) => [.. all.GroupBy(money => money.Currency, money => money.MinorUnits).Select(sum => new Money(sum.Sum(), sum.Key)).OrderBy(sum => sum.Currency, StringComparer.Ordinal)];
}

/// <param name="Number">Bare.</param>
/// <param name="Orders">Those that travel in the parcel; none where nobody knows it.</param>
public sealed record BillFinding(BillFlaw Flaw, string Number, IReadOnlyList<OrderKey> Orders)
{
    /// <value>Null for what is not billed.</value>
    public int? Line { get; init; }

    /// <value>How much too much is asked for; null where it is not about money.</value>
    public Money? Above { get; init; }

    /// <value>What the table has, where that is what it is held against.</value>
    public Money? Table { get; init; }

    /// <value>As billed.</value>
    public int? Grams { get; init; }

    /// <value>What the table takes at most.</value>
    public int? MostGrams { get; init; }
}

public enum BillFlaw
{
    /// <summary>No parcel with this number was handed over.</summary>
    NeverShipped,

    /// <summary>It was handed over in the time of the bill, and is not on it.</summary>
    NotBilled,

    /// <summary>Its delivery is on the bill already.</summary>
    BilledTwice,

    /// <summary>More than the table has.</summary>
    Dearer,

    /// <summary>By the carrier's scales heavier than the table takes.</summary>
    Heavier,
}
