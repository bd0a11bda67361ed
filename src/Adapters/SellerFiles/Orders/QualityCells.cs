using System.Globalization;
using NodaTime;
using ShipBy.Domain.Quality;

namespace ShipBy.Adapters.SellerFiles.Orders;

/// <summary>How an order went, as a row of a file says it. What cannot be read is not kept: the order goes in all the same.</summary>
internal static class QualityCells
{
    private static readonly Dictionary<string, Canceller> Sides = new(StringComparer.OrdinalIgnoreCase)
    {
        ["seller"] = Canceller.Seller,
        ["продавец"] = Canceller.Seller,
        ["卖家"] = Canceller.Seller,
        ["buyer"] = Canceller.Buyer,
        ["customer"] = Canceller.Buyer,
        ["client"] = Canceller.Buyer,
        ["покупатель"] = Canceller.Buyer,
        ["клиент"] = Canceller.Buyer,
        ["买家"] = Canceller.Buyer,
        ["marketplace"] = Canceller.Marketplace,
        ["маркетплейс"] = Canceller.Marketplace,
        ["平台"] = Canceller.Marketplace,
        ["carrier"] = Canceller.Carrier,
        ["перевозчик"] = Canceller.Carrier,
        ["служба доставки"] = Canceller.Carrier,
        ["物流"] = Canceller.Carrier,
    };

    public static Canceller? SideOf(CsvCells cells, List<FileFault> remarks)
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
