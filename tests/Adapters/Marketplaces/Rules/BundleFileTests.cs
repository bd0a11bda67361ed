using ShipBy.Adapters.Marketplaces.Rules;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.Tests.Calendars;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Tests.Marketplaces.Rules;

public sealed class BundleFileTests
{
    [Theory]
    [InlineData("bundle,part,units\n# a gift\nGIFT,MUG,1\nGIFT,SPOON,2\nTHREE,MUG,3\n")]
    [InlineData("part;units;bundle\r\nMUG;1;GIFT\r\nSPOON;2;GIFT\r\nMUG;3;THREE\r\n")]
    public void Parts_AreReadBundleByBundle(string text)
    {
        var bundles = Read(text).Contents;

        Assert.Equal(new BundleContent([new BundlePart(Sku.Parse("MUG"), 1), new BundlePart(Sku.Parse("SPOON"), 2)]), bundles[Sku.Parse("GIFT")]);
        Assert.Equal(new BundleContent([new BundlePart(Sku.Parse("MUG"), 3)]), bundles[Sku.Parse("THREE")]);
    }

    [Theory]
    [InlineData("GIFT,MUG,0", "line 2, units")]
    [InlineData("GIFT,MUG,1.5", "line 2, units")]
    [InlineData("GIFT,MUG,10001", "line 2, units")]
    [InlineData("GIFT,,1", "line 2, part")]
    [InlineData(",MUG,1", "line 2, bundle")]
    [InlineData("GIFT,MUG,1\nGIFT,MUG,2", "MUG is named twice in GIFT")]
    [InlineData("GIFT,MUG,1\nBOX,GIFT,2", "GIFT is a bundle itself")]
    public void WhatCannotBe_NamesLineAndRemedy(string rows, string fault) =>
        Assert.Contains(fault, Assert.Throws<InvalidSellerFileException>(() => Read("bundle,part,units\n" + rows)).Message, StringComparison.Ordinal);

    private static Bundles Read(string text)
    {
        using var file = new CalendarOnDisk();
        File.WriteAllText(file.Path, text);
        return BundleFile.Read(file.Path);
    }
}
