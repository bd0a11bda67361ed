using System.Globalization;
using ShipBy.Cli.Runs;
using ShipBy.Sandbox;

namespace ShipBy.Cli.Local;

/// <summary>The settings of a run's shops, all on one pool.</summary>
/// <param name="scale">Wall time per marketplace time.</param>
internal sealed class LocalShops(string channels, double scale, Uri sandbox, RunKeys keys)
{
    private readonly ChannelKeys _own = ChannelKeys.Of(keys);

    public IEnumerable<KeyValuePair<string, string>> Settings() => channels == RunPlan.OzonAlone
        ? OnOzon(LocalSettings.Shop)
        : channels.Split(',').SelectMany(channel => channel switch
        {
            "taobao" => OnTaobao(channel),
            "webhook" => ByWebhooks(channel),
            _ => OnOzon(channel).Concat(WithParcels(channel)),
        });

    /// <summary>The name of the shop on Ozon: the only shop is called after the sandbox.</summary>
    public static string OzonShop(string channels) => channels == RunPlan.OzonAlone ? LocalSettings.Shop : "ozon";

    private IEnumerable<KeyValuePair<string, string>> OnOzon(string shop) =>
    [
        One(shop, "Kind", "ozon"),
        One(shop, "ClientId", keys.ClientId),
        One(shop, "ApiKey", keys.ApiKey),
        One(shop, "BaseUrl", sandbox.AbsoluteUri),
        One(shop, "Pool", LocalSettings.Pool),
        One(shop, "Warehouse", SandboxServer.Warehouse.ToString(CultureInfo.InvariantCulture)),
        One(shop, "ShowsAfter", LocalSettings.Text(TimeSpan.FromSeconds(3))),      // the sandbox packs within two
        .. Pauses(shop),
        One(shop, "Timeout", LocalSettings.Text(TimeSpan.FromSeconds(3))),
    ];

    /// <summary>Packs by itself, and follows its parcels: what a day is called takes a minute.</summary>
    private IEnumerable<KeyValuePair<string, string>> WithParcels(string shop) =>
    [
        One(shop, "AutoShip", "true"),
        One(shop, "FirstScanWithin", DayLasting(ParcelClocks.FirstScanWithin)),
        One(shop, "StuckAfter", DayLasting(ParcelClocks.StuckAfter)),
        One(shop, "CarrierContact", "claims@carrier.example"),
    ];

    private string DayLasting(TimeSpan length) => string.Create(CultureInfo.InvariantCulture, $"1d={(length * scale).TotalSeconds:0.###}s");

    private IEnumerable<KeyValuePair<string, string>> OnTaobao(string shop) =>
    [
        One(shop, "Kind", "taobao"),
        One(shop, "AppKey", _own.TaobaoAppKey),
        One(shop, "AppSecret", _own.TaobaoAppSecret),
        One(shop, "SessionKey", _own.TaobaoSession),
        One(shop, "BaseUrl", new Uri(sandbox, "router/rest").AbsoluteUri),
        One(shop, "Pool", LocalSettings.Pool),
        One(shop, "OfferStock", "true"),
        One(shop, "Messages", "true"),
        One(shop, "Recipients", "true"),
        One(shop, "CallsPerMinute", "1500"),        // a product is a call, and a run has hundreds
        .. Patience(shop),
        One(shop, "Timeout", LocalSettings.Text(TimeSpan.FromSeconds(3))),
    ];

    private IEnumerable<KeyValuePair<string, string>> ByWebhooks(string shop) =>
    [
        One(shop, "Kind", "webhook"),
        One(shop, "Dialect", "standard"),
        One(shop, "Secret", _own.WebhookSecret),
        One(shop, "TellUrl", new Uri(sandbox, "webhook-shop/told").AbsoluteUri),
        One(shop, "TellSecret", _own.ToldSecret),
        One(shop, "TellTimeout", LocalSettings.Text(TimeSpan.FromSeconds(3))),
        One(shop, "TellAgainAfter", LocalSettings.Text(TimeSpan.FromSeconds(3))),
        One(shop, "Pool", LocalSettings.Pool),
    ];

    private IEnumerable<KeyValuePair<string, string>> Pauses(string shop) =>
    [
        .. Patience(shop),
        One(shop, "CirclePause", LocalSettings.Text(LocalSettings.Mapped(TimeSpan.FromMinutes(3), scale, atLeast: TimeSpan.FromMilliseconds(500)))),
    ];

    private IEnumerable<KeyValuePair<string, string>> Patience(string shop) =>
    [
        One(shop, "RetryPause", LocalSettings.Text(TimeSpan.FromMilliseconds(50))),
        One(shop, "BusyPause", LocalSettings.Text(LocalSettings.Mapped(TimeSpan.FromSeconds(2), scale, atLeast: TimeSpan.FromMilliseconds(100)))),
    ];

    private static KeyValuePair<string, string> One(string shop, string name, string value) => new($"Shops__{shop}__{name}", value);
}
