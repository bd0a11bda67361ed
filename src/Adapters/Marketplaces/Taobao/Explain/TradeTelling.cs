using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Ozon.Explain;
using ShipBy.Adapters.Marketplaces.Taobao.Reading;
using ShipBy.Adapters.Marketplaces.Wire;

namespace ShipBy.Adapters.Marketplaces.Taobao.Explain;

/// <summary>Trades, as the poll would take them in.</summary>
internal static class TradeTelling
{
    private static readonly TaobaoOptions Usual = new();

    public static PayloadReading Tell(string kind, IReadOnlyList<JsonElement> trades, params string[] head)
    {
        var (lines, problems, reader) = (new List<string>(head), new List<string>(), new TradeReader("shop", Usual, []));
        foreach (var trade in trades)
        {
            switch (reader.Read(trade))
            {
                case null:
                    lines.Add($"{trade.Text("tid")}: not taken yet, nobody has paid ({Cut.ToLine(trade.Text("status") ?? "", 40)}).");
                    break;
                case { Posting: { } posting }:
                    lines.AddRange(PostingTelling.LinesOf(posting));
                    lines.AddRange(posting.Limits.Take(1).Select(limit => $"  the limit is by {limit.Detail}"));
                    if (posting.Flaw is not null)
                        problems.Add($"{posting.Key.Number}: {posting.Flaw}");
                    break;
                case { Unreadable: { } unreadable }:
                    problems.Add(unreadable.Reason);
                    break;
            }
        }

        return new PayloadReading(kind, lines, [], problems);
    }
}
