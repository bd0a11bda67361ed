using System.ComponentModel.DataAnnotations;
using ShipBy.Adapters.Marketplaces.Calls;

namespace ShipBy.Adapters.Marketplaces.Taobao;

/// <summary>One shop on Taobao or Tmall, as <c>Shops__&lt;name&gt;__*</c> sets it.</summary>
public sealed class TaobaoOptions : CallOptions
{
    /// <value>Only <c>taobao</c> is read here; shops of other kinds belong to other adapters.</value>
    public string Kind { get; init; } = "";

    /// <value>The app's number, from the open platform's console.</value>
    public string AppKey { get; init; } = "";

    /// <value>The app's secret, with which each call is signed.</value>
    public string AppSecret { get; init; } = "";

    /// <value>The seller's authorisation of the app. It ends after a time that depends on the app.</value>
    public string SessionKey { get; init; } = "";

    /// <value>How calls are signed: <c>hmac-sha256</c>, <c>hmac</c> or <c>md5</c>. Default the first.</value>
    [RegularExpression("hmac-sha256|hmac|md5")] public string SignMethod { get; init; } = TopSignature.HmacSha256;

    /// <value>The gateway. Sellers abroad use <c>https://api.taobao.com/router/rest</c>. Plain http is taken from this machine only, because the session travels with each call.</value>
    public string BaseUrl { get; init; } = "https://gw.api.taobao.com/router/rest";

    /// <value>The stock pool the shop sells from. Default <c>main</c>.</value>
    public string Pool { get; init; } = "main";

    /// <value>Calls per minute by all instances together, 60 to 6000, spent evenly by the second. Default 300; what the platform allows stands in the app's console.</value>
    [Range(60, 6000)] public int CallsPerMinute { get; init; } = 300;

    /// <value>Whether unpaid trades hold stock already. Default false: they are not taken before they are paid.</value>
    public bool HoldUnpaid { get; init; }

    /// <value>Fields of a trade that, when set, mean that it must not ship for now; names with a comma between them.</value>
    /// <remarks>Which of them a shop gets depends on its programmes. One that turns out to mean something else is left out here.</remarks>
    public string HoldFields { get; init; } =
        "top_hold,team_buy_hold,share_group_hold,ofp_hold,forbid_consign,rx_audit_status,new_presell,general_new_presell,delay_create_delivery";

    /// <value>Whether it is asked whom a trade goes to: for the carrier's region, and to see which parcels may go together. Default false: the app needs the platform's leave, and names come masked.</value>
    public bool Recipients { get; init; }

    /// <value>How much of the changes is asked for at a time, 2 minutes to 1 day. Default 30 minutes, as the platform advises; it refuses more than a day.</value>
    [Range(typeof(TimeSpan), "00:02:00", "1.00:00:00", ConvertValueInInvariantCulture = true)]
    public TimeSpan ChangesAtOnce { get; init; } = TimeSpan.FromMinutes(30);

    /// <value>Whether the pool's stock is offered in this shop. Default false: the seller keeps it there by hand.</value>
    public bool OfferStock { get; init; }

    /// <value>Units of each product that are not offered. Default 0.</value>
    [Range(0, 1_000_000)] public int SafetyStock { get; init; }

    /// <value>Units of each product that this shop leaves to the others of the pool. Default 0.</value>
    [Range(0, 1_000_000)] public int StockBuffer { get; init; }

    /// <value>Between two numbers of one product, by the machine's clock. Default 5 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ConvertValueInInvariantCulture = true)]
    public TimeSpan OfferPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <value>Whether the platform's messages are taken at each poll. Default false; the poll finds everything by itself, a message only helps it where a list is late.</value>
    public bool Messages { get; init; }

    /// <value>The group of messages that this shop takes. Shops of one app need a group each, since a group gives a message away once. Default <c>default</c>.</value>
    public string GroupName { get; init; } = "default";

    /// <value>The reason told where an unpaid trade is closed and the seller names none; one of the platform's own texts.</value>
    public string CloseReason { get; init; } = "缺货";
}
