namespace ShipBy.Adapters.Marketplaces.Taobao;

/// <summary>The methods we call.</summary>
internal static class TopMethods
{
    public const string Sold = "taobao.trades.sold.get";
    public const string Changed = "taobao.trades.sold.increment.get";
    public const string Trade = "taobao.trade.fullinfo.get";
    public const string Close = "taobao.trade.close";
    public const string Send = "taobao.logistics.offline.send";
    public const string Resend = "taobao.logistics.consign.resend";
    public const string Carriers = "taobao.logistics.companies.get";
    public const string Take = "taobao.tmc.messages.consume";
    public const string Confirm = "taobao.tmc.messages.confirm";

    // The three for stock are known from the platform's published client libraries and were not tried against the platform.
    public const string Skus = "taobao.skus.custom.get";
    public const string Items = "taobao.items.custom.get";
    public const string Quantity = "taobao.item.quantity.update";
}
