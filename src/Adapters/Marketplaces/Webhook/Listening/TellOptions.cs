using NodaTime;
using ShipBy.Domain.Offers;

namespace ShipBy.Adapters.Marketplaces.Webhook.Listening;

/// <summary>How a shop is told what ShipBy knows; read and judged.</summary>
/// <param name="Url">May hold a secret: never to be shown.</param>
/// <param name="AgainAfter">Before a message that was not answered is sent again.</param>
/// <param name="Terms">What it offers of the pool's stock; null where it does not want to hear of stock.</param>
internal sealed record TellOptions(string Shop, Uri Url, byte[] Key, OfferTerms? Terms, Duration OfferPause, TimeSpan Timeout, Duration AgainAfter);
