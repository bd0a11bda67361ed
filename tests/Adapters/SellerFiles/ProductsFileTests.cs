using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.Products;
using ShipBy.Application.Stockroom;

namespace ShipBy.Adapters.Tests.SellerFiles;

public class ProductsFileTests
{
    [Theory]
    [InlineData("sku,name,zone,weight_g\nA,Mug,B-1,350\n", "A name=Mug zone=B-1 weight_g=350")]
    [InlineData("Артикул;Наименование;Вес, г;Штрихкод\nA;Кружка;350,0;4600000000017\n", "A name=Кружка bar_code=4600000000017 weight_g=350")]
    [InlineData("货号,商品名称,库位,安全库存,供应商\nA,杯子,A-1,5,窑厂\n", "A name=杯子 zone=A-1 safety_stock=5 supplier=窑厂")]
    [InlineData("sku,colour\nA,red\n", "A ")]
    [InlineData("sku,name\nA,\n", "A name=")]
    [InlineData("sku,name,zone\nA,Mug\n", "A name=Mug")]
    [InlineData("sku,is_packaging,lead_days\n'=BOX,да,0\n", "=BOX lead_days=0 is_packaging=да")]
    public void ItIsRead_ByTheHeadingsThatAreUsual(string text, string expected)
    {
        var file = ProductsFile.Parse(text, "f");

        Assert.Empty(file.SetAside);
        var card = Assert.Single(file.Products);
        Assert.Equal(expected, $"{card.Sku} {string.Join(' ', card.Texts.Select(one => $"{CardText.HeadingOf(one.Key)}={one.Value}"))}");
    }

    [Theory]
    [InlineData("sku,weight_g\nA,much\nB,5\n", 2, "weight_g")]
    [InlineData("sku,weight_g\nA,0\nB,5\n", 2, "weight_g")]
    [InlineData("sku,weight_g\nB,1000000\nA,1000001\n", 3, "weight_g")]
    [InlineData("sku,lead_days\nB,365\nA,366\n", 3, "lead_days")]
    [InlineData("sku,is_packaging,packaging\nB,no,BOX\nA,yes,BOX\n", 3, "packaging")]
    [InlineData("sku,is_packaging\nB,1\nA,maybe\n", 3, "is_packaging")]
    [InlineData("sku,bar_code\nB,460\nA,4.6E+12\n", 3, "bar_code")]
    [InlineData("sku,name\n,Mug\nB,Cup\n", 2, "sku")]
    public void ARowThatIsNotUnderstood_IsSetAside_AndTheOthersCount(string text, int line, string column)
    {
        var file = ProductsFile.Parse(text, "f");

        Assert.Equal((line, column), (Assert.Single(file.SetAside).Line!.Value, file.SetAside[0].Field));
        Assert.Equal("B", Assert.Single(file.Products).Sku.Value);
    }

    [Theory]
    [InlineData("sku,name\nA,Mug\nB,Cup\nA,Jug\n", "B")]
    [InlineData("sku,bar_code\nA,1\nB,2\nC,1\n", "B")]
    public void WhatIsThereTwice_IsSetAside_BothTimes(string text, string left)
    {
        var file = ProductsFile.Parse(text, "f");

        Assert.Equal((left, 2), (Assert.Single(file.Products).Sku.Value, file.SetAside.Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name,zone\nMug,A\n")]
    [InlineData("sku,name\n")]
    public void AFileOfNoUse_IsRefused(string text) => Assert.Throws<InvalidSellerFileException>(() => ProductsFile.Parse(text, "f"));
}
