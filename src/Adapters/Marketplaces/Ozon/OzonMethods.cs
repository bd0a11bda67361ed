namespace ShipBy.Adapters.Marketplaces.Ozon;

/// <summary>The methods that we call.</summary>
internal static class OzonMethods
{
    public const string Unfulfilled = "/v4/posting/fbs/unfulfilled/list";
    public const string List = "/v4/posting/fbs/list";
    public const string Get = "/v3/posting/fbs/get";
    public const string StocksByWarehouse = "/v2/product/info/stocks-by-warehouse/fbs";
    public const string Stocks = "/v4/product/info/stocks";
    public const string Warehouses = "/v2/warehouse/list";
    public const string Offer = "/v2/products/stocks";
    public const string Ship = "/v4/posting/fbs/ship";
    public const string Cancel = "/v2/posting/fbs/cancel";
    public const string CancelReasons = "/v1/posting/fbs/cancel-reason";
    public const string SetTrackingNumber = "/v2/fbs/posting/tracking-number/set";
    public const string Delivering = "/v2/fbs/posting/delivering";
    public const string SetCutOff = "/v1/posting/cutoff/set";
    public const string SetCountry = "/v2/posting/fbs/product/country/set";
    public const string Exemplars = "/v6/fbs/posting/product/exemplar/create-or-get";
    public const string SetExemplars = "/v6/fbs/posting/product/exemplar/set";
    public const string ValidateExemplars = "/v5/fbs/posting/product/exemplar/validate";
    public const string ExemplarStatus = "/v5/fbs/posting/product/exemplar/status";
    public const string CancelProducts = "/v2/posting/fbs/product/cancel";
    public const string CancelRequests = "/v2/conditional-cancellation/list";
    public const string GrantCancelRequest = "/v2/conditional-cancellation/approve";
    public const string RejectCancelRequest = "/v2/conditional-cancellation/reject";
    public const string SetBoxes = "/v3/posting/multiboxqty/set";
    public const string OrderLabels = "/v3/posting/fbs/package-label/create";
    public const string Labels = "/v2/posting/fbs/package-label/get";
    public const string Roles = "/v1/roles";
    public const string ErrorIndex = "/v1/rating/index/fbs/info";
    public const string ErrorPostings = "/v1/rating/index/fbs/posting/list";
    public const string Ratings = "/v1/rating/summary";
    public const string Chats = "/v3/chat/list";
    public const string ChatHistory = "/v3/chat/history";
    public const string Reviews = "/v2/review/list";
    public const string Returns = "/v1/returns/list";
    public const string SellerReturns = "/v2/returns/rfbs/list";
    public const string Deliveries = "/v2/carriage/delivery/list";
    public const string CreateCarriage = "/v1/carriage/create";
    public const string ApproveCarriage = "/v1/carriage/approve";
    public const string ActState = "/v2/posting/fbs/act/check-status";
    public const string ActFile = "/v2/posting/fbs/act/get-pdf";
    public const string PushAddresses = "/v1/notification/list";
    public const string SwitchPushes = "/v1/notification/enable";

    /// <value>Those without which no order can be guarded.</value>
    public static readonly IReadOnlyList<string> ToGuard = [Unfulfilled, List, Get, StocksByWarehouse];

    /// <value>Those without which something else cannot be done. Reviews are left out: most subscriptions do not cover them.</value>
    public static readonly IReadOnlyList<string> Others =
    [
        Offer, Ship, Cancel, CancelReasons, SetTrackingNumber, Delivering, SetCutOff, SetCountry, SetBoxes, Exemplars, SetExemplars, ValidateExemplars, ExemplarStatus,
        CancelProducts, CancelRequests, GrantCancelRequest, RejectCancelRequest, OrderLabels, Labels, ErrorIndex, ErrorPostings, Ratings, Chats,
        ChatHistory, Returns, SellerReturns, Deliveries, CreateCarriage, ApproveCarriage, ActState, ActFile, PushAddresses, SwitchPushes,
    ];
}
