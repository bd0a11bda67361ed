using ShipBy.Sandbox.Faults;

namespace ShipBy.Sandbox;

/// <summary>What a run of the sandbox is made of.</summary>
/// <remarks>Source, seed, length, stock share, faults, ladder and channels name the run: a data folder goes on only with the same ones.</remarks>
public sealed record SandboxOptions
{
    /// <value>Where the run is kept. Created when missing; a folder with an unfinished run is gone on with.</value>
    public required string DataFolder { get; init; }

    /// <value>The shops that are played, each on the same products and the one stock. Anything but Ozon alone is a run of channels.</value>
    public IReadOnlyList<Channel> Channels { get; init; } = [Channel.Ozon];

    /// <value>Whether shops of channels are played. Then nothing ships by itself, parcels and trades have tales of their own, the last orders come well before the end, and the report speaks of each channel.</value>
    public bool PlaysChannels => Channels is not [Channel.Ozon];

    /// <value>Whether some of Ozon's postings want something special: data before they are packed, a number of boxes, a date; or have an odd address or a comment.</value>
    public bool OzonScenes { get; init; }

    public long Seed { get; init; } = 1;

    /// <value>A file of real orders, <c>.csv</c> or <c>.csv.gz</c>; null for generated ones.</value>
    public string? OrdersFile { get; init; }

    /// <value>Wall time of the run; null is endless (generated orders) or <see cref="DefaultFileLength"/> (a file).</value>
    public TimeSpan? Length { get; init; }

    /// <value>Share of the file's demand that is in stock, 0 to 1.</value>
    public decimal StockFactor { get; init; } = 1m;

    public FaultLevel Faults { get; init; } = FaultLevel.None;

    /// <value>Rungs before the deadline, in marketplace time, as in <c>24h,12h,6h,2h</c>.</value>
    public string Ladder { get; init; } = "24h,12h,6h,2h";

    /// <value>Written when the run ends and again when the sandbox stops.</value>
    public string? ReportFile { get; init; }

    /// <value>0 takes any free port.</value>
    public int Port { get; init; }

    public string ClientId { get; init; } = "1000001";

    public string ApiKey { get; init; } = "00000000-5a4d-b0c5-0000-000000000001";

    public string TaobaoAppKey { get; init; } = "12345678";

    public string TaobaoAppSecret { get; init; } = "0123456789abcdef0123456789abcdef";

    public string TaobaoSession { get; init; } = "6100000sandbox0session0key";

    /// <value>What the shop of webhooks signs its messages with, as Standard Webhooks writes keys.</value>
    public string WebhookSecret { get; init; } = "whsec_b3JkZXJzIGFzIHRoZSBzYW5kYm94IHRlbGxz";

    /// <value>What the app signs with when it tells the shop of webhooks something.</value>
    public string ToldSecret { get; init; } = "whsec_d2hhdCB0aGUgYXBwIHRlbGxzIHRoZSBzaG9w";

    /// <value>Where push messages go; null sends none until the control interface names an address.</value>
    public Uri? PushUrl { get; init; }

    public Uri? App { get; init; }

    public string? AppKey { get; init; }

    /// <value>Whether answers vary in the harmless ways the real ones do: ids as text, null or missing, wrapped or not.</value>
    public bool Variations { get; init; } = true;

    /// <value>Whether time moves the marketplace by itself. Off, the owner calls the step: for tests on a clock of their own.</value>
    public bool RunsByItself { get; init; } = true;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public static TimeSpan DefaultFileLength { get; } = TimeSpan.FromMinutes(7);
}
