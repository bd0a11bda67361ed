using System.Text.Json;
using NodaTime;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.Orders;
using ShipBy.Application.Importing;

namespace ShipBy.Cli.Import;

/// <summary>What became of each order of a file.</summary>
internal static class OrdersImportReport
{
    /// <param name="place">Where the ledger lies.</param>
    /// <param name="asOf">When the file was true.</param>
    public static ImportReport Of(OrderImport import, OrdersFile file, bool isDryRun, string place, ImportedText read, Instant asOf)
    {
        var done = import.Orders.Select(order => (order.Told.Lines[0], $"{Lines(order.Told)}: {order.Told.Posting.Key.Number}: {OrderImportWords.Of(order)}"));
        var left = import.Left.Select(order => (order.Lines[0], $"{Lines(order)}: {order.Posting.Key.Number}: left to the next time"));
        return new ImportReport(
            $"Shop {import.Shop.Name}, pool {import.Shop.Pool}, in {place}; the file is read as {file.Layout} in {read.Encoding}: {read.Because}; its times are of {file.Zone.Id}; it is as of {asOf}.",
            done.Concat(left).Concat(file.Remarks.Select(remark => (remark.Line ?? 0, remark.ToString()))).Concat(ImportReport.Aside(file.SetAside)),
            Sum(import, file.SetAside.Count, isDryRun),
            import.End,
            isDryRun,
            Json(import, file, isDryRun, read, asOf));
    }

    private static string Lines(FileOrder order) => $"line{(order.Lines.Count == 1 ? "" : "s")} {string.Join(", ", order.Lines)}";

    private static string Sum(OrderImport import, int setAside, bool isDryRun) => string.Concat(
        $"{import.Orders.Count} orders {(isDryRun ? "would be" : "are")} in: ",
        string.Join(", ", new[] { OrderFate.New, OrderFate.Changed, OrderFate.Unchanged, OrderFate.Older, OrderFate.Past }.Select(fate => $"{import.Orders.Count(order => order.Fate == fate)} {Word(fate)}")),
        $"; {setAside} rows set aside{(import.Left.Count == 0 ? "" : $", {import.Left.Count} orders left")}.");

    private static string Word(OrderFate fate) => fate switch
    {
        OrderFate.Past => "passed over",
        _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(fate.ToString()),
    };

    private static object Json(OrderImport import, OrdersFile file, bool isDryRun, ImportedText read, Instant asOf) => new
    {
        Shop = import.Shop.Name,
        Pool = import.Shop.Pool.Value,
        DryRun = isDryRun,
        Encoding = read.Encoding.Name,
        file.Layout,
        TimeZone = file.Zone.Id,
        AsOf = asOf.ToString(),
        End = ImportReport.EndOf(import.End),
        In = import.Orders.Select(order => new
        {
            order.Told.Lines,
            Order = order.Told.Posting.Key.Number,
            Outcome = Word(order.Fate),
            Says = OrderImportWords.Of(order),
            Status = order.After?.Status.ToString(),
            ShipBy = order.After?.ShipBy?.ToString(),
        }),
        Left = import.Left.Select(order => new { order.Lines, Order = order.Posting.Key.Number }),
        Remarks = ImportReport.JsonOf(file.Remarks),
        SetAside = ImportReport.JsonOf(file.SetAside),
    };
}
