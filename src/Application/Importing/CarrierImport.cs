using System.Globalization;
using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;

namespace ShipBy.Application.Importing;

/// <summary>A carrier's word as a file has it.</summary>
/// <param name="Line">Of the file, from 1.</param>
/// <param name="Number">The order's number; null where the file names none. One of the two is there.</param>
public sealed record FileCarrierEvent(int Line, string? Number, string? TrackingNumber, CarrierEventKind Kind, Instant At);

/// <summary>What an import of a carrier's words did, or would do.</summary>
/// <param name="Rows">What is in, or needs not go in, in the order of the file.</param>
/// <param name="Left">What is not known to be in: running it again goes on there.</param>
public sealed record CarrierImport(Shop Shop, IReadOnlyList<HeardEvent> Rows, IReadOnlyList<FileCarrierEvent> Left, ImportEnd End);

/// <summary>A carrier's word held against the ledger.</summary>
/// <param name="Orders">Those it is about; several may travel in one parcel.</param>
public sealed record HeardEvent(FileCarrierEvent Told, CarrierFate Fate, IReadOnlyList<OrderKey> Orders);

/// <remarks>Of several orders in one parcel the latter counts.</remarks>
public enum CarrierFate
{
    /// <summary>No order of the shop in the ledger, and no parcel that is followed, has that number.</summary>
    Unknown,

    /// <summary>It was before the order was made: another parcel's.</summary>
    Earlier,

    /// <summary>This, or something newer, was heard before.</summary>
    Known,
    Noted,

    /// <summary>Noted, and the order counts as handed over from then on.</summary>
    HandedOver,
}

/// <summary>What becomes of a carrier's word, for the operator.</summary>
public static class CarrierImportWords
{
    public static string Of(HeardEvent row) => row.Fate switch
    {
        CarrierFate.Unknown => "passed over: no order of the shop that is open or was closed just now, and no parcel that is followed, has that number",
        CarrierFate.Earlier => $"{About(row)}: passed over: it was before the order was made, so it is about another parcel",
        CarrierFate.Known => $"{About(row)}: unchanged: this, or something newer, is known",
        CarrierFate.Noted => $"{About(row)}: noted: {Event(row)}",
        CarrierFate.HandedOver => $"{About(row)}: handed over: {Event(row)}",
        var unknown => throw new InvalidOperationException($"No words are written for {unknown}."),
    };

    private static string About(HeardEvent row) => string.Join(" + ", row.Orders.Select(order => order.Number));

    private static string Event(HeardEvent row) => string.Create(CultureInfo.InvariantCulture, $"{row.Told.Kind} on {row.Told.At}");
}
