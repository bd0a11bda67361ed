using ShipBy.Sandbox.App;
using ShipBy.Sandbox.Seller;
using ShipBy.Sandbox.Source;

namespace ShipBy.Sandbox.Run;

/// <summary>An order with all that was done to it. Everything but the last group is kept over a restart.</summary>
internal sealed class OrderTrack(PlannedOrder plan)
{
    public PlannedOrder Plan { get; private set; } = plan;

    /// <value>What was said of it by calls that only one marketplace has.</value>
    public Ozon.OzonExtras Ozon { get; } = new();

    /// <summary>Takes cancelled units off; a product without any is no more in it.</summary>
    public void TakeOff(long sku, int units) => Plan = Plan with
    {
        Lines = [.. Plan.Lines.Select(line => line.Product.Sku == sku ? line with { Quantity = line.Quantity - units } : line).Where(line => line.Quantity > 0 || line.Product.Sku != sku)],
    };

    public DateTimeOffset? ShippedAt { get; set; }

    public DateTimeOffset? CancelledBySellerAt { get; set; }

    public int SellerReason { get; set; }

    public List<ShipCall> ShipCalls { get; } = [];

    /// <value>How often it was called again while the first call was at work. The marketplace takes that without a word.</value>
    public int ShipRepetitions { get; set; }

    /// <value>Products whose country of origin was said.</value>
    public HashSet<long> Countries { get; } = [];

    /// <value>How many boxes it was said to have; 0 where nothing was said.</value>
    public long Boxes { get; set; }

    /// <value>The date of the hand-over that the seller named.</value>
    public DateTimeOffset? DateNamed { get; set; }

    /// <value>When the seller said that the buyer has it.</value>
    public DateTimeOffset? DeliveredAt { get; set; }

    /// <value>As the seller gave it to a carrier; null before.</value>
    public Parcel? Parcel { get; set; }

    /// <value>When the seller first wanted to hand it over.</value>
    public DateTimeOffset? ParcelReadyAt { get; set; }

    /// <value>Whether the app has taken the seller's word for it.</value>
    public bool ParcelTaken { get; set; }

    /// <value>Why the app would not, the last time that it was asked; null where it never declined.</value>
    public string? ParcelDeclined { get; set; }

    /// <value>How often the shop was told that it is handed over.</value>
    public int TimesToldShipped { get; set; }

    /// <value>How often the app wanted it shipped that it must not ship yet.</value>
    public int TimesTooSoon { get; set; }

    /// <value>Every tracking number that was written to the shop, repetitions included.</value>
    public List<string> TrackingNumbers { get; } = [];

    /// <value>Messages about it that the app has taken, by their ids, and when it did first.</value>
    public Dictionary<string, DateTimeOffset> MessagesTaken { get; } = new(StringComparer.Ordinal);

    public AppOrder? App { get; set; }

    /// <value>When the app's report first showed an acknowledgement.</value>
    public DateTimeOffset? AcknowledgedSeenAt { get; set; }

    /// <value>Holds by the instant they were made, as the app's reports told over time, with their release.</value>
    public Dictionary<DateTimeOffset, DateTimeOffset?> Holds { get; } = [];

    public bool Announced { get; set; }

    public bool CancelAnnounced { get; set; }

    public int MovesAnnounced { get; set; }

    /// <value>Since when, in this process's life, every report of the app has said that it is held.</value>
    public DateTimeOffset? HeldSeenSince { get; set; }
}

/// <summary>A call to assemble. It answers at once and takes effect, or fails, at <paramref name="DoneAt"/>.</summary>
/// <param name="Splits">Its packages become orders of their own.</param>
internal sealed record ShipCall(DateTimeOffset DoneAt, bool Fails, bool Splits = false);
