using ShipBy.Application.Carriers;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Tests.Carriers;

public class TariffTextTests
{
    [Theory]
    [InlineData(TariffField.Name, "  СДЭК ", "СДЭК")]
    [InlineData(TariffField.Countries, "RU, BY;ru，KZ", "RU, BY, KZ")]
    [InlineData(TariffField.PostalCodes, "420\n421", "420, 421")]
    [InlineData(TariffField.Places, "Казань、广东", "Казань, 广东")]
    [InlineData(TariffField.UpTo, "1 000", "1000")]
    [InlineData(TariffField.UpTo, "1000000", "1000000")]
    [InlineData(TariffField.Price, "350,5", "350.5")]
    [InlineData(TariffField.Price, "0", "0")]
    [InlineData(TariffField.Price, "10000000", "10000000")]
    [InlineData(TariffField.Currency, "cny", "CNY")]
    [InlineData(TariffField.Days, "365", "365")]
    [InlineData(TariffField.PickUps, "Пн-Пт 16:00", "Mon-Fri 16:00")]
    [InlineData(TariffField.Shutdowns, "01.05.2026, 2026-02-15..2026-02-23", "2026-02-15..2026-02-23, 2026-05-01")]
    [InlineData(TariffField.Shutdowns, "2026-01-01..2027-01-01", "2026-01-01..2027-01-01")]
    [InlineData(TariffField.Rule, "s10", "S10")]
    [InlineData(TariffField.Contact, "+7 900 000-00-00", "+7 900 000-00-00")]
    public void AField_IsReadAsPeopleWriteIt_AndWrittenBack(TariffField field, string text, string expected)
    {
        var tariff = Read((field, text)).Tariff!;

        Assert.Equal(expected, TariffText.Write(tariff, field));
        Assert.True(tariff.IsEqualTo(TariffText.Read(tariff.Id, one => TariffText.Write(tariff, one), null).Tariff!));
    }

    [Theory]
    [InlineData(TariffField.Name, "")]
    [InlineData(TariffField.Name, " ")]
    [InlineData(TariffField.Code, "two\u001bwords")]
    [InlineData(TariffField.Places, "Казань, -")]
    [InlineData(TariffField.UpTo, "1.5")]
    [InlineData(TariffField.UpTo, "1000001")]
    [InlineData(TariffField.UpTo, "-1")]
    [InlineData(TariffField.Price, "1,234")]
    [InlineData(TariffField.Price, "1,000")]
    [InlineData(TariffField.Price, "10000001")]
    [InlineData(TariffField.Price, "ten")]
    [InlineData(TariffField.Currency, "roubles")]
    [InlineData(TariffField.Days, "366")]
    [InlineData(TariffField.PickUps, "at noon")]
    [InlineData(TariffField.Shutdowns, "2026-02-23..2026-02-15")]
    [InlineData(TariffField.Shutdowns, "2026-01-01..2027-01-02")]
    [InlineData(TariffField.Shutdowns, "2026-02-30")]
    [InlineData(TariffField.Rule, "Other")]
    [InlineData(TariffField.Rule, "2")]
    public void WhatCannotBeRead_IsNamed(TariffField field, string text)
    {
        var reading = Read((field, text));

        Assert.Null(reading.Tariff);
        Assert.Equal([field], reading.Wrong);
    }

    [Fact]
    public void TextsHaveTheirBounds()
    {
        Assert.NotNull(Read((TariffField.Name, new string('a', TariffText.LongestName))).Tariff);
        Assert.Equal([TariffField.Name], Read((TariffField.Name, new string('a', TariffText.LongestName + 1))).Wrong);
        Assert.NotNull(Read((TariffField.Contact, new string('a', TariffText.LongestText))).Tariff);
        Assert.Equal([TariffField.Contact], Read((TariffField.Contact, new string('a', TariffText.LongestText + 1))).Wrong);
    }

    [Fact]
    public void APrice_NeedsACurrency_UnlessThereIsAUsualOne()
    {
        Assert.Equal([TariffField.Currency], Read((TariffField.Price, "5"), (TariffField.Currency, "")).Wrong);
        Assert.Equal(new Money(500, "RUB"), Read("RUB", (TariffField.Price, "5"), (TariffField.Currency, "")).Tariff!.Price);
        Assert.Null(Read((TariffField.Price, ""), (TariffField.Currency, "")).Tariff!.Price);
    }

    private static TariffReading Read(params (TariffField Field, string Text)[] texts) => Read(null, texts);

    private static TariffReading Read(string? usual, params (TariffField Field, string Text)[] texts)
    {
        var all = new Dictionary<TariffField, string> { [TariffField.Name] = "A", [TariffField.Price] = "1", [TariffField.Currency] = "RUB" };
        foreach (var (field, text) in texts)
        {
            all[field] = text;
        }

        return TariffText.Read(Guid.NewGuid(), field => all.GetValueOrDefault(field, ""), usual);
    }
}
