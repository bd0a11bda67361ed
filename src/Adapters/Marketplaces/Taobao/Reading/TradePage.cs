using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Marketplaces.Taobao.Reading;

/// <summary>A page of a list of trades as it came.</summary>
/// <param name="Total">Only where it was asked for.</param>
/// <param name="HasNext">Only where that was asked for instead.</param>
internal sealed record TradePage(IReadOnlyList<JsonElement> Trades, long? Total, bool? HasNext)
{
    /// <param name="root">What stands under the answer's root. "Nothing" may be left out.</param>
    public static TradePage Read(JsonElement root) => new(root.List("trades", "trade"), root.Whole("total_results"), root.Flag("has_next"));

    /// <summary>Reads each trade on its own, save those that were seen in this very state.</summary>
    public PostingPage ToPostings(TradeReader reader, HashSet<(string, string)> seen)
    {
        var read = Trades.Where(trade => IsNews(trade, seen)).Select(reader.Read).OfType<ReadPosting>().ToList();
        return new PostingPage([.. read.Select(one => one.Posting).OfType<Posting>()], [.. read.Select(one => one.Unreadable).OfType<UnreadablePosting>()]);
    }

    private static bool IsNews(JsonElement trade, HashSet<(string, string)> seen) =>
        trade.Text("tid") is not { } tid || trade.Text("modified") is not { } modified || seen.Add((tid, modified));
}
