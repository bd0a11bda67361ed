namespace ShipBy.Adapters.Marketplaces.Ozon;

/// <summary>The methods we call: reads, and writes that say how it shall be, so that each may be sent again.</summary>
internal static class OzonMethods
{
    public const string Unfulfilled = "/v4/posting/fbs/unfulfilled/list";
    public const string List = "/v4/posting/fbs/list";
    public const string Get = "/v3/posting/fbs/get";
    public const string StocksByWarehouse = "/v2/product/info/stocks-by-warehouse/fbs";
    public const string Stocks = "/v4/product/info/stocks";
    public const string Offer = "/v2/products/stocks";
    public const string Roles = "/v1/roles";
    public const string PushAddresses = "/v1/notification/list";
    public const string SwitchPushes = "/v1/notification/enable";
}
