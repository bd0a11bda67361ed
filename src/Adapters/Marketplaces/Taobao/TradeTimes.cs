namespace ShipBy.Adapters.Marketplaces.Taobao;

/// <summary>What one trade says about when it has to be shipped, word for word. Null and empty: not filled.</summary>
/// <remarks>Each programme of the platform fills other fields; which of them an ordinary shop gets is not documented.</remarks>
internal sealed record TradeTimes
{
    /// <value><c>pay_time</c>.</value>
    public string? PayTime { get; init; }

    /// <value><c>delivery_time</c>: the latest shipping of the whole trade.</value>
    public string? DeliveryTime { get; init; }

    /// <value><c>logistics_consign_info[].consign_time</c>.</value>
    public IReadOnlyList<string?> PromisedConsignTimes { get; init; } = [];

    /// <value><c>est_con_time</c>: may be free text.</value>
    public string? EstimatedConsignTime { get; init; }

    /// <value><c>send_time</c>: mainly presale.</value>
    public string? SendTime { get; init; }

    /// <value><c>consign_interval</c>: hours from the payment on.</value>
    public int? ConsignInterval { get; init; }

    /// <value>The lines that are still to be shipped; a line that has left has no clock any more.</value>
    public IReadOnlyList<LineTimes> Lines { get; init; } = [];
}

/// <param name="DeliveryTime"><c>orders[].delivery_time</c>.</param>
/// <param name="EstimatedConsignTime"><c>orders[].estimate_con_time</c>: may be free text.</param>
internal sealed record LineTimes(string? DeliveryTime = null, string? EstimatedConsignTime = null);
