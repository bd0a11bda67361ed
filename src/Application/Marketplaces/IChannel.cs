namespace ShipBy.Application.Marketplaces;

/// <summary>A shop, as far as ShipBy can speak with it. What it can do, it shows by what else it implements.</summary>
/// <remarks>
/// <see cref="IMarketplace"/>: its orders can be read. <see cref="IStockChannel"/>: it is told stock. <see cref="IShippingChannel"/>: it is told what was shipped and cancelled.
/// </remarks>
public interface IChannel
{
    /// <value>The shop's settings.</value>
    Shop Shop { get; }
}
