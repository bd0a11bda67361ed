using System.Text;
using ShipBy.Application.FirstUse;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Application.Tests.FirstUse;

public sealed class DraftSealTests
{
    private static readonly StartDraft Draft = StartDraft.Empty
        .With(StartField.ApiKey, "a-very-secret-key").With(StartField.Shop, "main").Left(StartStep.Language) with
        {
            Listing = new ShopListing([new ShopWarehouse(1020001, "Основной склад")], 42),
            Counted = 7,
        };

    [Fact]
    public void WhatWasClosed_OpensWithTheSameKey_Whole()
    {
        var open = new DraftSeal("a-desk-key-for-tests").TryOpen(new DraftSeal("a-desk-key-for-tests").Close(Draft))!;

        Assert.Equal(Draft.Values.OrderBy(value => value.Key), open.Values.OrderBy(value => value.Key));
        Assert.Equal((42, 7, 1020001L, "Основной склад"), (open.Listing!.Products, open.Counted, open.Listing.Warehouses[0].Number, open.Listing.Warehouses[0].Name));
        Assert.Equal([StartStep.Language], open.Done);
    }

    [Fact]
    public void NothingCanBeReadOfIt_AndTheSameIsNeverWrittenTwice()
    {
        var seal = new DraftSeal("a-desk-key-for-tests");
        var (one, other) = (seal.Close(Draft), seal.Close(Draft));

        Assert.NotEqual(one, other);
        Assert.DoesNotContain("secret", one + Encoding.Latin1.GetString(Convert.FromBase64String(one)), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Draft.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another-desk-key-for-tests", 0)]
    [InlineData("a-desk-key-for-tests", 1)]     // the nonce
    [InlineData("a-desk-key-for-tests", 13)]    // the tag
    [InlineData("a-desk-key-for-tests", 40)]    // what is sealed
    public void AnotherKey_OrAChangedByte_OpensNothing(string key, int spoilt)
    {
        var box = Convert.FromBase64String(new DraftSeal("a-desk-key-for-tests").Close(Draft));
        box[spoilt] ^= (byte)(spoilt == 0 ? 0 : 1);

        Assert.Null(new DraftSeal(key).TryOpen(Convert.ToBase64String(box)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no base64")]
    [InlineData("AAAA")]
    public void WhatIsNoSeal_IsNoDraft(string text) => Assert.Null(new DraftSeal("a-desk-key-for-tests").TryOpen(text));
}
