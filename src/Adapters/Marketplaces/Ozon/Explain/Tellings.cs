using System.Net;
using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Calls;
using ShipBy.Adapters.Marketplaces.Ozon.Push;
using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Adapters.Marketplaces.Wire;

namespace ShipBy.Adapters.Marketplaces.Ozon.Explain;

/// <summary>What ShipBy makes of a payload, as the part that reads it would say.</summary>
internal static class Tellings
{
    public static Told Tell(Shape shape, JsonElement payload) => shape.Telling switch
    {
        Telling.Postings => PostingTelling.Tell(payload),
        Telling.Push => OfPush(payload),
        Telling.Stock => OfStock(payload),
        Telling.Error => OfError(payload),
        Telling.Key => OfKey(payload),
        Telling.Pieces => PieceTelling.OfPieces(payload),
        Telling.Wishes => PieceTelling.OfWishes(payload),
        Telling.Note => Told.Of(shape.Note),
        var unknown => throw new InvalidOperationException($"Nobody tells of {unknown}."),
    };

    private static Told OfPush(JsonElement payload) => OzonPushReader.Read(payload) switch
    {
        OzonPush.Ping => Told.Of("Answered with version, name and time."),
        OzonPush.PostingTouched(var number, var type) => Told.Of($"{number}: {type} rings; the posting is read back before anything is done."),
        OzonPush.BuyerWrote => Told.Of("A buyer wrote: who waits for an answer is looked up soon, and the seller is told. Answered as done."),
        OzonPush.Ignored { Type: "string" } => Told.Of("The type is a placeholder of the documentation. Answered as done."),
        OzonPush.Ignored(var type) when PushTypes.Others.Contains(type) => Told.Of("It concerns no order to be packed. Answered as done."),
        OzonPush.Ignored(var type) => new Told(
            ["Answered as done, so that it does not come again; the poll finds whatever it was about."],
            [$"message_type '{type}' is not a known type: see whether there is a newer ShipBy."]),
        OzonPush.Unreadable(var reason, _) => new Told([], [$"{reason} Answered as an error: the marketplace sends it again."]),
        var unknown => throw new InvalidOperationException($"Nobody tells of {unknown}."),
    };

    private static Told OfStock(JsonElement payload)
    {
        var rows = ListPage.Read(payload, "products", "items", "stocks")?.Elements ?? [];
        var lines = new List<string>();
        var problems = new List<string>();
        for (var i = 0; i < rows.Count; i++)
        {
            var name = rows[i].Text("offer_id") ?? (rows[i].Text("sku") is { } sku ? $"the marketplace's product {sku}" : $"row {i}");
            var figures = StockRows.FiguresOf(rows[i]).ToList();
            if (figures.Count > 0)
                lines.Add($"{Cut.ToLine(name, 80)}: {figures.Sum(one => one.Present)} present, {figures.Sum(one => one.Reserved)} of them reserved.");
            else if (!StockRows.IsForeign(rows[i]))
                problems.Add($"{Cut.ToLine(name, 80)}: present is missing or no number; look the product up in the seller's cabinet.");
        }

        if (rows.Any(row => row.Text("offer_id") is null))
            lines.Add("Rows without offer_id cannot be matched with the shelf; the newer methods give it.");

        return new Told(lines, problems);
    }

    private static Told OfError(JsonElement payload)
    {
        var code = payload.Whole("code") ?? payload.Field("error").Whole("code");
        var status = code switch { 5 => 404, 7 => 403, 8 => 429, 13 => 500, 14 => 503, 16 => 401, _ => 400 };
        return Told.Of(ErrorTelling.Of(Verdict.On(new Answer((HttpStatusCode)status, payload, null), new OzonOptions(), DateTimeOffset.UnixEpoch)));
    }

    private static Told OfKey(JsonElement payload)
    {
        var roles = payload.Items("roles").Concat(payload.Field("result").Items("roles")).Select(role => role.Text("name") ?? "?").ToList();
        var expires = payload.Text("expires_at") ?? payload.Field("result").Text("expires_at");
        var end = WireInstant.Read(expires);
        return new Told(
            [$"Rights: {Cut.ToLine(string.Join(", ", roles), 400)}.", end is { } at ? $"The key ends at {at}." : "It does not say when the key ends."],
            end is null && expires is not null ? ["expires_at cannot be read as a moment: look the key up in the seller's cabinet."] : []);
    }
}

/// <param name="Problems">What could not be understood, with its remedy.</param>
internal sealed record Told(IReadOnlyList<string> Lines, IReadOnlyList<string> Problems)
{
    public static Told Of(string line) => new([line], []);
}
