using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;

namespace ShipBy.Pages.Tests.Letters;

/// <summary>What the orders of sample letters cost when they are missed: by figures as the shipped table has them.</summary>
internal static class SampleCosts
{
    private static readonly Citation Steps = new("samples in Ozon's API specification (tariffication_steps)", new LocalDate(2026, 10, 1), CostConfidence.Unsure);

    private static readonly Citation Bands = new("Ozon's help for global sellers (rFBS error index)", new LocalDate(2026, 11, 22), CostConfidence.Unsure);

    public static CostTable Table { get; } = new(
        "sample",
        [
            new SurchargeStep(Duration.Zero, new Charge(1, Roubles(50), null), Steps),
            new SurchargeStep(Duration.FromHours(12), new Charge(null, null, null), Steps),
            new SurchargeStep(null, new Charge(3, Roubles(100), null), Steps),
        ],
        [Band(0, "green", 0), Band(4, "blue", 3), Band(10, "yellow", 6)],
        14);

    /// <summary>The shop <c>main</c> is about to leave the best band; of the shop <c>second</c> nothing is known.</summary>
    public static IReadOnlyDictionary<OrderKey, CostOfMissing> Of(Notice notice) => notice.Warnings.Concat(notice.Day?.Plan?.PickUps.SelectMany(pickUp => pickUp.Lines) ?? [])
        .Where(line => !line.IsOvertaken && line.Rule?.Kind != DeadlineRule.HandlingTime).DistinctBy(line => line.Order)
        .ToDictionary(line => line.Order, line => CostOfMissing.Of(line.Value, Sample.Now - line.Deadline, Table, line.Order.Shop == "main" ? new LateShare(3, 96) : null));

    private static IndexBand Band(decimal above, string name, decimal percent) => new(above, name, new Charge(percent, null, Roubles(1_500)), Bands);

    private static Money Roubles(long amount) => Money.Of(amount, "RUB");
}
