namespace ShipBy.Adapters.Marketplaces.Rules;

/// <summary>What a shop of any marketplace says about its own deadlines, as <c>Shops__&lt;name&gt;__*</c> sets it. Empty: not set.</summary>
public sealed class DispatchOptions
{
    /// <value>IANA zone of the shop. Default: the seller's, <c>ShipBy__TimeZone</c>.</value>
    public string TimeZone { get; init; } = "";

    /// <value>The shop's working time: a calendar by its name, or a file.</value>
    public string Calendar { get; init; } = "";

    /// <value>Working time that an order may take from its payment to the carrier, such as <c>16h</c>. For postings without a limit of the marketplace's.</value>
    public string HandlingTime { get; init; } = "";

    /// <value>Orders after this time of the day count from the next working day, such as <c>14:00</c>.</value>
    public string OrderCutOff { get; init; } = "";

    /// <value>When the carrier comes, such as <c>Mon-Fri 16:00,Sat 12:00</c>.</value>
    public string PickUps { get; init; } = "";

    /// <value>The carrier's own days: a file by its name, or a path.</value>
    public string Carrier { get; init; } = "";

    /// <value>Which region's rows of the carrier's file count.</value>
    public string CarrierRegion { get; init; } = "";

    /// <value>A calendar whose named days off are the carrier's too.</value>
    public string CarrierCalendar { get; init; } = "";

    /// <value>IANA zone of the pick-ups. Default: the shop's.</value>
    public string CarrierTimeZone { get; init; } = "";

    /// <value>Products that are made of others: a file.</value>
    public string Bundles { get; init; } = "";

    /// <value>Periods with a handling time of their own: a file by its name, or a path.</value>
    public string Promotions { get; init; } = "";
}
