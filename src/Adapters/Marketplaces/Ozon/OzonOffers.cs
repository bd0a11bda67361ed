using System.Text.Json;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Offers;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Marketplaces.Ozon;

/// <summary>Tells the stock of one warehouse. A number says how it shall be, so it goes by the way of reads and may be sent again.</summary>
/// <remarks>The answer is good however many products were refused; each has its own word.</remarks>
internal sealed class OzonOffers(OzonClient client, OzonOptions options)
{
    /// <value>Pairs of product and warehouse of one call.</value>
    public const int AtOnce = 100;

    /// <value>From here on the marketplace finds a number too big.</value>
    private const int Most = 999_999;

    private static readonly string[] TooSoon = ["TOO_MANY_REQUESTS", "too frequently"];

    private static readonly string[] Unknown = ["NOT_FOUND_ERROR", "offer_id_not_found"];

    public OfferTerms? Terms { get; } = options.Warehouse is null ? null : new OfferTerms(options.SafetyStock, options.StockBuffer, options.StockNumber == "present");

    public Duration Pause { get; } = Duration.FromTimeSpan(options.OfferPause);

    public async Task<IReadOnlyList<OfferAnswer>> TellAsync(IReadOnlyList<(Sku Sku, int Units)> told, CancellationToken cancel)
    {
        var request = new { stocks = told.Select(one => new { offer_id = one.Sku.Value, stock = Math.Min(one.Units, Most), warehouse_id = options.Warehouse }).ToArray() };
        var body = await client.ReadAsync(OzonMethods.Offer, request, cancel);
        var items = body.Field("result").ValueKind is JsonValueKind.Array ? body.Items("result")
            : throw new MarketplaceUnreachableException($"{OzonMethods.Offer} brought something else than a list of answers");
        var asked = told.ToDictionary(one => one.Sku.Value, one => one.Sku, StringComparer.Ordinal);
        return
        [
            .. from item in items
               let offer = item.Text("offer_id")
               where offer is not null && asked.ContainsKey(offer)
               select AnswerOf(asked[offer], item),
        ];
    }

    private static OfferAnswer AnswerOf(Sku sku, JsonElement item)
    {
        var words = item.Items("errors").SelectMany(error => new[] { error.Text("code"), error.Text("message") }).OfType<string>().ToList();
        var isTaken = item.Field("updated").ValueKind is JsonValueKind.True && words.Count == 0;
        return isTaken ? new OfferAnswer(sku, Word: null)
            : new OfferAnswer(sku, words.FirstOrDefault() ?? "not updated", Say(words, TooSoon), Say(words, Unknown));
    }

    private static bool Say(IEnumerable<string> words, string[] meaning) => words.Any(word => meaning.Any(one => word.Contains(one, StringComparison.OrdinalIgnoreCase)));
}
