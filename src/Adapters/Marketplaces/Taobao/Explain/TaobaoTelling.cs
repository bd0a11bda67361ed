using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Ozon.Explain;
using ShipBy.Adapters.Marketplaces.Taobao.Messages;
using ShipBy.Adapters.Marketplaces.Taobao.Reading;
using ShipBy.Adapters.Marketplaces.Taobao.Shipping;
using ShipBy.Adapters.Marketplaces.Wire;

namespace ShipBy.Adapters.Marketplaces.Taobao.Explain;

/// <summary>Says of an answer or a message of the open platform what it is and what ShipBy makes of it.</summary>
/// <remarks>Told by what it holds and not by a list of all fields: a trade has some two hundred, and which of them come is the caller's choice.</remarks>
internal static class TaobaoTelling
{
    private const string RootEnd = "_response";

    /// <returns>Null where it is nothing of Taobao's.</returns>
    public static PayloadReading? Tell(JsonElement payload)
    {
        var root = WireFields.Names(payload).FirstOrDefault(name => name.EndsWith(RootEnd, StringComparison.Ordinal) && payload.Field(name).ValueKind is JsonValueKind.Object);
        return root is "error_response" ? Error(payload.Field(root))
            : root is not null ? Body(payload.Field(root), root[..^RootEnd.Length])
            : payload.Text("topic")?.StartsWith("taobao_", StringComparison.Ordinal) == true ? Messages([payload])
            : payload.Field("tid").IsThere() ? TradeTelling.Tell("one trade of Taobao's", [payload])
            : WireFields.Names(payload).Any(name => name is "trades" or "trade" or "logistics_companies") ? Body(payload, "")
            : null;
    }

    /// <param name="method">As the root has it; empty where there is none.</param>
    private static PayloadReading Body(JsonElement body, string method) => WireFields.Names(body).FirstOrDefault(IsTelling) switch
    {
        "trades" => TradeTelling.Tell("page of Taobao's trades", body.List("trades", "trade"), HeadOf(TradePage.Read(body))),
        "trade" when body.Field("trade").Field("orders").IsThere() || body.Field("trade").Field("status").IsThere() => TradeTelling.Tell("one trade of Taobao's", [body.Field("trade")]),
        "logistics_companies" => Carriers(body),
        "messages" => Messages(body.List("messages", "tmc_message")),
        "skus" => Stock(body.List("skus", "sku"), "quantity"),
        "items" => Stock(body.List("items", "item"), "num"),
        "shipping" when body.Field("shipping").Flag("is_success") is { } isSuccess => Known(method, isSuccess ? "It was shipped as told." : "It was not taken, and no reason is given."),
        _ when method.StartsWith("trades_", StringComparison.Ordinal) => Known(method, "An empty list."),
        _ when method.StartsWith("tmc_messages_consume", StringComparison.Ordinal) => Known(method, "No message waits."),
        _ => Known(method, "ShipBy knows it and does not need it."),
    };

    private static bool IsTelling(string name) => name is "trades" or "trade" or "logistics_companies" or "messages" or "skus" or "items" or "shipping";

    private static PayloadReading Known(string method, string line) => new($"answer of Taobao's to {(method is "" ? "a call" : Cut.ToLine(method, 80))}", [line], [], []);

    private static PayloadReading Error(JsonElement error) => new("error of Taobao's", [ErrorTelling.Of(TopVerdict.On(error, new TaobaoOptions()))], [], []);

    private static string HeadOf(TradePage page) => $"{page.Trades.Count} {(page.Trades.Count == 1 ? "trade" : "trades")}. " + page switch
    {
        { HasNext: true } => "More follows on the next page.",
        { HasNext: false } => "The list ends here.",
        { Total: { } total } => $"The whole list has {total}: it is read from its last page to its first.",
        _ => "It does not say whether more follows.",
    };

    private static PayloadReading Carriers(JsonElement body)
    {
        var rows = body.List("logistics_companies", "logistics_company");
        var lines = rows.Where(row => row.Text("code") is not null)
            .Select(row => new Carrier(row.Text("code")!, row.Text("name") ?? "", row.Text("reg_mail_no")))
            .Select(one => Cut.ToLine($"{one.Code}: {one.Name}{(one.NumberPattern is { } pattern ? $", numbers {pattern}" : "")}", 200));
        return new PayloadReading("carriers that Taobao knows", [.. lines], [], rows.Any(row => row.Text("code") is null) ? ["A carrier has no code: it cannot be named in a shipment."] : []);
    }

    private static PayloadReading Messages(IReadOnlyList<JsonElement> elements)
    {
        var read = elements.Select(TmcMessage.Read).ToList();
        return new PayloadReading(
            elements.Count == 1 ? "message of Taobao's" : "messages of Taobao's",
            [.. read.OfType<TmcMessage>().Select(message => $"{Cut.ToLine(message.Topic ?? "without a topic", 80)}: {(message.Trade is { } tid ? $"{tid} is read back before anything is done" : "it speaks of no trade, and is confirmed")}.")],
            [],
            read.Contains(null) ? ["A message has no id: it cannot be confirmed, and comes again."] : []);
    }

    private static PayloadReading Stock(IReadOnlyList<JsonElement> rows, string field) => new(
        "stock of Taobao's listings",
        [.. rows.Where(row => row.Whole(field) is not null).Select(row => $"{Cut.ToLine(row.Text("outer_id") ?? $"listing {row.Text("num_iid")}", 80)}: {row.Whole(field)} can be bought.")],
        [],
        [.. rows.Where(row => row.Whole(field) is null).Select(row => $"{Cut.ToLine(row.Text("outer_id") ?? "a listing", 80)}: {field} is missing or no number; look at the listing in the seller centre.")]);
}
