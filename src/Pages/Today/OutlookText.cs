using System.Globalization;
using NodaTime;
using ShipBy.Domain.Estimates;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Today;

/// <summary>What is to be expected of an order whose deadline is ahead, in words.</summary>
/// <param name="Says">The chance in few words, or that little is known.</param>
/// <param name="Percent">How much of the bar is full; null where the chance is a guess, and no bar is drawn.</param>
/// <param name="WorkingLeft">Working time until the deadline; null where the clock says the same.</param>
/// <param name="Why">Where the chance comes from, in sentences.</param>
internal sealed record OutlookText(string Says, int? Percent, string? WorkingLeft, string Why)
{
    /// <value>More likely missed than not.</value>
    public bool IsLikely => Percent >= 50;

    /// <param name="left">To the deadline, by the clock.</param>
    /// <returns>Null where nothing is expected any more, or nobody knows the deadline.</returns>
    public static OutlookText? Of(OrderOutlook? outlook, Duration? left, Words words)
    {
        if (outlook is null || left is not { } clock || clock < Duration.Zero)
        {
            return null;
        }

        var percent = (int)Math.Round(outlook.ChanceToMiss * 100);
        var told = percent < 1 ? "<1" : percent > 99 ? ">99" : percent.ToString(CultureInfo.InvariantCulture);
        return new OutlookText(
            outlook.IsGuess ? words.Outlook.LittleKnown : words.Outlook.Chance(told),
            outlook.IsGuess ? null : percent,
            clock - outlook.WorkingLeft < Duration.FromMinutes(1) ? null : words.Outlook.WorkingLeft(outlook.WorkingLeft == Duration.Zero ? "" : TimeLeft.Working(outlook.WorkingLeft, words.Time)),
            string.Join(words.SentenceGap, Sentences(outlook.Reason, clock, told, words).OfType<string>()));
    }

    private static IEnumerable<string?> Sentences(OutlookReason reason, Duration clock, string percent, Words words)
    {
        var (wait, lain, orders) = (TimeLeft.Working(reason.UsualWait, words.Time), TimeLeft.Working(reason.Lain, words.Time), words.Orders.Shipments(reason.OrdersCounted));
        var closed = clock - reason.Left;
        yield return reason.IsGuess ? words.Outlook.Guess(wait, orders, percent) : words.Outlook.Pace(wait, PaceOf(reason.UsualWait, words), orders);
        yield return reason.Left == Duration.Zero ? words.Outlook.NothingLeft(lain) : words.Outlook.Lain(lain, TimeLeft.Working(reason.Left, words.Time));
        yield return reason.Left > Duration.Zero && closed * 2 >= clock ? words.Outlook.Closed(TimeLeft.Length(clock, words.Time), TimeLeft.Length(closed, words.Time)) : null;
    }

    /// <summary>Hand-overs in a working hour, in two digits that tell something.</summary>
    private static string PaceOf(Duration wait, Words words) => (1 / wait.TotalHours) switch
    {
        >= 10 and var many => many.ToString("0", words.Numbers),
        >= 1 and var some => some.ToString("0.#", words.Numbers),
        >= 0.1 and var few => few.ToString("0.##", words.Numbers),
        var rare => rare.ToString("0.###", words.Numbers),
    };
}
