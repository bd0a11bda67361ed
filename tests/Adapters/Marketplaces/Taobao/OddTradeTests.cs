using System.Text.Json;
using System.Text.Json.Nodes;
using ShipBy.Adapters.Marketplaces.Ozon.Explain;
using ShipBy.Adapters.Marketplaces.Taobao;
using ShipBy.Adapters.Marketplaces.Taobao.Reading;

namespace ShipBy.Adapters.Tests.Marketplaces.Taobao;

/// <summary>Every field of a trade, replaced by everything that it should not be: one bad trade must never stop its page.</summary>
public sealed class OddTradeTests
{
    private static readonly string[] Odd = ["null", "\"\"", "[]", "{}", "[[]]", "true", "-1", "1e400", "\"\\ud800\"", "\"9999-99-99 99:99:99\"", "\"WAIT_SELLER_SEND_GOODS\"", "99999999999999999999999"];

    [Fact]
    public void WhateverAFieldHolds_TheTradeIsRead_OrSaysWhyNot()
    {
        var whole = Trades.Trade(("\"type\":\"fixed\"", "\"type\":\"fixed\",\"consign_interval\":72,\"top_hold\":0,\"est_con_time\":\"x\",\"logistics_consign_info\":{\"logistics_consign_info\":[{\"consign_time\":\"2026-11-21 12:00:00\"}]}"));
        var paths = new List<string>();
        Collect(JsonNode.Parse(whole)!, paths);
        Assert.InRange(paths.Count, 40, 80);

        foreach (var (path, odd) in paths.SelectMany(_ => Odd, (path, odd) => (path, odd)))
        {
            var changed = Changed(whole, path, odd);
            using var document = JsonDocument.Parse(changed);

            var read = new TradeReader("tm", new TaobaoOptions(), []).Read(document.RootElement);

            Assert.True(read is null or { Posting: not null } or { Unreadable: not null }, $"{path} = {odd}");
            Assert.NotNull(PayloadReader.Read(Trades.Full(changed)).Kind);
        }
    }

    private static void Collect(JsonNode node, List<string> paths)
    {
        var children = node is JsonObject json ? json.Select(field => field.Value) : node is JsonArray list ? list : [];
        foreach (var child in children.OfType<JsonNode>())
        {
            paths.Add(child.GetPath());
            Collect(child, paths);
        }
    }

    /// <summary>The text with the value at a path replaced: by way of a mark, since some odd values are none that a node could hold.</summary>
    private static string Changed(string whole, string path, string odd)
    {
        const string mark = "\"=mark=\"";
        var tree = JsonNode.Parse(whole)!;
        At(tree, path).ReplaceWith(JsonNode.Parse(mark));
        return tree.ToJsonString().Replace(mark, odd, StringComparison.Ordinal);
    }

    private static JsonNode At(JsonNode node, string path)
    {
        if (node.GetPath() == path)
            return node;

        var children = node is JsonObject json ? json.Select(field => field.Value) : (JsonArray)node;
        return At(children.OfType<JsonNode>().First(child => path == child.GetPath() || path.StartsWith(child.GetPath() + ".", StringComparison.Ordinal) || path.StartsWith(child.GetPath() + "[", StringComparison.Ordinal)), path);
    }
}
