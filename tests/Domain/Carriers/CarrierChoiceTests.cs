using NodaTime;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Orders;
using static ShipBy.Domain.Tests.Carriers.Table;

namespace ShipBy.Domain.Tests.Carriers;

public class CarrierChoiceTests
{
    private static readonly CarrierQuestion ToKazan = new() { To = Kazan, ShipBy = Now + Duration.FromHours(30) };

    private static readonly CarrierTariff Here = Row("Here", 100) with { Places = ["Казань"] };

    private static readonly CarrierTariff Elsewhere = Row("Elsewhere", 1) with { Places = ["Самара"] };

    [Fact]
    public void WithoutATable_NothingIsProposed() => Assert.Equal((CarrierReason.NoTable, null), Proposed(Ask(ToKazan)));

    [Fact]
    public void WhatTheMarketplaceSet_Stands_AndNobodyHasToTellIt()
    {
        var advice = Ask(ToKazan with { Set = "почта россии" }, Row("A", 1), Row("Почта России", 300));

        Assert.Equal((CarrierReason.SetByMarketplace, "Почта России"), Proposed(advice));
        Assert.Equal(("почта россии", null), (advice.Set, advice.Word));
        Assert.Equal((CarrierReason.SetByMarketplace, null), Proposed(Ask(ToKazan with { Set = "unheard of" }, Row("A", 1))));
        Assert.Equal((CarrierReason.OnlyOneThere, "A"), Proposed(Ask(ToKazan with { Set = " " }, Row("A", 1))));
    }

    [Fact]
    public void TheOnlyOneThere_IsProposed_WhateverItCosts() => Assert.Equal((CarrierReason.OnlyOneThere, "Here"), Proposed(Ask(ToKazan, Here, Elsewhere)));

    [Fact]
    public void NoneThere_IsSaid() => Assert.Equal((CarrierReason.NoneThere, null), Proposed(Ask(ToKazan, Elsewhere)));

    [Fact]
    public void WhereNobodyTells_OnlyOneThatGoesEverywhereIsProposed()
    {
        Assert.Equal((CarrierReason.WhereUnknown, null), Proposed(Ask(ToKazan with { To = null }, Here, Elsewhere)));
        Assert.Equal((CarrierReason.OnlyOneThere, "All"), Proposed(Ask(ToKazan with { To = null }, Here, Row("All", 900))));
        Assert.Equal((CarrierReason.WhereUnknown, null), Proposed(Ask(ToKazan with { To = new Recipient { City = "К***", Region = "Т***" } }, Here)));
    }

    [Theory]
    [InlineData(100, 90, "B")]
    [InlineData(100, 100, "B")]         // the same price: the quicker one
    [InlineData(90, 100, "A")]
    public void TheCheapestThatMakesIt_IsProposed(long priceOfA, long priceOfB, string expected) =>
        Assert.Equal((CarrierReason.CheapestInTime, expected), Proposed(Ask(ToKazan, Row("A", priceOfA, 5), Row("B", priceOfB, 3))));

    [Fact]
    public void PricesThatCannotBeCompared_GiveWayToTheDays()
    {
        Assert.Equal((CarrierReason.QuickestInTime, "B"), Proposed(Ask(ToKazan, Row("A", 90, 5), Row("B", null, 3), Row("C", 80))));
        Assert.Equal((CarrierReason.QuickestInTime, "B"), Proposed(Ask(ToKazan, Row("A", 90, 5), Row("B", null, 3) with { Price = new Money(1, "USD") })));
    }

    [Theory]
    [InlineData(5, CarrierReason.CheapestInTime, "A")]
    [InlineData(4, CarrierReason.OnlyOneInTime, "B")]
    [InlineData(2, CarrierReason.AllTooSlow, "B")]
    public void DaysOnTheWay_AreHeldAgainstWhatTheShopExpects(int days, CarrierReason reason, string expected) =>
        Assert.Equal((reason, expected), Proposed(Ask(ToKazan with { ArriveWithin = Duration.FromDays(days) }, Row("A", 90, 5), Row("B", 100, 3))));

    // It is Monday 15:00; the carrier comes on Tuesday at 12:00, in 21 hours.
    [Theory]
    [InlineData(21.0, CarrierReason.CheapestInTime, "A")]
    [InlineData(20.99, CarrierReason.OnlyOneInTime, "B")]
    public void APickUp_MustComeBeforeTheLimit(double hours, CarrierReason reason, string expected) => Assert.Equal(
        (reason, expected),
        Proposed(Ask(ToKazan with { ShipBy = Now + Duration.FromHours(hours) }, Row("A", 90) with { PickUps = PickUpTime.Read("Mon-Fri 12:00")! }, Row("B", 100))));

    [Fact]
    public void WhenNoneMakesIt_TheFirstOneIsProposed() => Assert.Equal(
        (CarrierReason.AllTooLate, "B"),
        Proposed(Ask(ToKazan with { ShipBy = Now - Duration.FromHours(1) }, Row("A", 90) with { PickUps = PickUpTime.Read("Tue 12:00")! }, Row("B", 100) with { PickUps = PickUpTime.Read("Mon 15:00")! })));

    // The limit is on Tuesday, 3 March, 21:00.
    [Theory]
    [InlineData("2026-03-02", "2026-03-02", CarrierReason.OnlyOneThere, null)]
    [InlineData("2026-03-02", "2026-03-03", CarrierReason.ShutDown, "2026-03-03")]
    [InlineData("2026-03-03", "2026-03-09", CarrierReason.OnlyOneThere, null)]          // it is brought today
    [InlineData("2026-02-20", "2026-03-01", CarrierReason.OnlyOneThere, null)]
    public void AShutdown_IsWaitedFor_UntilTheLimit(string from, string to, CarrierReason reason, string? until)
    {
        var advice = Ask(ToKazan, Row("A", 90) with { Shutdowns = [new Shutdown(Day(from), Day(to))] });

        Assert.Equal((reason, until is null ? null : Day(until)), (advice.Reason, advice.ShutUntil));
    }

    [Fact]
    public void ShutdownsThatFollowEachOther_AreOne_AndTheOneThatEndsFirstIsNamed()
    {
        var two = Row("A", 90) with { Shutdowns = [new Shutdown(Day("2026-03-01"), Day("2026-03-04")), new Shutdown(Day("2026-03-05"), Day("2026-03-08"))] };
        var one = Row("B", 90) with { Shutdowns = [new Shutdown(Day("2026-03-01"), Day("2026-03-06"))] };

        Assert.Equal(Day("2026-03-08"), Ask(ToKazan, two).ShutUntil);
        Assert.Equal(Day("2026-03-06"), Ask(ToKazan, two, one).ShutUntil);
        Assert.Equal((CarrierReason.OnlyOneInTime, "C"), Proposed(Ask(ToKazan, two, one, Row("C", 900))));
        Assert.Equal(CarrierReason.ShutDown, Ask(ToKazan with { ShipBy = null }, two).Reason);
    }

    [Theory]
    [InlineData(500, "light", CarrierReason.OnlyOneThere)]
    [InlineData(501, "heavy", CarrierReason.OnlyOneThere)]
    [InlineData(2000, "heavy", CarrierReason.OnlyOneThere)]
    [InlineData(2001, null, CarrierReason.TooHeavy)]
    [InlineData(null, "heavy", CarrierReason.OnlyOneThere)]             // no price that may not hold
    public void TheStepOfTheWeight_IsInForce(int? weight, string? expected, CarrierReason reason)
    {
        var advice = Ask(ToKazan with { Weight = weight }, Row("light", 100) with { Code = "post", UpTo = 500 }, Row("heavy", 200) with { Code = "post", UpTo = 2000 });

        Assert.Equal((reason, expected), Proposed(advice));
        Assert.Equal((weight is null, expected is null ? 2000 : null), (advice.IsWeightGuessed, advice.Heaviest));
    }

    [Fact]
    public void TheClosestPlace_OfACarrier_IsInForce_EvenWhereItCostsMore()
    {
        var all = Row("all", 100) with { Code = "post" };
        var country = Row("country", 150) with { Code = "post", Countries = ["RU"] };
        var region = Row("region", 200) with { Code = "post", Places = ["Татарстан"] };
        var code = Row("code", 300) with { Code = "post", PostalCodes = ["42"] };
        var closer = Row("closer", 400) with { Code = "post", PostalCodes = ["4200"] };
        var to = ToKazan with { To = Kazan with { Country = "RU" } };

        Assert.Equal("all", Ask(to, all).Tariff?.Name);
        Assert.Equal("country", Ask(to, all, country).Tariff?.Name);
        Assert.Equal("region", Ask(to, all, region, country).Tariff?.Name);
        Assert.Equal("code", Ask(to, all, code, region, country).Tariff?.Name);
        Assert.Equal("closer", Ask(to, all, closer, code, region, country).Tariff?.Name);
    }

    [Fact]
    public void EveryRow_HasItsVerdict()
    {
        var advice = Ask(ToKazan with { Weight = 2 }, Here, Elsewhere, Row("light") with { UpTo = 1 }, Row("unknown") with { Countries = ["RU"] });

        Assert.Equal([TariffFit.InTime, TariffFit.OtherRegion, TariffFit.TooHeavy, TariffFit.WhereUnknown], advice.Verdicts.Select(verdict => verdict.Fit));
    }

    private static (CarrierReason, string?) Proposed(CarrierAdvice advice) => (advice.Reason, advice.Tariff?.Name);

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
