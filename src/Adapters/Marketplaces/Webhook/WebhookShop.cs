using ShipBy.Adapters.Marketplaces.Webhook.Dialects;
using ShipBy.Adapters.Marketplaces.Webhook.Listening;
using ShipBy.Adapters.Marketplaces.Webhook.Mapping;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Webhook;

/// <summary>A shop that tells of its orders by itself, ready to be heard.</summary>
internal sealed record WebhookShop(Shop Shop, IDialect Dialect, SigningKeys Keys, OrderReader Reader)
{
    /// <value>How it is told what ShipBy knows; null where it does not listen.</value>
    public TellOptions? Telling { get; init; }
}
