using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Reporting;

/// <summary>A product of which a shop was told another number than the ledger has.</summary>
/// <param name="Told">Free units; null: the shop was never told, and cannot know.</param>
/// <param name="Available">Null: the ledger does not know the product.</param>
internal sealed record StockDifference(string Sku, long? Told, long? Available)
{
    public JsonObject ToJson() => new() { ["sku"] = Sku, ["told"] = Told, ["available"] = Available };
}

/// <summary>Holds what each shop was told of stock against what the app's ledger has.</summary>
/// <remarks>Every product that the ledger knows and the shop sells has to be right, and every product that the shop was told of.</remarks>
internal static class StockComparison
{
    public static IReadOnlyList<StockDifference> Differences(SandboxRun run, Channel channel)
    {
        var available = run.App.Available;
        var told = run.Stock.Told(channel);
        var shown = run.StockNow(channel);
        return run.Source.Products
            .Select(product => product.OfferId)
            .Where(sku => told.ContainsKey(sku) || (available.ContainsKey(sku) && shown.ContainsKey(sku)))
            .Select(sku => new StockDifference(sku, Number(sku), available.TryGetValue(sku, out var units) ? units : null))
            .Where(product => product.Told != product.Available)
            .ToArray();

        // A marketplace shows a number of its own before it was told any; a shop of webhooks asks nobody.
        long? Number(string sku) => told.TryGetValue(sku, out var units) ? units
            : channel is not Channel.Webhook && shown.TryGetValue(sku, out var stock) ? stock.Present - stock.Reserved
            : null;
    }
}

/// <summary>Since when each shop has had the ledger's numbers. Read anew with every report of the app; a restart begins to watch anew.</summary>
internal sealed class StockAgreement
{
    private readonly Dictionary<Channel, DateTimeOffset> _since = [];

    /// <returns>Null while the shop has other numbers.</returns>
    public DateTimeOffset? Since(Channel channel) => _since.TryGetValue(channel, out var since) ? since : null;

    public void Look(SandboxRun run)
    {
        foreach (var channel in run.Options.Channels)
        {
            if (StockComparison.Differences(run, channel).Count > 0)
            {
                _since.Remove(channel);
            }
            else
            {
                _since.TryAdd(channel, run.Clock.WallNow);
            }
        }
    }
}
