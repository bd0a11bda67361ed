using NodaTime;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.SellerFiles.Orders;

/// <summary>Reads the rows of a file of orders. All that is wrong with a row is said at once.</summary>
/// <param name="remarks">What is not kept of a row that goes in all the same.</param>
internal sealed class OrderRowReader(OrderFileTerms terms, OrderLayout layout, List<FileFault> remarks)
{
    /// <value>Longer than any shop's number, and small enough for every place that shows one.</value>
    private const int MaxNumberLength = 200;

    private const int MaxWordLength = 64;
    private const int MaxTextLength = 200;

    private readonly DateTimeZone _zone = terms.ZoneIn(layout);

    /// <returns>Null where the cell is among the faults.</returns>
    public static string? NumberOf(CsvCells cells, List<FileFault> faults)
    {
        var number = cells[OrderColumn.Order];
        var (problem, remedy) = number.Length == 0 ? ("is empty", "Write the order's number into each of its rows.")
            : SpreadsheetCell.IsShortened(number) ? ("was shortened by the spreadsheet", "Format the column as text, fill it again, and save.")
            : number.Length > MaxNumberLength ? ($"has {number.Length} characters, and at most {MaxNumberLength} are possible", "Put the order's number into this column.")
            : number.Any(char.IsControl) ? ("holds characters that cannot be printed", "Write the number anew.")
            : ("", "");
        if (problem.Length == 0)
        {
            return number;
        }

        faults.Add(number.Length > MaxNumberLength ? new FileFault(cells.Line, OrderColumn.Order, $"the cell {problem}", remedy) : cells.Fault(OrderColumn.Order, problem, remedy));
        return null;
    }

    /// <returns>Null where something of it is among the faults.</returns>
    public OrderRow? Read(CsvCells cells, string number, List<FileFault> faults)
    {
        var before = faults.Count;
        var means = MeaningOf(cells, faults);
        var sku = SkuCell.Read(cells, OrderColumn.Sku, faults);
        var quantity = UnitCount.Read(cells, OrderColumn.Quantity, faults, "Write how many were ordered.");
        if (quantity == 0 && means?.Status is not (null or PostingStatus.Cancelled))
        {
            faults.Add(cells.Fault(OrderColumn.Quantity, "is nothing", "Write how many were ordered, or take the row out."));
        }

        var row = new OrderRow(cells.Line, number, Cut.ToLine(cells[OrderColumn.Status], MaxWordLength), means ?? Meaning.All[^1], ItemOf(cells, sku, quantity ?? 0))
        {
            Created = MomentOf(OrderColumn.Created),
            Paid = MomentOf(OrderColumn.Paid),
            ShipBy = MomentOf(OrderColumn.ShipBy, isDeadline: true),
            Shipped = MomentOf(OrderColumn.Shipped),
            Changed = MomentOf(OrderColumn.Changed),
            Carrier = TextOf(OrderColumn.Carrier),
            TrackingNumber = TextOf(OrderColumn.TrackingNumber),
            HasNote = cells[OrderColumn.Note].Length > 0,
            Recipient = RecipientCells.Read(cells),
            DeliverBy = QualityCells.MomentOf(cells, OrderColumn.DeliverBy, _zone, remarks),
            Delivered = QualityCells.MomentOf(cells, OrderColumn.Delivered, _zone, remarks),
            Review = QualityCells.StarsOf(cells, remarks),
            CancelledBy = QualityCells.SideOf(cells, remarks),
        };
        if (row.Changed > terms.Now)
        {
            faults.Add(cells.Fault(OrderColumn.Changed, "is still to come", $"Times without an offset are read as of {_zone.Id}; set Shops__{terms.Shop}__TimeZone to the zone of the file."));
        }

        return faults.Count == before ? row : null;

        Instant? MomentOf(string column, bool isDeadline = false) => MomentCell.Read(cells, column, _zone, isDeadline, faults);

        string? TextOf(string column) => Cut.ToLine(cells[column], MaxTextLength) is { Length: > 0 } text ? text : null;
    }

    private Meaning? MeaningOf(CsvCells cells, List<FileFault> faults)
    {
        var meaning = terms.Words.MeaningOf(cells[OrderColumn.Status]);
        if (meaning is null)
        {
            faults.Add(cells.Fault(OrderColumn.Status, "is a word that is not known", $"Look the order up in the shop, and add the word with its meaning to {terms.Words.File}."));
        }

        return meaning;
    }

    private OrderLine? ItemOf(CsvCells cells, Sku? sku, int quantity)
    {
        if (sku is null || quantity == 0)
        {
            return null;
        }

        var name = Cut.ToLine(cells[OrderColumn.Name], OrderLine.MaxNameLength) is { Length: > 0 } given ? given : Cut.ToLine(sku.Value, OrderLine.MaxNameLength);
        return new OrderLine(sku, name, quantity, PriceOf(cells, quantity));
    }

    /// <summary>Of one unit, or from what was paid for the row. An order does without a price.</summary>
    private Money? PriceOf(CsvCells cells, int quantity)
    {
        var (column, units) = cells[OrderColumn.Price].Length > 0 ? (OrderColumn.Price, 1) : (OrderColumn.Amount, quantity);
        if (cells[column].Length == 0)
        {
            return null;
        }

        if (PriceCell.Read(cells[column]) is not { } price)
        {
            remarks.Add(cells.Fault(column, "cannot be read as an amount", "It goes in without a price; write it like 1234.50."));
            return null;
        }

        var currency = cells[OrderColumn.Currency] is { Length: > 0 } told ? told : price.Currency ?? layout.Currency;
        if (WireMoney.Of(FormattableString.Invariant($"{price.Amount / units}"), currency) is { } money)
        {
            return money;
        }

        remarks.Add(cells.Fault(column, currency is null ? "has no currency" : "has a currency that is none, or is too much", "It goes in without a price; add a column currency with codes like RUB or CNY."));
        return null;
    }
}
