using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Preparing;
using ShipBy.TestKit;

namespace ShipBy.Application.Tests.Desk;

/// <summary>Each field of the filter, fitting and not.</summary>
public class OrderFilterTests
{
    private static readonly Order Order = Sample.Order with
    {
        State = OrderState.Held,
        ShipBy = Sample.Noon + Duration.FromHours(24),
        Carrier = "Ozon Логистика",
        TrackingNumber = "RA 123-456",
        Recipient = new Recipient { Name = "Анна Бойко", Phone = "+7 900", City = "Казань" },
        Preparation = new Preparation { PrintedAt = Sample.Noon, Note = "gift" },
        Owner = "Boris",
    };

    public static TheoryData<OrderFilter, bool> Filters => new()
    {
        { OrderFilter.None, true },
        { new() { Shop = "shop" }, true },
        { new() { Shop = "Shop" }, false },
        { new() { State = OrderState.Held }, true },
        { new() { State = OrderState.OutOfStock }, false },
        { new() { Printed = true }, true },
        { new() { Printed = false }, false },
        { new() { Noted = true }, true },
        { new() { Noted = false }, false },
        { new() { Asked = true }, true },
        { new() { Asked = false }, false },
        { new() { Carrier = "ozon" }, true },
        { new() { Carrier = "СДЭК" }, false },
        { new() { Product = "mug-1" }, true },
        { new() { Product = "MUG" }, true },
        { new() { Product = "plate" }, false },
        { new() { Due = DueSpan.Day }, true },
        { new() { Due = DueSpan.Later }, false },
        { new() { Buyer = "бойко" }, true },
        { new() { Buyer = "Казань" }, true },
        { new() { Buyer = "Москва" }, false },
        { new() { Number = "0007 1" }, true },
        { new() { Number = "ra123456" }, true },
        { new() { Number = "0008" }, false },
        { new() { Number = "--" }, false },
        { new() { Text = "GIFT" }, true },
        { new() { Text = "boris" }, true },
        { new() { Text = "0100200300" }, true },
        { new() { Text = "nothing of it" }, false },
        { new() { Shop = "shop", Text = "nothing of it" }, false },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void AllThatIsSet_MustFit(OrderFilter filter, bool expected) => Assert.Equal(expected, filter.Fits(Order, isAsked: true, Sample.Noon));

    [Theory]
    [InlineData(-1, DueSpan.Overdue)]
    [InlineData(0, DueSpan.Day)]
    [InlineData(86_400, DueSpan.Day)]
    [InlineData(86_401, DueSpan.Later)]
    [InlineData(null, DueSpan.Undated)]
    public void ADeadline_IsInOneSpan(int? secondsAhead, DueSpan expected)
    {
        var order = Order with { ShipBy = secondsAhead is { } seconds ? Sample.Noon + Duration.FromSeconds(seconds) : null };

        Assert.Equal([expected], Enum.GetValues<DueSpan>().Where(due => new OrderFilter { Due = due }.Fits(order, isAsked: false, Sample.Noon)));
    }

    [Theory]
    [InlineData(PostingRemark.Note, null, null, true)]
    [InlineData(PostingRemark.OddAddress, "ring twice", null, true)]
    [InlineData(PostingRemark.OddAddress, null, "gift", true)]
    [InlineData(PostingRemark.OddAddress, null, null, false)]
    public void ANote_IsTheBuyersOrOurs(PostingRemark remark, string? wish, string? note, bool expected) => Assert.Equal(
        expected,
        new OrderFilter { Noted = true }.Fits(Order with { Remarks = [remark], Recipient = new Recipient { Wish = wish }, Preparation = new Preparation { Note = note } }, isAsked: false, Sample.Noon));
}
