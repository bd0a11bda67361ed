using System.Globalization;
using NodaTime;
using ShipBy.Domain.Quality;

namespace ShipBy.Adapters.SellerFiles.Orders;

/// <summary>How an order went, as a row of a file says it. What cannot be read is not kept: the order goes in all the same.</summary>
internal static class QualityCells
{
    private static readonly Dictionary<string, CancelSide> Sides = new(StringComparer.OrdinalIgnoreCase)
    {
        ["seller"] = CancelSide.Seller,
        ["продавец"] = CancelSide.Seller,
        ["卖家"] = CancelSide.Seller,
        ["buyer"] = CancelSide.Buyer,
        ["customer"] = CancelSide.Buyer,
        ["client"] = CancelSide.Buyer,
        ["покупатель"] = CancelSide.Buyer,
        ["клиент"] = CancelSide.Buyer,
        ["买家"] = CancelSide.Buyer,
        ["marketplace"] = CancelSide.Marketplace,
        ["маркетплейс"] = CancelSide.Marketplace,
        ["平台"] = CancelSide.Marketplace,
        ["carrier"] = CancelSide.Carrier,
        ["перевозчик"] = CancelSide.Carrier,
        ["служба доставки"] = CancelSide.Carrier,
        ["物流"] = CancelSide.Carrier,
    };

    public static CancelSide? SideOf(CsvCells cells, List<FileFault> remarks)
    {
        if (cells[OrderColumn.CancelledBy].Length == 0)
        {
            return null;
        }

        if (Sides.TryGetValue(cells[OrderColumn.CancelledBy], out var side))
        {
            return side;
        }

        remarks.Add(cells.Fault(OrderColumn.CancelledBy, "is none of seller, buyer, marketplace, carrier", "It goes in without it."));
        return null;
    }

    public static int? StarsOf(CsvCells cells, List<FileFault> remarks)
    {
        if (cells[OrderColumn.Review].Length == 0)
        {
            return null;
        }

        if (int.TryParse(SpreadsheetCell.Plain(cells[OrderColumn.Review]), NumberStyles.None, CultureInfo.InvariantCulture, out var stars) && stars is >= DefectPolicy.WorstReview and <= DefectPolicy.BestReview)
        {
            return stars;
        }

        remarks.Add(cells.Fault(OrderColumn.Review, "is no number of stars from 1 to 5", "It goes in without stars."));
        return null;
    }

    /// <summary>A promise or an arrival. A day alone means its end: whoever was promised a day has been served on it.</summary>
    public static Instant? MomentOf(CsvCells cells, string column, DateTimeZone zone, List<FileFault> remarks) => MomentCell.Read(cells, column, zone, dayMeansItsEnd: column == OrderColumn.DeliverBy, remarks);
}
