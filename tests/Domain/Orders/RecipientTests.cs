using ShipBy.Domain.Orders;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Orders;

public class RecipientTests
{
    private static readonly Recipient Anna = new() { Name = "Анна Бойко", Phone = "+7 900 000-00-01", City = "Казань", Address = "ул. Ленина, 1", PostalCode = "420000" };

    public static TheoryData<Recipient, bool> Others => new()
    {
        { Anna with { Name = "анна  бойко", Phone = "79000000001", Address = "УЛ ЛЕНИНА 1" }, true },
        { Anna with { Phone = "+7 900 000-00-02" }, false },
        { Anna with { Address = "ул. Ленина, 2" }, false },
        { Anna with { Name = "Анна" }, false },
        { Anna with { Wish = "ring twice" }, true },
        { Anna with { Name = "А*** Б***" }, false },        // what is hidden may be anybody
        { Anna with { Name = null }, false },
        { Anna with { Mark = "o-1" }, false },               // a word of one marketplace beside none
    };

    [Theory]
    [InlineData("o-1", "o-1", true)]
    [InlineData("o-1", "o-2", false)]
    [InlineData("o-1", null, false)]
    public void WhereTheMarketplaceSaysWhoIsTheSame_ItsWordCounts_HoweverMaskedTheRest(string mine, string? other, bool expected)
    {
        var masked = new Recipient { Name = "李**", Phone = "138****0000", City = "杭州市", Address = "某某路**号" };

        Assert.Equal(expected, (masked with { Mark = mine }).IsAt(masked with { Mark = other }));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void OneParcelReachesBoth_WhereItIsTheSamePersonAtTheSamePlace(Recipient other, bool expected)
    {
        Assert.Equal(expected, Anna.IsAt(other));
        Assert.Equal(expected, other.IsAt(Anna));
    }

    [Fact]
    public void WithoutAnAddress_NobodyIsTheSame() => Assert.False((Anna with { City = null, Address = null }).IsAt(Anna with { City = null, Address = null }));

    [Fact]
    public void NothingOfAPerson_IsInATextOfTheirOrder() => Assert.DoesNotContain("Анна", (Sample.Order with { Recipient = Anna }).ToString(), StringComparison.Ordinal);
}
