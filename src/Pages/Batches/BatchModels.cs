using ShipBy.Application.Batches;
using ShipBy.Application.Desk;
using ShipBy.Domain.Batches;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Batches;

/// <summary>What may be shipped now.</summary>
public sealed record ChooseModel(PageFrame Frame, IReadOnlyList<TodayOrder> Orders, IReadOnlyList<ShipmentBatch> Earlier, ShopClock Clock)
{
    /// <value>Whether each is ticked.</value>
    public bool AllAre { get; init; }

    /// <value>Orders that are not on the page: as many as these are shipped at a time.</value>
    public int More { get; init; }

    /// <value>The filter that they were chosen by, as the address writes it.</value>
    public string Query { get; init; } = "";
}

/// <summary>What would be shipped, before anything is told.</summary>
/// <param name="Proposals">Carriers by the seller's table.</param>
/// <param name="Id">Of the batch that its button starts.</param>
/// <param name="Notice">Why it was not started; null when nobody tried.</param>
public sealed record PlanModel(PageFrame Frame, BatchWish Wish, BatchPlan Plan, IReadOnlyList<CarrierProposal> Proposals, Guid Id, string? Notice)
{
    /// <value>Proposals that are not what is wished already.</value>
    internal IEnumerable<CarrierProposal> OtherProposals => Proposals.Where(one => !one.Tariff.IsCalled(Wish.Carrier));

    internal bool HasNumbers => Wish.FromStock || Wish.FirstNumber is not null || Wish.Typed.Count > 0;
}

/// <summary>How far a batch has come.</summary>
/// <param name="Printed">What came of the labels where some are missing; null when nobody asked.</param>
public sealed record BatchModel(PageFrame Frame, BatchView View, ShopClock Clock, PrintedBatch? Printed);

/// <summary>What to fetch from the shelves for a batch.</summary>
public sealed record PickListModel(PageFrame Frame, IReadOnlyList<PickLine> Lines, ShipmentBatch Batch, ShopClock Clock, bool WasPrinted);
