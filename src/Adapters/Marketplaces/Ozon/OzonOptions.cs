using System.ComponentModel.DataAnnotations;
using ShipBy.Adapters.Marketplaces.Calls;
using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Marketplaces.Ozon;

/// <summary>One Ozon shop, as <c>Shops__&lt;name&gt;__*</c> sets it.</summary>
public sealed class OzonOptions : CallOptions
{
    /// <value>Only <c>ozon</c> is read here; shops of other kinds belong to other adapters.</value>
    public string Kind { get; init; } = "";

    /// <value>The account's number, from the seller's cabinet under Settings > API keys.</value>
    public string ClientId { get; init; } = "";

    /// <value>The secret that goes with it. Ozon lets a key die three months after it was made.</value>
    public string ApiKey { get; init; } = "";

    /// <value>Another address plays the marketplace: the sandbox, or a proxy. Plain http is taken from this machine only, because the key travels with each call.</value>
    public string BaseUrl { get; init; } = "https://api-seller.ozon.ru";

    /// <value>The stock pool the shop sells from. Default <c>main</c>.</value>
    public string Pool { get; init; } = "main";

    /// <value>The warehouse at the marketplace where the pool's stock is offered, by its number there. Null: the seller keeps the stock at the marketplace by hand.</value>
    [Range(1, long.MaxValue)] public long? Warehouse { get; init; }

    /// <summary>Whether both are entries of one account, each for a warehouse of it.</summary>
    internal bool IsSameAccount(OzonOptions other) => ClientId == other.ClientId && BaseUrl == other.BaseUrl;

    /// <value>What a number of stock means to the marketplace: <c>free</c>, units that no order has reserved, or <c>present</c>, from which it takes its own open orders off. Default <c>free</c>.</value>
    [RegularExpression("free|present")] public string StockNumber { get; init; } = "free";

    /// <value>Units of each product that are not offered. Default 0.</value>
    [Range(0, 1_000_000)] public int SafetyStock { get; init; }

    /// <value>Units of each product that this shop leaves to the others of the pool. Default 0.</value>
    [Range(0, 1_000_000)] public int StockBuffer { get; init; }

    /// <value>Between two numbers of one product, by the machine's clock. Default 31 s; the marketplace refuses within 30.</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ConvertValueInInvariantCulture = true)]
    public TimeSpan OfferPause { get; init; } = TimeSpan.FromSeconds(31);

    /// <value>How long it may take until what was told shows in the posting, by the machine's clock. Default 70 s; packing goes on by itself for about a minute.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ConvertValueInInvariantCulture = true)]
    public TimeSpan ShowsAfter { get; init; } = TimeSpan.FromSeconds(70);

    /// <value>The country that all goods come from, in two letters such as <c>CN</c>: told wherever the marketplace wants it before packing. Null: the seller does that by hand.</value>
    [RegularExpression("[A-Z]{2}", ErrorMessage = "Write the country in two capital letters, such as CN.")] public string? Country { get; init; }

    /// <value>Numbers that the shop's goods do not have, and of which that is said wherever the marketplace asks: <c>gtd</c> (customs declaration), <c>rnpt</c> (batch), or both with a comma. Null: they are given with each order.</value>
    [RegularExpression(" *(gtd|rnpt)( *, *(gtd|rnpt))* *", ErrorMessage = "Write gtd, rnpt, or gtd,rnpt.")] public string? Absent { get; init; }

    /// <value>When the marketplace is told of each piece before packing: <c>asked</c>, where a posting asks for it, or <c>always</c>, as some ways of delivery across borders want it. Default <c>asked</c>.</value>
    [RegularExpression("asked|always")] public string Exemplars { get; init; } = "asked";

    /// <value>What of this is known of all goods.</value>
    internal KnownData Known => new(
        Country,
        [.. (Absent ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => word == "gtd" ? GoodsDatumKind.Declaration : GoodsDatumKind.Batch)]);

    /// <value>Spoilt orders of all, in percent, from which on the seller hears of it. Default 4, where the marketplace's first paid zone begins.</value>
    [Range(0, 100)] public decimal ErrorIndexLimit { get; init; } = 4;

    /// <value>How long the seller gives himself to answer a buyer or a bad review. Default a day.</value>
    [Range(typeof(TimeSpan), "00:01:00", "14.00:00:00", ConvertValueInInvariantCulture = true)]
    public TimeSpan ReplyWithin { get; init; } = TimeSpan.FromDays(1);

    /// <value>Which labels are printed: <c>big</c> or <c>small</c>. Default <c>big</c>.</value>
    [RegularExpression("big|small")] public string Label { get; init; } = "big";

    /// <value>Between two questions whether labels are made. Default 3 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00", ConvertValueInInvariantCulture = true)]
    public TimeSpan LabelPause { get; init; } = TimeSpan.FromSeconds(3);

    /// <value>How long labels are waited for. Default 60 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ConvertValueInInvariantCulture = true)]
    public TimeSpan LabelPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <value>Calls per second by all instances together, 1 to 24. Default 10.</value>
    /// <remarks>The marketplace allows fewer than 50 in any second. A sliding second touches two of ours, hence 24 and not 49.</remarks>
    [Range(1, 24)] public int CallsPerSecond { get; init; } = 10;

    /// <value>How long a method is left alone after <c>Circle is open</c>. Default 3 minutes; the marketplace says one to five.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00", ConvertValueInInvariantCulture = true)]
    public TimeSpan CirclePause { get; init; } = TimeSpan.FromMinutes(3);
}
