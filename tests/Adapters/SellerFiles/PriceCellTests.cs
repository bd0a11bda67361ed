using System.Globalization;
using ShipBy.Adapters.SellerFiles;

namespace ShipBy.Adapters.Tests.SellerFiles;

public sealed class PriceCellTests
{
    [Theory]
    [InlineData("1234", "1234", null)]
    [InlineData("1234,5", "1234.5", null)]
    [InlineData("1234.50", "1234.50", null)]
    [InlineData("1 234,50", "1234.50", null)]
    [InlineData("1\u00A0234,50 ₽", "1234.50", "RUB")]
    [InlineData("1,234.50", "1234.50", null)]
    [InlineData("1.234,50", "1234.50", null)]
    [InlineData("1,234,567.89", "1234567.89", null)]
    [InlineData("1234.567", "1234.567", null)]
    [InlineData("0,125", "0.125", null)]
    [InlineData("¥12.00", "12.00", "CNY")]
    [InlineData("12.00元", "12.00", "CNY")]
    [InlineData("$ 5", "5", "USD")]
    [InlineData("99 руб.", "99", "RUB")]
    public void AnAmount_IsRead_HoweverItIsWritten(string text, string amount, string? currency)
    {
        var read = PriceCell.Read(text);

        Assert.Equal((amount, currency), (read!.Value.Amount.ToString(CultureInfo.InvariantCulture), read.Value.Currency));
    }

    [Theory]
    [InlineData("1,234")]
    [InlineData("999.000")]
    [InlineData("1,2,3")]
    [InlineData("1,23.50")]
    [InlineData("-5")]
    [InlineData("5-")]
    [InlineData("5 zł")]
    [InlineData("free")]
    [InlineData("")]
    public void WhatMayMeanTwoThings_OrNothing_IsNone(string text) => Assert.Null(PriceCell.Read(text));
}
