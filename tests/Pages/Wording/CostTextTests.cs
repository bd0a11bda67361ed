using NodaTime;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Tests.Letters;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Wording;

public class CostTextTests
{
    private static readonly Citation Official = new("a page", new LocalDate(2026, 1, 2), CostConfidence.Official);

    [Theory]
    [InlineData("en", 153_000L, -5, "late surcharge: about 50 ₽ (1%), up to 100 ₽ (3%)")]
    [InlineData("ru", 2_000_000L, -5, "удорожание за опоздание: около 200 ₽ (1 %), затем до 600 ₽ (3 %)")]
    [InlineData("zh-CN", 153_000L, 0, "逾期加收：约50 ₽（1%），之后最高100 ₽（3%）")]
    [InlineData("en", null, 11, "late surcharge: about 1% of the value, up to 3% of the value")]
    [InlineData("en", 153_000L, 12, "late surcharge: rising in steps, up to 100 ₽ (3%)")]
    public void TheSurcharge_IsToldByStepAndAmount(string language, long? value, int hoursLate, string expected) =>
        Assert.Equal(expected, Tell(language, value, hoursLate, SampleCosts.Table, share: null));

    [Theory]
    [InlineData(1, 96, null)]                                                                   // stays where nothing is charged
    [InlineData(3, 96, "error index rises to 4.12%: blue zone")]
    [InlineData(6, 96, "error index 7.22%: blue zone")]
    [InlineData(0, 0, "error index 100%: yellow zone")]         // nothing to compare with
    public void TheErrorIndex_IsTold_WhereItCosts(int late, int handedOver, string? expected) =>
        Assert.Equal(expected, Tell("en", 153_000, -1, SampleCosts.Table with { Steps = [] }, new LateShare(late, handedOver)));

    [Theory]
    [InlineData(0, null)]
    [InlineData(2, "late surcharge: 30.60 ₽ (2%)")]
    public void ASureCharge_IsNotAbout_AndNoneIsNotSaid(int percent, string? expected) => Assert.Equal(
        expected,
        Tell("en", 153_000, -1, new CostTable("sure", [new SurchargeStep(Duration.Zero, new Charge(percent, null, null), Official)], [], null), share: null));

    [Fact]
    public void WhereNobodyKnows_NothingIsSaid()
    {
        Assert.Null(Tell("en", 153_000, 1, CostTable.None, share: null));
        Assert.Null(CostText.Sources([], Words.In("en")));
    }

    [Fact]
    public void TheSources_AreNamedOnce_WithTheirDates()
    {
        CostOfMissing[] costs = [.. Enumerable.Repeat(CostOfMissing.Of(new Money(153_000, "RUB"), default, SampleCosts.Table, new LateShare(3, 96)), 2)];

        Assert.Equal(
            "Costs by samples in Ozon's API specification (tariffication_steps), 2026-10-01, not certain; Ozon's help for global sellers (rFBS error index), 2026-11-22, not certain. "
            + "Your own contract counts. The error index is ShipBy's own count. In the blue zone a failed order costs about 3% of the value.",
            CostText.Sources(costs, Words.In("en")));
    }

    [Theory]
    [InlineData("en", "At stake together: 30.50 ₽.", 1_000L, 2_050L)]
    [InlineData("ru", "Вместе под угрозой не меньше 10 ₽.", 1_000L, null)]
    [InlineData("en", "At stake together: 92,233,720,368,547,758.07 ₽.", long.MaxValue, long.MaxValue)]
    [InlineData("en", null, null, null)]
    public void Values_AreAddedUp_AsFarAsTheyAreKnown(string language, string? expected, long? one, long? other) =>
        Assert.Equal(expected, CostText.Total([Roubles(one), Roubles(other)], Words.In(language))?.Replace('\u00A0', ' '));

    [Fact]
    public void Currencies_AreNotMixed() =>
        Assert.Equal("At stake together: 5 ¥ + 10 ₽.", CostText.Total([Roubles(1_000), new Money(500, "CNY")], Words.In("en"))?.Replace('\u00A0', ' '));

    private static string? Tell(string language, long? value, int hoursLate, CostTable table, LateShare? share) =>
        CostText.Tell(CostOfMissing.Of(Roubles(value), Duration.FromHours(hoursLate), table, share), Words.In(language))?.Replace('\u00A0', ' ');

    private static Money? Roubles(long? minor) => minor is { } units ? new Money(units, "RUB") : null;
}
