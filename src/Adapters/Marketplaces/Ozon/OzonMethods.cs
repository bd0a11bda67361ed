namespace ShipBy.Adapters.Marketplaces.Ozon;

/// <summary>The methods that we call.</summary>
internal static class OzonMethods
{
    public const string Unfulfilled = "/v4/posting/fbs/unfulfilled/list";
    public const string List = "/v4/posting/fbs/list";
    public const string Get = "/v3/posting/fbs/get";
    public const string StocksByWarehouse = "/v2/product/info/stocks-by-warehouse/fbs";
    public const string Stocks = "/v4/product/info/stocks";
    public const string Offer = "/v2/products/stocks";
    public const string Ship = "/v4/posting/fbs/ship";
    public const string Cancel = "/v2/posting/fbs/cancel";
    public const string CancelReasons = "/v1/posting/fbs/cancel-reason";
    public const string SetTrackingNumber = "/v2/fbs/posting/tracking-number/set";
    public const string Delivering = "/v2/fbs/posting/delivering";
    public const string SetCutOff = "/v1/posting/cutoff/set";
    public const string SetCountry = "/v2/posting/fbs/product/country/set";
    public const string SetBoxes = "/v3/posting/multiboxqty/set";
    public const string OrderLabels = "/v3/posting/fbs/package-label/create";
    public const string Labels = "/v2/posting/fbs/package-label/get";
    public const string Roles = "/v1/roles";
    public const string PushAddresses = "/v1/notification/list";
    public const string SwitchPushes = "/v1/notification/enable";
}
