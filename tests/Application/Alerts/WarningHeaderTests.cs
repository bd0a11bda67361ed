using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Tests.Alerts;

public class WarningHeaderTests
{
    private static readonly Instant Deadline = Instant.FromUnixTimeSeconds(1_800_000_000);

    [Fact]
    public void Write_NamesEveryRungOfEveryLine_InOrder() => Assert.Equal(
        "P-1/24h@1800000000, P-1/6h@1800000000, P-2/overdue@1799999999",
        WarningHeader.Write([Line("P-1", Deadline, "24h", "6h"), Line("P-2", Deadline - Duration.FromMilliseconds(1), "overdue")]));

    [Theory]
    [InlineData("a/b#c", "a%2Fb%23c/6h@1800000000")]
    [InlineData("a, b@c", "a%2C%20b%40c/6h@1800000000")]
    [InlineData("x\r\nBcc: y", "x%0D%0ABcc%3A%20y/6h@1800000000")]
    [InlineData("Ю", "%D0%AE/6h@1800000000")]
    public void Write_EscapesWhatWouldPartTheEntries(string number, string expected) =>
        Assert.Equal(expected, WarningHeader.Write([Line(number, Deadline, "6h")]));

    [Fact]
    public void Write_IsEmpty_WithoutLines() => Assert.Equal("", WarningHeader.Write([]));

    private static WarningLine Line(string number, Instant deadline, params string[] rungs) =>
        new(new OrderKey("main", number), rungs, deadline, OrderState.Held, "Mug", null, 0);
}
