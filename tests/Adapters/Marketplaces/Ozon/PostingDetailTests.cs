using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>How a posting travels, and what of it a person may want to look at.</summary>
public class PostingDetailTests
{
    private const string Lists = "\"products_requiring_country\":[],\"products_requiring_gtd\":[],\"products_requiring_mandatory_mark\":[]";

    [Theory]
    [InlineData("\"tpl_integration_type\":\"ozon\"", "\"tpl_integration_type\":\"hybryd\"", "hybryd")]
    [InlineData("\"tpl_integration_type\":\"ozon\"", "\"tpl_integration_type\":\"\",\"integration_type_flow\":\"non_integrated\"", "non_integrated")]
    [InlineData("\"tpl_integration_type\":\"ozon\"", "\"tpl_integration_type\":\"3pl_tracking\",\"integration_type_flow\":\"other\"", "3pl_tracking")]
    [InlineData("\"tpl_integration_type\":\"ozon\"", "\"tpl_integration_type\":{}", null)]
    public void TheWayItTravels_IsTheMarketplacesOwnWord(string part, string with, string? scheme) => Assert.Equal(scheme, Read(part, with).Scheme);

    [Theory]
    [InlineData("\"tracking_number\":\"\"", null)]
    [InlineData("\"tracking_number\":null", null)]
    [InlineData("\"other\":1", null)]
    [InlineData("\"tracking_number\":\" LP007 \"", "LP007")]
    [InlineData("\"tracking_number\":80082007", "80082007")]
    public void ItsTrackingNumber_IsNoneInManyWays(string with, string? number) => Assert.Equal(number, Read("\"tracking_number\":\"\"", with).TrackingNumber);

    [Theory]
    [InlineData("\"warehouse_id\":1020005000000001", "\"warehouse_id\":\"1020005000000001\"", 1020005000000001)]
    [InlineData("\"warehouse_id\":1020005000000001", "\"warehouse_id\":0", null)]
    [InlineData("\"warehouse_id\":1020005000000001", "\"warehouse_id\":null", null)]
    [InlineData("\"delivery_method\":{", "\"delivery_method\":null,\"other\":{", null)]
    public void TheWarehouse_IsANumberOrNone(string part, string with, long? warehouse) => Assert.Equal(warehouse, Read(part, with).Warehouse);

    [Theory]
    [InlineData("\"customer\":null", null)]
    [InlineData("\"customer\":{}", null)]
    [InlineData("\"customer\":{\"name\":\"\",\"address\":{\"city\":\"\"}}", null)]
    [InlineData("\"customer\":{\"name\":\"A B\",\"phone\":\"79\",\"address\":{\"country\":\"R\",\"region\":\"T\",\"city\":\"K\",\"address_tail\":\"St 1\",\"zip_code\":\"420000\",\"comment\":\"ring\"}}", "A B|79|R|T|K|St 1|420000|ring")]
    [InlineData("\"customer\":{\"name\":\"A B\",\"address\":{\"district\":\"D\",\"address_tail\":\"St 1\",\"provider_pvz_code\":\"P7\"}},\"addressee\":{\"name\":\"C\",\"phone\":7}", "C|7||||D, St 1, P7||")]
    [InlineData("\"customer\":[1],\"addressee\":\"C\"", null)]
    public void WhomItGoesTo_IsToldWhereTheSellerDelivers(string with, string? expected)
    {
        var to = Read("\"customer\":null,\"addressee\":null", with).Recipient;

        Assert.Equal(expected, to is null ? null : string.Join('|', to.Name, to.Phone, to.Country, to.Region, to.City, to.Address, to.PostalCode, to.Wish));
    }

    [Theory]
    [InlineData("\"products_requiring_gtd\":[900000001]", "DeclarationMissing")]
    [InlineData("\"products_requiring_gtd\":[],\"products_requiring_weight\":[\"900000001\"]", "WeightMissing")]
    [InlineData("\"products_requiring_rnpt\":[1],\"products_requiring_imei\":[1],\"products_requiring_mandatory_mark\":[1]", "MarkMissing BatchMissing ImeiMissing")]
    [InlineData("\"products_requiring_jw_uin\":[1],\"products_requiring_jwn\":[2]", "UinMissing")]
    [InlineData("\"products_requiring_country\":[1],\"products_requiring_change_country\":[2]", "CountryMissing")]
    [InlineData("\"products_requiring_of_tomorrow\":[{}]", "DataMissing")]
    [InlineData("\"products_requiring_gtd\":[0]", "")]
    [InlineData("\"products_requiring_gtd\":null,\"products_requiring_country\":{}", "")]
    [InlineData("", "")]
    public void DataThatIsMissing_IsRemarked(string lists, string missing) =>
        Assert.Equal(missing, string.Join(' ', Read(Lists, lists).Remarks));

    [Theory]
    [InlineData("\"products_requiring_country\":[7]", "")]
    [InlineData("\"products_requiring_change_country\":[7]", "")]
    [InlineData("\"products_requiring_country\":[{}]", "CountryMissing")]                                      // asked of something that cannot be read
    [InlineData("\"products_requiring_gtd\":[7]", "")]
    [InlineData("\"products_requiring_rnpt\":[7]", "BatchMissing")]
    [InlineData("\"products_requiring_country\":[7],\"products_requiring_mandatory_mark\":[7]", "MarkMissing")]
    public void WhatTheSettingsSayOfAllGoods_IsNotMissing(string lists, string missing)
    {
        using var document = JsonDocument.Parse(Sample.Posting(Lists, lists));
        var known = new KnownData("CN", [Domain.Shipping.GoodsDatumKind.Declaration]);

        Assert.Equal(missing, string.Join(' ', PostingReader.Read(document.RootElement, "main", known).Posting!.Remarks));
    }

    [Theory]
    [InlineData("awaiting_approve", true)]
    [InlineData("awaiting_deliver", false)]     // packed: it was given
    [InlineData("delivering", false)]
    public void DataIsMissing_OnlyUntilItIsPacked(string status, bool isMissing)
    {
        var json = Sample.Posting("awaiting_packaging", status).Replace("\"products_requiring_gtd\":[]", "\"products_requiring_gtd\":[7]", StringComparison.Ordinal);

        Assert.Equal(isMissing, Read(json).Remarks.Contains(PostingRemark.DeclarationMissing));
    }

    [Theory]
    [InlineData("non_integrated", "\"city\":\"Kazan\",\"address_tail\":\"ul. 1\"", false)]
    [InlineData("non_integrated", "\"city\":\"Kazan\",\"address_tail\":\"\"", true)]
    [InlineData("non_integrated", "\"city\":null,\"address_tail\":\"ul. 1\"", true)]
    [InlineData("non_integrated", "\"city\":null,\"address_tail\":null,\"pvz_code\":\"77-1\"", false)]
    [InlineData("non_integrated", "\"city\":null,\"address_tail\":null,\"pvz_code\":\"0\"", true)]
    [InlineData("aggregator", "", true)]
    [InlineData("ozon", "", false)]
    public void AnAddress_ThatNobodyCanFind_IsRemarked_WhereTheSellerDelivers(string scheme, string address, bool isOdd)
    {
        var json = Sample.Posting("\"customer\":null", $$"""
            "customer":{"name":"N","address":{ {{address}} } }
            """).Replace("\"tpl_integration_type\":\"ozon\"", $"\"tpl_integration_type\":\"{scheme}\"", StringComparison.Ordinal);

        Assert.Equal(isOdd ? [PostingRemark.OddAddress] : [], Read(json).Remarks);
    }

    [Fact]
    public void AHiddenCity_IsNotMissing() => Assert.Empty(Read(Sample.Posting("\"customer\":null", """
        "customer":{"address":{"city":"","address_tail":"ul. 1"}}
        """).Replace("\"tpl_integration_type\":\"ozon\"", "\"tpl_integration_type\":\"non_integrated\"", StringComparison.Ordinal)
        .Replace("\"product_cancel\"", "\"hide_region_and_city\"", StringComparison.Ordinal)).Remarks);

    [Fact]
    public void ABuyersComment_IsANote() =>
        Assert.Equal([PostingRemark.Note], Read("\"customer\":null", "\"customer\":{\"address\":{\"comment\":\"leave it at the door\"}}").Remarks);

    [Theory]
    [InlineData("\"cancel_reason_id\":505", true)]
    [InlineData("\"cancel_reason_id\":\"0\"", false)]
    [InlineData("\"cancel_reason_id\":0,\"cancellation_type\":\"client\"", true)]
    public void ACancellationThatIsAskedFor_IsRemarked(string with, bool isAsked) =>
        Assert.Equal(isAsked ? [PostingRemark.RefundOpen] : [], Read("\"cancel_reason_id\":0,\"cancel_reason\":\"\",\"cancellation_type\":\"\"", with).Remarks);

    private static Posting Read(string part, string with) => Read(Sample.Posting(part, with));

    private static Posting Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return PostingReader.Read(document.RootElement, "main").Posting!;
    }
}
