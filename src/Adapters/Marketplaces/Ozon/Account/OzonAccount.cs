namespace ShipBy.Adapters.Marketplaces.Ozon.Account;

/// <summary>What the marketplace says of the seller, and not of an order.</summary>
internal sealed record OzonAccount(OzonKey Key, OzonHealth Health, OzonTalk Talk, OzonReturns Returns, OzonCancelRequests Requests, decimal ErrorIndexLimit);
