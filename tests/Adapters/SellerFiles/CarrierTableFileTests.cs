using System.Text;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.CarrierTables;
using ShipBy.Application.Carriers;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Tests.SellerFiles;

public sealed class CarrierTableFileTests
{
    [Theory]
    [InlineData("carrier,code,places,up_to_g,price,currency\nСДЭК,cdek,\"Казань, Самара\",2000,350.50,RUB\n")]
    [InlineData("Перевозчик;Код;Регионы;Вес до, г;Цена;Валюта;Заметка\r\nСДЭК;cdek;Казань, Самара;2 000;350,5;rub;x\r\n")]
    [InlineData("物流公司,代码,地区,限重,运费,币种\nСДЭК,cdek,Казань，Самара,2000,350.5,RUB\n")]
    public void ATable_IsRead_WhateverTheColumnsAreCalled(string text)
    {
        var file = CarrierTableFile.Parse(text, "carriers.csv");
        var tariff = Assert.Single(file.Tariffs).Tariff;

        Assert.Empty(file.SetAside);
        Assert.Equal(("СДЭК", "cdek", 2000, new Money(35_050, "RUB")), (tariff.Name, tariff.Code, tariff.UpTo, tariff.Price));
        Assert.Equal(["Казань", "Самара"], tariff.Places);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    public void WhatIsDownloaded_IsReadBack_FormulasAndAll(char separator)
    {
        var id = Guid.NewGuid();
        string[] odd = ["=cmd|' /C calc'!A0", "+7 900 000-00-00", "-1", "@SUM(A1)", "'quoted", "say \"hi\", please; now", "plain", "=\"5\""];
        CarrierTariff[] table =
        [
            .. odd.Select((text, number) => new CarrierTariff { Id = id, Name = text, Code = $"c{number}", Contact = text, Emergency = text, Places = ["-=Казань"] }),
            new() { Id = id, Name = "whole", Countries = ["RU"], PostalCodes = ["42", "43"], UpTo = 5, Price = new Money(1, "JPY"), Days = 0, PickUps = PickUpTime.Read("Mon 16:00")!, Shutdowns = [new Shutdown(new(2026, 2, 15), new(2026, 2, 23))], Rule = Domain.Shipping.Numbers.NumberRule.S10 },
        ];

        var bytes = CarrierTableText.Write(table, separator);
        var file = CarrierTableFile.Parse(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), "carriers.csv");

        Assert.Empty(file.SetAside);
        Assert.Equal(table.Length, file.Tariffs.Count);
        Assert.All(table.Zip(file.Tariffs), pair => Assert.True(pair.First.IsEqualTo(pair.Second.Tariff), $"{pair.First} became {pair.Second.Tariff}"));
    }

    [Fact]
    public void ARowThatIsNotUnderstood_IsSetAside_TheOthersGoIn()
    {
        var file = CarrierTableFile.Parse("carrier,places,price,currency,pick_ups\nA,,1,RUB,\n,,1,RUB,\nB,,5,,at noon\na,,2,RUB,\nA,Казань,2,RUB,\n", "carriers.csv");

        Assert.Equal([2, 6], file.Tariffs.Select(given => given.Line));
        Assert.Equal(
            [
                "line 3, carrier: the cell is empty. Write a name of up to 100 signs in one line.",
                "line 4, currency: the cell is empty. Write three letters, such as RUB.",
                "line 4, pick_ups: 'at noon' cannot be read. Write days and times, such as Mon-Fri 16:00, Sat 12:00.",
                "line 5, carrier: 'a' is there for the same places and weight in line 2 already. Keep one of the two.",
            ],
            file.SetAside.Select(fault => fault.ToString()));
    }

    [Theory]
    [InlineData("", "it has no rows")]
    [InlineData("carrier,places\n", "it has a heading and no rows")]
    [InlineData("shop,places\nA,B\n", "there is no such column")]
    public void AFileWithoutATable_IsRefused(string text, string problem) =>
        Assert.Contains(problem, Assert.Throws<InvalidSellerFileException>(() => CarrierTableFile.Parse(text, "carriers.csv")).Message, StringComparison.Ordinal);
}
