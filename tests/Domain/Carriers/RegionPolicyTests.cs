using ShipBy.Domain.Carriers;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Tests.Carriers;

public class RegionPolicyTests
{
    [Theory]
    [InlineData("420", "420000", RegionFit.Yes)]
    [InlineData("420000", "420000", RegionFit.Yes)]
    [InlineData("421", "420000", RegionFit.No)]
    [InlineData("420", "42", RegionFit.No)]
    [InlineData("420", null, RegionFit.Unknown)]
    [InlineData("420", "", RegionFit.Unknown)]
    [InlineData("420", "42****", RegionFit.Unknown)]
    [InlineData("420", "420***", RegionFit.Yes)]
    [InlineData("420", "43****", RegionFit.No)]
    [InlineData("EC1", "ec1a 1bb", RegionFit.Yes)]
    [InlineData("1000-001", "1000001", RegionFit.Yes)]
    public void APostalCode_IsHeldAgainstItsBeginning(string prefix, string? code, RegionFit expected) =>
        Assert.Equal(expected, RegionPolicy.Of(Table.Row("A") with { PostalCodes = [prefix] }, new Recipient { PostalCode = code }));

    [Theory]
    [InlineData("Казань", "Республика Татарстан", "г. Казань", RegionFit.Yes)]
    [InlineData("татарстан", "Республика Татарстан", "г. Казань", RegionFit.Yes)]
    [InlineData("Орел", "Орловская область", "г. Орёл", RegionFit.Yes)]
    [InlineData("Москва", "Московская область", "Химки", RegionFit.No)]
    [InlineData("Нижний Новгород", "Новгородская область", "Великий Новгород", RegionFit.No)]
    [InlineData("广东", "广东省", "深圳市", RegionFit.Yes)]
    [InlineData("东", "广东省", "深圳市", RegionFit.No)]
    [InlineData("Казань", null, "Самара", RegionFit.Unknown)]
    [InlineData("Казань", null, "Казань", RegionFit.Yes)]
    [InlineData("Казань", "Т***", "К***", RegionFit.Unknown)]
    public void APlace_IsNamedInWholeWords(string place, string? region, string? city, RegionFit expected) =>
        Assert.Equal(expected, RegionPolicy.Of(Table.Row("A") with { Places = [place] }, new Recipient { Region = region, City = city }));

    [Theory]
    [InlineData("RU", "", "ru", null, RegionFit.Yes)]
    [InlineData("RU", "", "BY", null, RegionFit.No)]
    [InlineData("RU", "", null, null, RegionFit.Unknown)]
    [InlineData("RU", "420", null, "420000", RegionFit.Yes)]        // sold in one country only: nobody names it
    [InlineData("RU", "420", null, "430000", RegionFit.No)]
    [InlineData("RU", "420", "RU", "430000", RegionFit.No)]
    [InlineData("RU", "420", "BY", "420000", RegionFit.No)]
    [InlineData("RU", "420", "RU", null, RegionFit.Unknown)]
    [InlineData("", "", null, null, RegionFit.Yes)]
    public void ACountry_IsAskedBesideThePlace(string country, string prefix, string? to, string? code, RegionFit expected) =>
        Assert.Equal(expected, RegionPolicy.Of(Table.Row("A") with { Countries = country.Length > 0 ? [country] : [], PostalCodes = prefix.Length > 0 ? [prefix] : [] }, new Recipient { Country = to, PostalCode = code }));

    [Fact]
    public void OneOfSeveralPlaces_IsEnough_AndNobodyToSendTo_IsUnknown()
    {
        var row = Table.Row("A") with { PostalCodes = ["190"], Places = ["Казань"] };

        Assert.Equal(RegionFit.Yes, RegionPolicy.Of(row, Table.Kazan));
        Assert.Equal(RegionFit.Unknown, RegionPolicy.Of(row, null));
        Assert.Equal(RegionFit.Yes, RegionPolicy.Of(Table.Row("A"), null));
    }
}
