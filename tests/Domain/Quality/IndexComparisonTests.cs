using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Quality;

public sealed class IndexComparisonTests
{
    [Fact]
    public void TheDifference_IsNamedOrderByOrder()
    {
        var found = IndexComparison.Of(
            0.04m, FigureValue.Share(2, 100), [new IndexOrder("both", "SELLER_DELAY"), new IndexOrder("theirs", "SELLER_CANCELLATION")],
            [Order("both", DefectKinds.Late), Order("ours", DefectKinds.Late | DefectKinds.BadReview), Order("badly rated", DefectKinds.BadReview)]);

        Assert.Equal(["theirs SELLER_CANCELLATION"], Text(found.TheirsOnly));
        Assert.Equal(["ours Late"], Text(found.OursOnly));
        Assert.Equal(["both SELLER_DELAY"], Text(found.Both));
    }

    [Fact]
    public void WhereBothCountTheSame_NothingIsLeft()
    {
        var found = IndexComparison.Of(null, FigureValue.NotAvailable, [], []);

        Assert.Empty(found.TheirsOnly.Concat(found.OursOnly).Concat(found.Both));
    }

    private static IEnumerable<string> Text(IEnumerable<IndexOrder> orders) => orders.Select(order => $"{order.Number} {order.Word ?? order.Kinds.ToString()}");

    private static TroubledOrder Order(string number, DefectKinds defects) => new() { Key = new OrderKey("shop", number), OrderedAt = Sample.Noon, Products = [], Defects = defects };
}
