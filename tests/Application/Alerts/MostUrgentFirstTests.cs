using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Tests.Alerts;

/// <summary>Friday 27 November 2026, 18:00; the shop works from 9 to 21, Monday to Friday.</summary>
public sealed class MostUrgentFirstTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 27, 18, 0);

    [Theory]
    [InlineData("b:20:00 a:20:30", "b a")]                              // working time: 2 h before 2 h 30
    [InlineData("b:20:00=1 a:20:30=900", "b a")]                        // money does not outweigh it
    [InlineData("a:22:00=1 b:23:00=900", "b a")]                        // nobody works between the two: money decides
    [InlineData("a:21:00=1 b:+2d=900", "b a")]                          // nor over the weekend
    [InlineData("a:20:59=1 b:21:00=900", "a b")]                        // the last minute is one
    [InlineData("a:23:00 b:22:00", "b a")]                              // alike in all of that: the deadline
    [InlineData("b:22:00 a:22:00", "a b")]                              // alike in that too: the number
    [InlineData("a:22:00 b:23:00=1", "b a")]                            // no known value comes behind
    [InlineData("a:22:00=900 b:22:00=9CNY", "b a")]                     // currencies are not exchanged: each keeps together
    [InlineData("a:18:00=1 b:17:59=1", "b a")]                          // overdue first, and the instant itself is not
    [InlineData("a:17:00=1 b:16:00=900", "b a")]                        // overdue: by money
    [InlineData("a:16:00!=900 b:+2d=1", "b a")]                         // nothing left to do: last
    public void LinesAreOrdered_AsTheDeskIs(string lines, string expected)
    {
        var ordered = WarningLines.MostUrgentFirst(lines.Split(' ').Select(Line), WorkCalendar.Usual(DateTimeZone.Utc), Now);

        Assert.Equal(expected, string.Join(' ', ordered.Select(line => line.Order.Number)));
    }

    /// <param name="text">Number, time of the day or days from now, <c>!</c> where nothing is left to do, value.</param>
    private static WarningLine Line(string text)
    {
        var (number, rest) = (text[..1], text[2..].Split('='));
        var at = rest[0].TrimEnd('!');
        var deadline = at[0] == '+' ? Now + Duration.FromDays(at[1] - '0') : Now.InUtc().Date.At(NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(at).Value).InUtc().ToInstant();
        var value = rest.Length < 2 ? null : rest[1].EndsWith("CNY", StringComparison.Ordinal) ? new Money(rest[1][0] - '0', "CNY") : new Money(int.Parse(rest[1], System.Globalization.CultureInfo.InvariantCulture), "RUB");
        return new WarningLine(new OrderKey("shop", number), ["6h"], deadline, OrderState.Held, "Mug", value, 0, IsOvertaken: rest[0].EndsWith('!'));
    }
}
