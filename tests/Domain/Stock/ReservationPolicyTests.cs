using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Stock;

public sealed class ReservationPolicyTests
{
    [Theory]
    [InlineData(4, "held 0")]
    [InlineData(3, "short 1")]
    [InlineData(0, "short 4")]
    public void LinesOfOneProduct_AreSummedFirst(int onHand, string expected)
    {
        var order = Sample.Order with { Lines = [Sample.TwoMugs, Sample.TwoMugs] };

        Assert.Equal([expected], Answers([order], Mugs(onHand)));
    }

    [Fact]
    public void FirstCome_FirstServed_WhateverTheOrderOfTheList()
    {
        var first = Sample.Order with { Key = new OrderKey("shop", "1") };
        var second = Sample.Order with { Key = new OrderKey("shop", "2"), TakenAt = Sample.Noon + Duration.Epsilon };

        Assert.Equal(["held 0", "short 1"], Answers([second, first], Mugs(3)));
    }

    [Fact]
    public void AShortOrder_HoldsNothing_AndASmallerOneBehindItIsServed()
    {
        var big = Sample.Order with { Key = new OrderKey("shop", "1"), Lines = [Sample.TwoMugs with { Quantity = 5 }] };
        var small = Sample.Order with { Key = new OrderKey("shop", "2"), TakenAt = Sample.Noon + Duration.Epsilon };

        Assert.Equal(["short 2", "held 0"], Answers([big, small], Mugs(3)));
    }

    [Fact]
    public void AProductWithoutAStockRow_CountsAsNone() => Assert.Equal(["short 2"], Answers([Sample.Order], Shelf.Of([])));

    [Theory]
    [InlineData(OrderState.Held)]
    [InlineData(OrderState.Shipped)]
    [InlineData(OrderState.Cancelled)]
    [InlineData(OrderState.SetAside)]
    public void ADoubledMessage_DecidesNothingTwice(OrderState state)
    {
        var (answers, shelf) = ReservationPolicy.Decide([Sample.Order with { State = state }], Mugs(5), Sample.Noon);

        Assert.IsType<Reservation.AlreadyDecided>(Assert.Single(answers));
        Assert.Equal(0, shelf[Sample.Mug]!.Held);
    }

    [Fact]
    public void BeingShort_IsNewsOnlyWhenItWasNotKnown()
    {
        var known = Sample.Order with { State = OrderState.OutOfStock, MissingUnits = 1 };

        Assert.False(IsNews(known, Mugs(1)));
        Assert.True(IsNews(known, Mugs(0)));
        Assert.True(IsNews(Sample.Order, Mugs(1)));

        static bool IsNews(Order order, Shelf shelf) => Assert.IsType<Reservation.OutOfStock>(Assert.Single(ReservationPolicy.Decide([order], shelf, Sample.Noon).Answers)).IsNews;
    }

    [Fact]
    public void NoMixOfOrders_IsEverPromisedMoreThanThereIs()
    {
        var products = Gen.Elements(Sku.Parse("A"), Sku.Parse("B"), Sku.Parse("C"));
        var line = from sku in products from quantity in Gen.Choose(1, 4) select new OrderLine(sku, "", quantity, null);
        var orders = Gen.ListOf(Gen.NonEmptyListOf(line)).Select(lists => lists.Select((lines, i) => Sample.Order with { Key = new OrderKey("shop", $"{i}"), Lines = [.. lines] }).ToList());
        var stock = from a in Gen.Choose(0, 9) from b in Gen.Choose(0, 9) from c in Gen.Choose(0, 9) select (a, b, c);

        Prop.ForAll(orders.ToArbitrary(), stock.ToArbitrary(), (waiting, units) =>
        {
            var shelf = Shelf.Of([new StockItem(Sku.Parse("A"), units.a, 0), new StockItem(Sku.Parse("B"), units.b, 0), new StockItem(Sku.Parse("C"), units.c, 0)]);
            var (answers, after) = ReservationPolicy.Decide(waiting, shelf, Sample.Noon);
            var promised = Shelf.UnitsOf(answers.OfType<Reservation.Made>().SelectMany(made => made.Held.Lines)).ToDictionary(wanted => wanted.Sku, wanted => wanted.Units);

            return "ABC".Select(name => Sku.Parse($"{name}")).All(sku => after[sku]!.Held == promised.GetValueOrDefault(sku) && after[sku]!.Free >= 0);
        }).QuickCheckThrowOnFailure();
    }

    private static Shelf Mugs(int onHand) => Shelf.Of([new StockItem(Sample.Mug, onHand, 0)]);

    private static IEnumerable<string> Answers(IEnumerable<Order> waiting, Shelf shelf) =>
        ReservationPolicy.Decide(waiting, shelf, Sample.Noon).Answers.Select(answer => answer is Reservation.Made ? "held 0" : $"short {answer.Order.MissingUnits}");
}
