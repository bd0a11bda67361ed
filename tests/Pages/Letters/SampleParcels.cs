using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Transit;

namespace ShipBy.Pages.Tests.Letters;

/// <summary>Parcels on their way with each trouble that there is.</summary>
internal static class SampleParcels
{
    public static IReadOnlyDictionary<string, Notice> Notices { get; } = new Dictionary<string, Notice>
    {
        ["parcels"] = Sample.Notice with { Warnings = [], Consignments = All },
        ["parcels-near"] = Sample.Notice with { Warnings = [], Consignments = [Near(ConsignmentTrouble.NotScanned, 1, 1), Near(ConsignmentTrouble.NotArrived, 2, 20) with { CarrierContact = "", Carrier = null, Value = null }] },
        ["warning-and-parcel"] = Sample.Notice with { Consignments = [Line(ConsignmentTrouble.Lost, 4, 9)] },
    };

    public static IReadOnlyList<ConsignmentLine> All =>
    [
        Line(ConsignmentTrouble.Lost, 4, 9),
        Line(ConsignmentTrouble.NotAccepted, 3, 2),
        Line(ConsignmentTrouble.NotArrived, 5, 21) with { TrackingNumber = null },
        Line(ConsignmentTrouble.NotScanned, 1, 2),
        Line(ConsignmentTrouble.Stuck, 2, 8),
    ];

    public static ConsignmentLine Line(ConsignmentTrouble trouble, int number, int days) => new(
        new OrderKey(number % 2 == 0 ? "second" : "main", $"0100200300-{number:0000}-1"),
        new TransitClock(trouble, Sample.Now - Duration.FromHours(number)),
        IsOver: true,
        Sample.Now - Duration.FromDays(days),
        Sample.Now - Duration.FromDays(days - 1),
        number % 2 == 0 ? "中通快递" : "СДЭК",
        $"1000{number:000000}",
        "+7 800 000-00-00, claims@carrier.example",
        new Money(153_000 + number * 1_250, "RUB"));

    private static ConsignmentLine Near(ConsignmentTrouble trouble, int number, int days) =>
        Line(trouble, number, days) with { IsOver = false, Clock = new TransitClock(trouble, Sample.Now + Duration.FromHours(11.5)) };
}
