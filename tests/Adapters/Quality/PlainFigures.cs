using System.Globalization;

namespace ShipBy.Adapters.Tests.Quality;

/// <summary>Key figures straight from the rows of the sample, by plain loops: nothing of the product is asked. Times are as the file has them, in one zone without summer time.</summary>
internal sealed class PlainFigures(IReadOnlyList<PlainRow> rows, DateTime now)
{
    /// <summary>Orders of these days, by the day on which they were placed.</summary>
    public (int Defective, int Amazon, int Late, int BySeller, int ByBuyer, int Otherwise, int Orders) ByOrder(string? seller, DateOnly first, DateOnly last)
    {
        int defective = 0, amazon = 0, late = 0, bySeller = 0, byBuyer = 0, otherwise = 0, orders = 0;
        foreach (var row in Of(seller))
        {
            if (IsIn(row.Purchased, first, last))
            {
                orders++;
                var isCancelled = row.Status == "canceled" && row.Carrier is null;
                bySeller += isCancelled && row.CancelledBy == "seller" ? 1 : 0;
                byBuyer += isCancelled && row.CancelledBy == "buyer" ? 1 : 0;
                otherwise += isCancelled && row.CancelledBy == "" ? 1 : 0;
                var isLate = LatenessOf(row) == true;
                late += isLate ? 1 : 0;
                amazon += row.Stars <= 2 ? 1 : 0;
                defective += isLate || row.Stars <= 2 || (isCancelled && row.CancelledBy == "seller") ? 1 : 0;
            }
        }

        return (defective, amazon, late, bySeller, byBuyer, otherwise, orders);
    }

    public (int Late, int Due) ByLimit(string? seller, DateOnly first, DateOnly last)
    {
        int late = 0, due = 0;
        foreach (var row in Of(seller))
        {
            if (IsIn(row.Limit, first, last) && LatenessOf(row) is { } isLate)
            {
                due++;
                late += isLate ? 1 : 0;
            }
        }

        return (late, due);
    }

    public (int Satisfied, int Rated) Stars(string? seller, DateOnly first, DateOnly last)
    {
        int satisfied = 0, rated = 0;
        foreach (var row in Of(seller))
        {
            if (IsIn(row.Purchased, first, last) && row.Stars is { } stars)
            {
                rated++;
                satisfied += stars >= 4 ? 1 : 0;
            }
        }

        return (satisfied, rated);
    }

    /// <summary>A parcel that arrives on the promised day, whatever the hour, is in time.</summary>
    public (int InTime, int Arrived) Parcels(string? seller, DateOnly first, DateOnly last)
    {
        int inTime = 0, arrived = 0;
        foreach (var row in Of(seller))
        {
            if (WasShipped(row) && row.Received is { } received && IsIn(row.Promised, first, last))
            {
                arrived++;
                inTime += received.Date <= row.Promised.Date ? 1 : 0;
            }
        }

        return (inTime, arrived);
    }

    /// <summary>Minutes from the payment to the hand-over, of each order that was handed over on these days.</summary>
    public List<int> Minutes(string? seller, DateOnly first, DateOnly last)
    {
        var minutes = new List<int>();
        foreach (var row in Of(seller))
        {
            if (WasShipped(row) && HandedOver(row) is { } at && IsIn(at, first, last))
            {
                minutes.Add(Math.Max(0, (int)Math.Floor((at - (row.Approved ?? row.Purchased)).TotalMinutes)));
            }
        }

        return minutes;
    }

    /// <summary>Whole hours, begun ones counted, between 1 and 720; the one at a rank of so many tenths.</summary>
    public decimal? Hours(string? seller, DateOnly first, DateOnly last, int tenths)
    {
        var hours = new List<int>();
        foreach (var row in Of(seller))
        {
            if (WasShipped(row) && HandedOver(row) is { } at && IsIn(at, first, last))
            {
                hours.Add(Math.Min(720, Math.Max(1, (int)Math.Ceiling((at - (row.Approved ?? row.Purchased)).TotalHours))));
            }
        }

        hours.Sort();
        return hours.Count == 0 ? null : hours[(int)Math.Ceiling(hours.Count * tenths / 10.0) - 1];
    }

    private IEnumerable<PlainRow> Of(string? seller) => rows.Where(row => seller is null || row.Seller == seller);

    private static bool IsIn(DateTime at, DateOnly first, DateOnly last) => DateOnly.FromDateTime(at) >= first && DateOnly.FromDateTime(at) <= last;

    private static bool WasShipped(PlainRow row) => row.Status is "delivered" or "shipped" || (row.Status == "canceled" && row.Carrier is not null);

    /// <remarks>Nothing leaves before it was ordered, whatever the file says.</remarks>
    private static DateTime? HandedOver(PlainRow row) => row.Carrier is { } at ? at < row.Purchased ? row.Purchased : at : null;

    /// <returns>Null: not due, or nobody knows. Of an order that was cancelled before the hand-over the file does not say when.</returns>
    private bool? LatenessOf(PlainRow row) => WasShipped(row) ? HandedOver(row) is { } at ? at > row.Limit : null
        : row.Status == "canceled" ? null
        : now > row.Limit ? true : null;
}

/// <summary>A row of the sample.</summary>
/// <param name="CancelledBy">The sample does not say it: drawn from the order's number, so that there are some of each.</param>
internal sealed record PlainRow(
    string Order, string Seller, string Status, DateTime Purchased, DateTime? Approved, DateTime Limit, DateTime? Carrier, DateTime? Received, DateTime Promised, int? Stars, string Items, string CancelledBy)
{
    public static IReadOnlyList<PlainRow> Read(IEnumerable<string> lines) => [.. lines.Skip(1).Select(line => line.Split(',')).Select(Of)];

    private static PlainRow Of(string[] cells) => new(
        cells[0], cells[1], cells[2], At(cells[3])!.Value, At(cells[4]), At(cells[5])!.Value, At(cells[6]), At(cells[7]), At(cells[8])!.Value,
        cells[9].Length > 0 ? int.Parse(cells[9], CultureInfo.InvariantCulture) : null, cells[13], cells[0][0] switch { < '6' => "seller", < 'b' => "buyer", _ => "" });

    private static DateTime? At(string text) => text.Length > 0 ? DateTime.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : null;
}
