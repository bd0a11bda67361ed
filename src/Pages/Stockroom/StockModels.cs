using NodaTime;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Stock;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Stockroom;

/// <summary>The shelf of a pool.</summary>
/// <param name="Search">Empty for all products.</param>
/// <param name="OnlyPackaging">Nothing but what parcels are packed in.</param>
public sealed record StockModel(PageFrame Frame, StockSheet Sheet, IReadOnlyList<PoolName> Pools, string Search, bool OnlyLow, bool OnlyPackaging)
{
    /// <value>More would be a page that a telephone cannot scroll; the search finds the rest.</value>
    public const int MaxLines = 2_000;

    public IReadOnlyList<StockLine> Found { get; } = [.. Sheet.Lines.Where(line => (Search is "" || line.IsCalled(Search)) && (!OnlyLow || line.IsLow) && (!OnlyPackaging || line.IsPackaging))];

    public IEnumerable<StockLine> Shown => Found.Take(MaxLines);

    public int Left => Math.Max(0, Found.Count - MaxLines);

    /// <value>Whether there is packaging that is counted.</value>
    public bool HasPackaging { get; } = Sheet.Packaging.Any();

    public int Low { get; } = Sheet.Lines.Count(line => line.IsLow);
}

/// <summary>What is written down about a product.</summary>
/// <param name="Texts">What stands in the form's fields.</param>
/// <param name="Materials">Packaging materials of the pool.</param>
/// <param name="Wrong">Fields that somebody has to correct.</param>
/// <param name="Notice">Why it was not saved; null where it was, or nobody tried.</param>
public sealed record ProductModel(PageFrame Frame, PoolName Pool, StockLine Product, IReadOnlyDictionary<CardField, string> Texts, IReadOnlyList<StockLine> Materials, IReadOnlyList<CardField> Wrong, bool IsSaved, string? Notice);

/// <summary>What can be counted, and what was counted lately.</summary>
/// <param name="Id">Of the count that the form notes.</param>
public sealed record CountModel(PageFrame Frame, StockSheet Sheet, IReadOnlyList<PoolName> Pools, Guid Id, string Search, IReadOnlyList<StockTaking> Earlier, ShopClock Clock)
{
    /// <value>As many products as one count takes.</value>
    public IReadOnlyList<StockLine> Shown { get; } = [.. Sheet.Lines.Where(line => Search is "" || line.IsCalled(Search))
        .OrderBy(line => line.Card?.Zone is null).ThenBy(line => line.Card?.Zone, StringComparer.OrdinalIgnoreCase).ThenBy(line => line.Sku.Value, StringComparer.Ordinal).Take(StockTaking.MostLines)];

    /// <value>What a form that was not taken said in its lines.</value>
    public string Typed { get; init; } = "";

    /// <value>What it said beside products.</value>
    public IReadOnlyDictionary<Sku, string> Fields { get; init; } = new Dictionary<Sku, string>();

    /// <value>What of it could not be read.</value>
    public IReadOnlyList<string> Unread { get; init; } = [];

    public string? Notice { get; init; }
}

/// <summary>One count, beside what the ledger has.</summary>
public sealed record TakingModel(PageFrame Frame, StockSheet Sheet, StockTaking Taking, ShopClock Clock, bool IsBusy)
{
    /// <summary>What confirming would do to a line now, or did.</summary>
    public CountedLineState StateOf(CountedLine line) => line.State == CountedLineState.Waiting ? line.Against(ItemOf(line.Sku)?.OnHand) : line.State;

    public StockItem? ItemOf(Sku sku) => Products.GetValueOrDefault(sku)?.Item;

    public string? NameOf(Sku sku) => Products.GetValueOrDefault(sku)?.Card?.Name;

    public int Differing => Taking.Lines.Count(line => line.Difference != 0);

    private Dictionary<Sku, StockLine> Products { get; } = Sheet.Lines.ToDictionary(line => line.Sku);
}

/// <summary>Orders to suppliers, and the form of a new one.</summary>
public sealed record PurchasesModel(PageFrame Frame, PoolName Pool, IReadOnlyList<PoolName> Pools, IReadOnlyList<PurchaseOrder> Purchases, Guid Id, LocalDate Today)
{
    public string? Number { get; init; }

    public string? Supplier { get; init; }

    public string? Expected { get; init; }

    public string Typed { get; init; } = "";

    public IReadOnlyList<string> Unread { get; init; } = [];

    public string? Notice { get; init; }
}

/// <summary>One order to a supplier.</summary>
/// <param name="Delivery">Of the delivery that the form brings in.</param>
public sealed record PurchaseModel(PageFrame Frame, PoolName Pool, PurchaseOrder Purchase, StockSheet Sheet, Guid Delivery, ShopClock Clock, ReceiveAnswer? Said)
{
    private Dictionary<Sku, StockLine> Products { get; } = Sheet.Lines.ToDictionary(line => line.Sku);

    public StockLine? ProductOf(Sku sku) => Products.GetValueOrDefault(sku);
}
