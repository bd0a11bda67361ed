using NodaTime;
using ShipBy.Adapters.SellerFiles.Words;
using ShipBy.Application.Importing;
using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.SellerFiles.Carriers;

/// <summary>Where parcels are, as a carrier's list has it: a row a parcel and event.</summary>
/// <remarks>A parcel is known by the order's number or by its tracking number. A row that is not understood is set aside, the others count.</remarks>
/// <param name="Events">In the order of the file.</param>
/// <param name="SetAside">Rows that do not go in, in the order of the file.</param>
/// <param name="Remarks">Rows that say nothing of where a parcel is.</param>
public sealed record CarriersFile(IReadOnlyList<FileCarrierEvent> Events, IReadOnlyList<FileFault> SetAside, IReadOnlyList<FileFault> Remarks)
{
    private const string Purpose = "a carrier's list";
    private const string Event = "event";
    private const string Time = "time";
    private const string Tracking = "tracking_number";
    private const string Order = "order";

    private static readonly HeadingTable Table = new([Event, Time], new Dictionary<string, string[]>
    {
        [Event] = ["event", "status", "событие", "операция", "статус", "物流状态", "状态", "事件"],
        [Time] = ["time", "date", "at", "время", "дата события", "дата операции", "дата", "操作时间", "时间"],
        [Tracking] = ["tracking_number", "tracking", "parcel", "трек-номер", "шпи", "отправление", "运单号", "物流单号", "快递单号"],
        [Order] = ["order", "order_number", "order_id", "номер заказа", "заказ", "номер отправления", "订单号", "订单编号"],
    });

    /// <param name="asked">What the seller says the file's encoding is; null: nothing.</param>
    /// <param name="zone">Of times without an offset.</param>
    /// <exception cref="InvalidSellerFileException">It cannot be read, or lacks a column or rows.</exception>
    public static (CarriersFile File, ImportedText Read) Read(string file, TextEncoding? asked, DateTimeZone zone, Instant now)
    {
        var read = ImportedText.Of(file, asked, Purpose);

        return (Parse(read.Text, file, ReadWords(), zone, now), read);
    }

    /// <summary>The table beside the program.</summary>
    /// <exception cref="InvalidSellerFileException">It is not there, or says something that is not understood.</exception>
    internal static WordTable<CarrierMeaning> ReadWords() => WordTable<CarrierMeaning>.Read("carriers", CarrierMeaning.All);

    /// <inheritdoc cref="Read"/>
    internal static CarriersFile Parse(string text, string file, WordTable<CarrierMeaning> words, DateTimeZone zone, Instant now)
    {
        var (faults, aside, remarks) = (new List<FileFault>(), new List<FileFault>(), new List<FileFault>());
        var rows = CsvTable.Read(SpreadsheetCell.WithoutFormulas(text), Table.Usual, Table.ColumnsOf, faults, aside).Select(Table.Merged).ToList();
        if (faults.Count == 0 && rows.Count + aside.Count == 0)
        {
            faults.Add(new FileFault(null, null, "it has a heading and no rows", "Write one line for each event of a parcel below it."));
        }

        if (faults.Count == 0 && rows.Count > 0 && rows.All(cells => cells[Tracking].Length + cells[Order].Length == 0))
        {
            faults.Add(new FileFault(null, Tracking, "nothing says which parcels they are", $"Add a column {Tracking} or {Order}."));
        }

        if (faults.Count > 0)
        {
            throw new InvalidSellerFileException(file, Purpose, faults);
        }

        var events = rows.Select(cells => EventOf(cells, words, zone, now, aside, remarks)).OfType<FileCarrierEvent>().ToList();

        return new CarriersFile(events, [.. aside.OrderBy(fault => fault.Line)], remarks);
    }

    private static FileCarrierEvent? EventOf(CsvCells cells, WordTable<CarrierMeaning> words, DateTimeZone zone, Instant now, List<FileFault> aside, List<FileFault> remarks)
    {
        var before = aside.Count;
        var meaning = words.MeaningOf(cells[Event]);
        var at = MomentCell.Read(cells, Time, zone, dayMeansItsEnd: false, aside);
        if (meaning is null)
        {
            aside.Add(cells.Fault(Event, "is a word that is not known", $"Look the parcel up at the carrier's, and add the word with its meaning to {words.File}."));
        }

        if (cells[Time].Length == 0)
        {
            aside.Add(cells.Fault(Time, "", "Write when it happened."));
        }

        if (at > now)
        {
            aside.Add(cells.Fault(Time, "is still to come", $"Times without an offset are read as of {zone.Id}; write them with one, or set the shop's TimeZone."));
        }

        if (cells[Tracking].Length + cells[Order].Length == 0)
        {
            aside.Add(cells.Fault(Tracking, "", "Write the parcel's number, or the order's."));
        }

        foreach (var column in new[] { Tracking, Order }.Where(column => SpreadsheetCell.IsShortened(cells[column])))
        {
            aside.Add(cells.Fault(column, "was shortened by the spreadsheet", "Format the column as text, fill it again, and save."));
        }

        if (aside.Count == before && meaning!.Kind is null)
        {
            remarks.Add(new FileFault(cells.Line, Event, $"'{cells[Event]}' says nothing of where the parcel is", "It is passed over."));
        }

        return aside.Count == before && meaning!.Kind is { } kind ? new FileCarrierEvent(cells.Line, TextOf(Order), TextOf(Tracking), kind, at!.Value) : null;

        string? TextOf(string column) => cells[column].Length > 0 ? cells[column] : null;
    }
}

/// <summary>What a carrier's word says.</summary>
/// <param name="Kind">Null: nothing of where the parcel is.</param>
internal sealed record CarrierMeaning(CarrierEventKind? Kind)
{
    public static IReadOnlyList<(string Word, CarrierMeaning Meaning)> All { get; } =
    [
        ("accepted", new(CarrierEventKind.Accepted)),
        ("scanned", new(CarrierEventKind.Scanned)),
        ("in transit", new(CarrierEventKind.InTransit)),
        ("stuck", new(CarrierEventKind.Stuck)),
        ("delivered", new(CarrierEventKind.Delivered)),
        ("returned", new(CarrierEventKind.Returned)),
        ("lost", new(CarrierEventKind.Lost)),
        ("nothing", new CarrierMeaning((CarrierEventKind?)null)),
    ];
}
