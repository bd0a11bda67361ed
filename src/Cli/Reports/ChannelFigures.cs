using System.Globalization;
using System.Text.Json;

namespace ShipBy.Cli.Reports;

/// <summary>What the sandbox's report says of one shop of several.</summary>
internal sealed record ChannelFigures(string Name, JsonElement Json)
{
    public long OrdersInSource => Number("orders_in_source");

    public long OrdersSeen => Number("orders_seen");

    public long Shipped => Number("shipped");

    public long NumbersDue => Number("tracking_numbers_due");

    public long NumbersWritten => Number("tracking_numbers_written");

    /// <value>Products of which the shop was told another number than the ledger has.</value>
    public long StockDiffers => Number("stock_differs");

    /// <value>Without new orders until the shop had the ledger's numbers for good; null: it has others.</value>
    public double? QuietSeconds => Json.TryGetProperty("stock_as_available_after_seconds", out var value) && value.ValueKind is JsonValueKind.Number ? value.GetDouble() : null;

    /// <value>Parcels with which something went wrong after their hand-over.</value>
    public long ParcelsInTrouble => Number("parcels_in_trouble");

    /// <summary>A list counts as many as it holds.</summary>
    public long Number(string field) => new RunReport(Json).Number(field);

    /// <summary><c>12 of 12 orders, 8 shipped, 3 of 3 tracking numbers, stock as available after 12.5 s</c></summary>
    public string Words() => string.Create(
        CultureInfo.InvariantCulture,
        $"{OrdersSeen} of {OrdersInSource} orders, {Shipped} shipped, {NumbersWritten} of {NumbersDue} tracking numbers, {StockWords()}{ParcelWords()}");

    private string ParcelWords() => ParcelsInTrouble == 0 ? "" : string.Create(
        CultureInfo.InvariantCulture, $", {Number("parcels_in_trouble_named")} of {ParcelsInTrouble} parcels in trouble named, {Number("parcels_in_trouble_due")} due");

    private string StockWords() => QuietSeconds is { } quiet
        ? string.Create(CultureInfo.InvariantCulture, $"stock as available after {quiet:0.#} s")
        : string.Create(CultureInfo.InvariantCulture, $"stock differs for {StockDiffers} products");
}
