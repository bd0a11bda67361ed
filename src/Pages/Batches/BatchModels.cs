using System.Security.Cryptography;
using System.Text;
using ShipBy.Application.Batches;
using ShipBy.Application.Desk;
using ShipBy.Domain.Batches;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Orders;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Batches;

/// <summary>What may be shipped now.</summary>
public sealed record ChooseModel(PageFrame Frame, IReadOnlyList<TodayOrder> Orders, IReadOnlyList<ShipmentBatch> Earlier, ShopClock Clock);

/// <summary>What would be shipped, before anything is told.</summary>
/// <param name="Id">Of the batch that its button starts.</param>
/// <param name="Notice">Why it was not started; null when nobody tried.</param>
public sealed record PlanModel(PageFrame Frame, BatchWish Wish, BatchPlan Plan, Guid Id, string? Notice);

/// <summary>How far a batch has come.</summary>
/// <param name="Unprinted">Why no labels came; null or empty when nobody asked.</param>
public sealed record BatchModel(PageFrame Frame, BatchView View, ShopClock Clock, string? Unprinted);

/// <summary>What to fetch from the shelves for a batch.</summary>
public sealed record PickListModel(PageFrame Frame, IReadOnlyList<PickLine> Lines, ShipmentBatch Batch, ShopClock Clock);

/// <summary>Tells two plans apart: what a person pressed the button for is what is told, or nothing is.</summary>
internal static class BatchPrint
{
    public static string Of(BatchPlan plan) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        plan.Parcels.Select(parcel => $"{string.Join(' ', parcel.Orders.Select(order => OrderField.Write(order.Key)))} {parcel.TrackingNumber}")))));
}
