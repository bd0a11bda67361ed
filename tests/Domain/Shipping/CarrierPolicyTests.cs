using NodaTime;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Shipping;

public sealed class CarrierPolicyTests
{
    [Theory]
    [InlineData(CarrierEventKind.Accepted, -1, "BeforeTheOrder")]
    [InlineData(CarrierEventKind.Accepted, 0, "Noted")]
    [InlineData(CarrierEventKind.Lost, 0, "Noted")]
    public void AWordOfBeforeTheOrder_IsAboutAnotherParcel(CarrierEventKind kind, int seconds, string answer) =>
        Assert.Equal(answer, CarrierPolicy.Hear(Sample.Order, Told(kind, seconds)).GetType().Name);

    [Theory]
    [InlineData(CarrierEventKind.Delivered, 59, "Known")]
    [InlineData(CarrierEventKind.InTransit, 60, "Known")]
    [InlineData(CarrierEventKind.Scanned, 60, "Known")]
    [InlineData(CarrierEventKind.Delivered, 60, "Noted")]       // of one instant: the later in a parcel's life
    [InlineData(CarrierEventKind.Accepted, 61, "Noted")]
    public void OnlyANewerWord_IsNoted(CarrierEventKind kind, int seconds, string answer)
    {
        var order = Sample.Order with { CarrierTold = new CarrierNote(CarrierEventKind.InTransit, Sample.Noon + Duration.FromSeconds(60)) };

        var heard = CarrierPolicy.Hear(order, Told(kind, seconds));

        Assert.Equal(answer, heard.GetType().Name);
        Assert.Equal(answer == "Noted" ? Told(kind, seconds).Note : null, (heard as CarrierAnswer.Noted)?.After.CarrierTold);
    }

    [Theory]
    [InlineData(OrderState.Held, true, true, true)]
    [InlineData(OrderState.OutOfStock, true, true, true)]
    [InlineData(OrderState.Held, true, false, false)]           // a marketplace that is asked says so by itself
    [InlineData(OrderState.Held, false, true, false)]
    [InlineData(OrderState.Shipped, true, true, false)]
    [InlineData(OrderState.Cancelled, true, true, false)]
    public void AnOpenOrderOfAShopThatCannotBeAsked_IsHandedOver_OnceItsCarrierHasHadIt(OrderState state, bool hasNote, bool tellsOfItself, bool isHandedOver)
    {
        var order = Sample.Order with { State = state, CarrierTold = hasNote ? new CarrierNote(CarrierEventKind.Stuck, Sample.Noon) : null };

        Assert.Equal(isHandedOver, CarrierPolicy.IsHandedOver(order, tellsOfItself));
    }

    [Theory]
    [InlineData(CarrierEventKind.Accepted, PostingStatus.HandedOver)]
    [InlineData(CarrierEventKind.Returned, PostingStatus.HandedOver)]
    [InlineData(CarrierEventKind.Delivered, PostingStatus.Delivered)]
    public void WhatIsGone_IsNotBroughtBackByAListThatLags(CarrierEventKind kind, PostingStatus status)
    {
        var lagging = Sample.Noon + Duration.FromHours(2);
        var order = Sample.Order with { CarrierTold = new CarrierNote(kind, Sample.Noon + Duration.FromHours(1)), Told = new LastTold(lagging, ["a"], null) };

        var posting = CarrierPolicy.HandedOver(order, Sample.Noon);

        Assert.Equal((status, Sample.Noon, lagging), (posting.Status, posting.HandedOverAt!.Value, posting.Telling!.ChangedAt!.Value));
        Assert.False(order.Told.Overrules(posting.Telling));
    }

    [Fact]
    public void WhatWasHeard_IsInTheJournal()
    {
        var order = Assert.IsType<CarrierAnswer.Noted>(CarrierPolicy.Hear(Sample.Order, Told(CarrierEventKind.Scanned, 5))).After.NotedSince(Sample.Order, Sample.Noon);

        Assert.Equal((JournalEvent.CarrierTold, "Scanned 2026-03-02T12:00:05Z"), (order.Journal[^1].What, order.Journal[^1].Detail));
    }

    private static CarrierEvent Told(CarrierEventKind kind, int seconds) => new(Sample.Order.Key, kind, Sample.Noon + Duration.FromSeconds(seconds));
}
