using System.Globalization;
using NodaTime;
using ShipBy.Domain.Estimates;

namespace ShipBy.Domain.Tests.Estimates;

public sealed class HandlingTimeAdviceTests
{
    /// <summary>Orders as <c>19x2</c>: nineteen that took two working hours; <c>1x30 open</c>: one that has lain for thirty, and still does.</summary>
    [Theory]
    [InlineData("19x2", "not enough: 19")]
    [InlineData("20x2", "2 h, kept by 20 of 20")]
    [InlineData("19x2, 1x30", "2 h, kept by 19 of 20")]                       // one in twenty may miss it
    [InlineData("18x2, 2x30", "30 h, kept by 20 of 20")]                      // two may not
    [InlineData("18x2, 1x5, 1x30", "5 h, kept by 19 of 20")]
    [InlineData("19x2, 1x30 open", "not enough: 19")]                         // what still lies is no hand-over
    [InlineData("20x2, 1x30 open", "2 h, kept by 20 of 21")]
    [InlineData("20x2, 2x30 open", "30 h, kept by 20 of 20")]                 // a promise of thirty hours is not broken yet by an order that has lain for thirty
    [InlineData("20x2, 9x1 open", "2 h, kept by 20 of 20")]                   // nor are two hours by orders of an hour
    public void TheAdvice_IsTheShortestPromiseThatWasKept(string orders, string expected) => Assert.Equal(expected, Words(HandlingTimeAdvice.Of(Took(orders), Lain(orders))));

    /// <summary>A promise is made in whole hours: an order is measured by the first that would have held it.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 1)]
    [InlineData(1, 1)]
    [InlineData(1.001, 2)]
    [InlineData(13, 13)]
    [InlineData(720, 720)]
    [InlineData(9_000, 720)]          // a day's row keeps its bound
    public void AnOrder_IsMeasuredInWholeHours(double worked, int hours) => Assert.Equal([new HandlingTimes.Count(hours, 1)], HandlingTimes.Of(Duration.FromHours(worked)).Hours);

    [Fact]
    public void TimesAddUp_AndForgetWhatCancelsOut()
    {
        var (two, nine) = (HandlingTimes.Of(Duration.FromHours(2)), HandlingTimes.Of(Duration.FromHours(9)));

        Assert.Equal(new HandlingTimes([new(2, 2), new(9, 1)]), nine + two + two);
        Assert.Equal(nine, two + nine + -two);
        Assert.NotEqual(nine, two);
        Assert.Equal((2, 3), ((nine + two + two).WithinHours(8), (nine + two + two).WithinHours(9)));
    }

    /// <summary>Worth a word is a promise that is broken, and one that may be shorter by a quarter.</summary>
    [Theory]
    [InlineData("20x9", null, null, false)]                                   // the marketplace decides
    [InlineData("19x9", 2.0, null, false)]                                    // who knows
    [InlineData("20x9", 8.0, "8 h, kept by 0 of 20", true)]
    [InlineData("19x2, 1x9", 8.0, "8 h, kept by 19 of 20", true)]             // two hours would do
    [InlineData("18x9, 2x2", 8.0, "8 h, kept by 2 of 20", true)]
    [InlineData("20x9", 9.0, "9 h, kept by 20 of 20", false)]
    [InlineData("20x9", 11.9, "11.9 h, kept by 20 of 20", false)]
    [InlineData("20x9", 12.0, "12 h, kept by 20 of 20", true)]
    [InlineData("20x9, 1x5", 8.5, "8.5 h, kept by 1 of 21", true)]            // nobody knows which of the nine were done in eight and a half
    [InlineData("20x2, 3x9 open", 8.0, "8 h, kept by 20 of 23", true)]
    public void AChange_IsAskedFor_WhereItMatters(string orders, double? set, string? asSet, bool asks)
    {
        var review = PromiseReview.Of(Took(orders), Lain(orders), set is { } hours ? Duration.FromHours(hours) : null);

        Assert.Equal((asSet, asks), (review.AsSet is { } judged ? Words(judged) : null, review.AsksForChange));
    }

    private static HandlingTimes Took(string orders) => Read(orders, isOpen: false);

    private static HandlingTimes Lain(string orders) => Read(orders, isOpen: true);

    private static HandlingTimes Read(string orders, bool isOpen) => HandlingTimes.Of(
        from words in orders.Split(", ").Select(one => one.Split(['x', ' ']))
        where words.Length == 3 == isOpen
        select new HandlingTimes([new(Number(words[1]), Number(words[0]))]));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Words(HandlingTimeAdvice advice) => advice switch
    {
        HandlingTimeAdvice.Promise(var length, var orders, var kept) => FormattableString.Invariant($"{length.TotalHours} h, kept by {kept} of {orders}"),
        HandlingTimeAdvice.NotEnoughOrders(var count) => $"not enough: {count}",
        _ => throw new InvalidOperationException($"No words are written for {advice}."),
    };
}
