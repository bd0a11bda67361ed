using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.Bills;
using ShipBy.Adapters.SellerFiles.Waybills;
using ShipBy.Domain.Bills;

namespace ShipBy.Adapters.Tests.SellerFiles;

/// <summary>Bills and lists of numbers, as carriers hand them out.</summary>
public sealed class BillFileTests
{
    [Theory]
    [InlineData("tracking_number,price,currency\nA-1,350.50,rub", "A1 Delivery 35050 RUB -")]
    [InlineData("Трек-номер;Сумма;Вес, кг\n10100001000010;1 234,50 ₽;0,35", "10100001000010 Delivery 123450 RUB 350")]
    [InlineData("运单号,费用,重量(g)\nYT1,¥12.00,351", "YT1 Delivery 1200 CNY 351")]
    [InlineData("tracking_number,price,weight\nA1,5,1.0001", "A1 Delivery 500 USD 1001")]                     // the next whole gram
    [InlineData("tracking_number,price,услуга\nA1,5,Страхование\nA1,7,доставка\n,12,Итого", "A1 Surcharge 500 USD -;A1 Delivery 700 USD -")]
    [InlineData("tracking_number,price,recipient\nA1,5,Анна Бойко", "A1 Delivery 500 USD -")]
    public void Rows_AreRead_WhateverTheirProgramCallsTheColumns(string text, string expected)
    {
        var file = Parse(text, "USD");

        Assert.Empty(file.SetAside);
        Assert.Equal(expected, string.Join(';', file.Lines.Select(line => $"{line.Number} {line.Charge} {line.Price.MinorUnits} {line.Price.Currency} {(line.Grams is { } grams ? grams : "-")}")));
    }

    [Theory]
    [InlineData("tracking_number,price\n,5", "tracking_number")]
    [InlineData("tracking_number,price\n4.6E+12,5", "tracking_number")]
    [InlineData("tracking_number,price\nA1,free", "price")]
    [InlineData("tracking_number,price\nA1,-5", "price")]
    [InlineData("tracking_number,price\nA1,10000000", null)]
    [InlineData("tracking_number,price\nA1,10000000.01", "price")]
    [InlineData("tracking_number,price,currency\nA1,5,рубль", "currency")]
    [InlineData("tracking_number,price,weight_g\nA1,5,light", "weight_g")]
    [InlineData("tracking_number,price,weight_kg\nA1,5,1000", null)]
    [InlineData("tracking_number,price,weight_kg\nA1,5,1000.1", "weight_kg")]
    [InlineData("tracking_number,price,charge\nA1,5,mystery", "charge")]
    public void ARowThatIsNotUnderstood_IsSetAside_ByItsField(string text, string? field) =>
        Assert.Equal(field, Parse(text + "\nA2,7", "USD").SetAside.Select(fault => fault.Field).SingleOrDefault());

    [Theory]
    [InlineData("")]
    [InlineData("tracking_number,price")]
    [InlineData("tracking_number,weight\nA1,5")]
    public void ABillWithoutItsColumnsOrRows_IsNone(string text) => Assert.Throws<InvalidSellerFileException>(() => Parse(text, null));

    [Fact]
    public void PastedRows_MayBePartedByTabulators_AndSayWhatIsWrong()
    {
        var read = new PastedBill().Read("Трек-номер\tСумма\nA1\t1 234,50\nA2\tдорого", "RUB");

        Assert.Equal(123_450, Assert.Single(read.Lines).Price.MinorUnits);
        Assert.StartsWith("line 3, price: ", Assert.Single(read.SetAside), StringComparison.Ordinal);
        Assert.Empty(new PastedBill().Read("A1", "RUB").Lines);
        Assert.NotEmpty(new PastedBill().Read("A1", "RUB").SetAside);
        Assert.Equal(BillCharge.Delivery, new PastedBill().Read("tracking_number,price\nA1,5", "RUB").Lines.Single().Charge);
    }

    [Theory]
    [InlineData("A1\nA2\n\nA3\n", "A1 A2 A3", 0)]
    [InlineData("tracking_number\nA1\nA2", "A1 A2", 0)]
    [InlineData("运单号,状态\nYT1,未使用\nYT2,未使用", "YT1 YT2", 0)]
    [InlineData("EE 473 124 829 CN", "EE 473 124 829 CN", 0)]
    [InlineData("A1\nномер 2\n4.6E+12\nA3", "A1 A3", 2)]
    public void Numbers_AreReadFromAColumn_OrALineEach(string text, string expected, int aside)
    {
        var file = WaybillsFile.Parse(text, "numbers.csv");

        Assert.Equal((expected, aside), (string.Join(' ', file.Numbers), file.SetAside.Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData("carrier,status\nEMS,new")]
    public void AFileWithoutNumbers_IsRefused(string text) => Assert.Throws<InvalidSellerFileException>(() => WaybillsFile.Parse(text, "numbers.csv"));

    [Theory]
    [InlineData(20_000, true)]
    [InlineData(20_001, false)]
    public void AFile_HasAsManyNumbersAsAreTakenAtOnce(int count, bool isTaken) =>
        Assert.Equal(isTaken, Record.Exception(() => WaybillsFile.Parse(string.Join('\n', Enumerable.Range(1, count)), "numbers.csv")) is null);

    private static BillFile Parse(string text, string? currency) => BillFile.Parse(text, "bill.csv", BillFile.ReadWords(), currency);
}
