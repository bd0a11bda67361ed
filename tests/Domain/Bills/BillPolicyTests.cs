using NodaTime;
using ShipBy.Domain.Bills;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Bills;

/// <summary>A bill held against parcels and the table.</summary>
public sealed class BillPolicyTests
{
    private static readonly CarrierTariff[] Table =
    [
        Row(upTo: 500, roubles: 200, "Казань"), Row(upTo: 2_000, roubles: 300, "Казань"),
        Row(upTo: 500, roubles: 250, "Самара"), Row(upTo: 2_000, roubles: 400, "Самара"),
    ];

    [Theory]
    [InlineData("", null, "")]
    [InlineData("A:200", null, "")]                             // without a weight any step may be right
    [InlineData("A:300", "Казань", "")]
    [InlineData("A:301", "Казань", "Dearer A 1/300")]
    [InlineData("A:200/500", "Казань", "")]
    [InlineData("A:201/500", "Казань", "Dearer A 1/200")]
    [InlineData("A:201/501", "Казань", "")]
    [InlineData("A:300/501", "Казань", "")]
    [InlineData("A:301/501", "Казань", "Dearer A 1/300")]
    [InlineData("A:300/2000", "Казань", "")]
    [InlineData("A:1/2001", "Казань", "Heavier A -/-")]
    [InlineData("A:250/500", null, "")]                         // where it went is not known any more: the dearest place
    [InlineData("A:251/500", null, "Dearer A 1/250")]
    [InlineData("A:999/500", "Москва", "")]                     // the table has nothing for there
    [InlineData("A:1/100;A:2/100", null, "BilledTwice A 2/-")]
    [InlineData("A:1;+A:50;+A:50", null, "")]                   // surcharges come as often as they like
    [InlineData("X:10", null, "NeverShipped X 10/-")]
    [InlineData("+X:10", null, "NeverShipped X 10/-")]
    [InlineData("W:10", null, "NeverShipped W 10/-")]           // it has the number, and has not left
    [InlineData("X:10;X:11", null, "NeverShipped X 10/-;BilledTwice X 11/-")]
    public void ALine_IsHeldAgainstItsParcelAndTheTable(string bill, string? city, string expected)
    {
        KnownParcel[] parcels = [Parcel("A", 1) with { To = city is null ? null : new Recipient { City = city, Region = city } }, Parcel("W", null)];

        Assert.Equal(expected, Tell(BillPolicy.Compare(Bill(bill), parcels, Table, null)));
    }

    [Fact]
    public void AnotherCurrency_IsNotCompared_NorAPriceThatNobodyWroteDown()
    {
        var bill = new[] { new BillLine(1, "A", BillCharge.Delivery, new Money(99_900, "CNY"), 100) };

        Assert.Empty(BillPolicy.Compare(bill, [Parcel("A", 1)], Table, null).Findings);
        Assert.Empty(BillPolicy.Compare(Bill("A:999/100"), [Parcel("A", 1)], [Table[0], Table[2] with { Price = null }], null).Findings);
        Assert.Empty(BillPolicy.Compare(Bill("A:999/100"), [Parcel("A", 1)], [], null).Findings);
    }

    [Theory]
    [InlineData("B:1;D:1", null, "NotBilled C -/-")]            // from the first to the last of the bill
    [InlineData("C:1", null, "")]
    [InlineData("X:1", null, "NeverShipped X 1/-")]             // nothing says which time it is about
    [InlineData("C:1", "2,3", "NotBilled B -/-")]               // the end is not included
    [InlineData("C:1", "1,5", "NotBilled A -/-;NotBilled B -/-;NotBilled D -/-")]
    public void WhatWasHandedOverInItsTime_HasToBeOnIt(string bill, string? time, string expected)
    {
        Interval? about = time?.Split(',') is [var from, var to] ? new Interval(At(int.Parse(from, null)), At(int.Parse(to, null) + 0)) : null;

        Assert.Equal(expected, Tell(BillPolicy.Compare(Bill(bill), [Parcel("A", 1), Parcel("B", 2), Parcel("C", 3), Parcel("D", 4), Parcel("W", null)], [], about)));
    }

    [Fact]
    public void Sums_AreByCurrency()
    {
        var compared = BillPolicy.Compare([.. Bill("A:100;A:40;X:5"), new BillLine(9, "Y", BillCharge.Delivery, new Money(700, "CNY"), null)], [Parcel("A", 1)], [], null);

        Assert.Equal([new Money(700, "CNY"), new Money(14_500, "RUB")], compared.Billed);
        Assert.Equal([new Money(700, "CNY"), new Money(4_500, "RUB")], compared.Above);
    }

    private static string Tell(BillComparison compared) => string.Join(';', compared.Findings.Select(finding =>
        $"{finding.Flaw} {finding.Number} {(finding.Above is { } above ? above.MinorUnits / 100 : "-")}/{(finding.Table is { } table ? table.MinorUnits / 100 : "-")}"));

    /// <summary>Such as <c>A:200/500;+A:50</c>: number, roubles, grams; a plus is a surcharge.</summary>
    private static IReadOnlyList<BillLine> Bill(string text) =>
    [
        .. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select((line, index) => (Cells: line.TrimStart('+').Split(':', '/'), Line: line, Number: index + 1)).Select(one =>
            new BillLine(one.Number, one.Cells[0], one.Line[0] == '+' ? BillCharge.Surcharge : BillCharge.Delivery, new Money(long.Parse(one.Cells[1], null) * 100, "RUB"), one.Cells.Length > 2 ? int.Parse(one.Cells[2], null) : null)),
    ];

    private static KnownParcel Parcel(string number, int? hour) => new([new OrderKey("shop", number)], number, hour is { } at ? At(at) : null, null);

    private static Instant At(int hour) => Sample.Noon + Duration.FromHours(hour);

    private static CarrierTariff Row(int upTo, long roubles, string place) => new() { Id = Guid.NewGuid(), Name = "СДЭК", UpTo = upTo, Price = new Money(roubles * 100, "RUB"), Places = [place] };
}
