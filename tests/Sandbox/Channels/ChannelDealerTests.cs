using ShipBy.Sandbox.Source;
using ShipBy.Sandbox.Source.Generator;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Channels;

public sealed class ChannelDealerTests
{
    private static readonly Channel[] All = [Channel.Ozon, Channel.Taobao, Channel.Webhook];

    private static readonly DateTimeOffset End = TestRun.Start.AddMinutes(10);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Deal_GivesEveryShopItsShare_InItsOwnForm(long seed)
    {
        var orders = Orders(seed, All);

        Assert.Equal(All, orders.Take(3).Select(order => order.Channel));
        Assert.All(All, channel => Assert.InRange(orders.Count(order => order.Channel == channel), orders.Count / 4, orders.Count / 2));
        Assert.All(Of(orders, Channel.Ozon), order => Assert.StartsWith("01", order.Number, StringComparison.Ordinal));
        Assert.All(Of(orders, Channel.Taobao), order => Assert.Matches("^[1-9][0-9]{18}$", order.Number));
        Assert.All(Of(orders, Channel.Webhook), order => Assert.StartsWith("W", order.Number, StringComparison.Ordinal));
        Assert.Equal(orders.Count, orders.Select(order => order.Number).Distinct().Count());
        Assert.Contains(Of(orders, Channel.Webhook), order => order.Number.Contains('/', StringComparison.Ordinal));
    }

    [Fact]
    public void Deal_IsTheSameForOneSeed_AndChangesNoOrderOfOzonAlone()
    {
        Assert.Equal(Orders(3, All).Select(order => order.Number), Orders(3, All).Select(order => order.Number));
        Assert.Equal(
            Orders(3, All).Select(Facts),
            new GeneratedSource(3, TestRun.Start, null).UpTo(End).TakeWhile(order => order.Appears <= End.AddSeconds(-30)).Select(Facts));

        // Taobao knows whole seconds alone.
        static (DateTimeOffset, long) Facts(PlannedOrder order) => (order.Appears, order.Limit.ToUnixTimeSeconds());
    }

    [Fact]
    public void Deal_LeavesAThirdOfOzonsOrdersToTheSellersOwnCarriers()
    {
        var ozon = Of(Orders(1, All), Channel.Ozon);

        Assert.InRange(ozon.Count(order => order.IsRfbs), ozon.Length / 5, ozon.Length / 2);
        Assert.All(ozon.Where(order => !order.IsRfbs), order => Assert.Null(order.Ships));
        Assert.Contains(ozon, order => order is { IsRfbs: true, Ships: not null });
        Assert.All(ozon, order => Assert.Null(order.Paid));
    }

    [Fact]
    public void Deal_LetsMostParcelsLeaveWithinAMinute_AndSomeLate()
    {
        var shipping = Orders(1, All).Where(order => order.Ships is not null).ToArray();

        Assert.True(shipping.Count(order => order.Ships < order.Appears.AddSeconds(60)) > shipping.Length * 2 / 3);
        Assert.All(shipping, order => Assert.Equal(order.Ships > order.LastLimit, order.Late));
        Assert.Contains(shipping, order => order.Late);
    }

    [Fact]
    public void Deal_LetsSomeBePaidLater_AndAlwaysBeforeAnythingElseHappens()
    {
        var later = Orders(1, All).Where(order => order is { Paid: not null, Trade: null }).ToArray();

        Assert.NotEmpty(Of(later, Channel.Taobao));
        Assert.NotEmpty(Of(later, Channel.Webhook));
        Assert.All(later, order => Assert.True(order.Paid > order.Appears && !(order.Cancels <= order.Paid) && !(order.Ships <= order.Paid) && order.Moves.All(move => move.At > order.Paid)));
    }

    [Theory]
    [InlineData(120, 90)]
    [InlineData(30, 20)]
    public void Orders_StopComing_WellBeforeTheEndOfARunOfChannels(double length, double last)
    {
        var source = new GeneratedSource(1, TestRun.Start, TestRun.Start.AddSeconds(length), All);

        Assert.InRange((source.UpTo(End)[^1].Appears - TestRun.Start).TotalSeconds, last - 2, last);
    }

    private static IReadOnlyList<PlannedOrder> Orders(long seed, IReadOnlyList<Channel> channels) => new GeneratedSource(seed, TestRun.Start, End, channels).UpTo(End);

    private static PlannedOrder[] Of(IEnumerable<PlannedOrder> orders, Channel channel) => orders.Where(order => order.Channel == channel).ToArray();
}
