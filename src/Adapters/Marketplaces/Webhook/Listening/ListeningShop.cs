using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Offers;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Marketplaces.Webhook.Listening;

/// <summary>A shop that tells of its orders by itself and listens at an address of its own: it hears what there is to sell, what was shipped, and what was cancelled.</summary>
/// <remarks>It cannot be asked. Each message has an id that follows from what it says, so that the shop knows a repetition.</remarks>
internal sealed class ListeningShop(Shop shop, TellOptions options, ShopPost post) : IStockChannel, IShippingChannel
{
    private const int ProductsAtOnce = 100;

    /// <value>In a word about a product: the shop does not sell it.</value>
    private const string Unknown = "unknown";

    public Shop Shop => shop;

    public OfferTerms? Terms => options.Terms;

    public Duration OfferPause => options.OfferPause;

    public int OffersAtOnce => ProductsAtOnce;

    public bool ShowsStock => false;

    /// <value>Nothing shows; a repetition harms nobody, where only the shop's answer was lost.</value>
    public Duration ShowsAfter => options.AgainAfter;

    public Task<IReadOnlyList<ListedStock>> StockOfAsync(IReadOnlyCollection<Sku> skus, CancellationToken cancel) => throw new NotSupportedException("The shop cannot be asked; see ShowsStock.");

    /// <remarks>Numbers are whole amounts, and each telling is news of its own: the same number may be true again later.</remarks>
    public async Task<IReadOnlyList<OfferAnswer>> OfferAsync(IReadOnlyList<(Sku Sku, int Units)> offers, CancellationToken cancel)
    {
        var items = offers.Select(offer => new { sku = offer.Sku.Value, available = offer.Units });
        var answer = await post.SendAsync(ShopMessage.Of($"stock-{Guid.NewGuid():N}", "stock.set", new { items }), cancel);
        var words = WordsIn(answer);
        return [.. offers.Select(offer => new OfferAnswer(offer.Sku, words.GetValueOrDefault(offer.Sku.Value), IsUnknown: words.GetValueOrDefault(offer.Sku.Value)?.Contains(Unknown, StringComparison.OrdinalIgnoreCase) == true))];
    }

    public async Task<ShippingAnswer> AdvanceAsync(Order order, CancellationToken cancel)
    {
        var wanted = order.Instruction!;
        var (type, data) = wanted switch
        {
            { Kind: InstructionKind.Ship, Ship: { } ship } when ship.IsHandedOver || ship.TrackingNumber is not null =>
                ("order.shipped", (object)new { order = order.Key.Number, carrier = ship.Carrier, tracking_number = ship.TrackingNumber }),
            { Kind: InstructionKind.Cancel, Cancel: { } cancelled } => ("order.cancelled", new { order = order.Key.Number, reason = cancelled.Message }),
            _ => ("", null!),
        };
        if (type.Length == 0)
        {
            return wanted.Kind switch
            {
                InstructionKind.Ship => new ShippingAnswer.Complete(),
                InstructionKind.CancelPart => new ShippingAnswer.Refused("The shop hears of whole orders only; cancel the part there."),
                _ => new ShippingAnswer.Refused("The shop sets its limits itself; change it there."),
            };
        }

        try
        {
            await post.SendAsync(ShopMessage.Of(IdOf(order.Key, type, data), type, data), cancel);
            return new ShippingAnswer.Complete();
        }
        catch (MarketplaceRefusedException refused)
        {
            return new ShippingAnswer.Refused($"{refused.Message}. Look at the order in the shop");
        }
    }

    private static Dictionary<string, string> WordsIn(JsonElement answer)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        if (answer.Field("results") is { ValueKind: JsonValueKind.Array } results)
        {
            foreach (var result in results.EnumerateArray())
            {
                if (result.Text("sku") is { } sku && result.Text("error") is { Length: > 0 } word)
                {
                    words[sku] = Cut.ToLine(word, 120);
                }
            }
        }

        return words;
    }

    private static string IdOf(OrderKey order, string type, object data) => $"{type}-"
        + Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes($"{order.Shop}\n{type}\n"), .. JsonSerializer.SerializeToUtf8Bytes(data)]))[..32];
}
