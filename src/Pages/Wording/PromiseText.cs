using System.Globalization;
using NodaTime;
using ShipBy.Domain.Estimates;

namespace ShipBy.Pages.Wording;

/// <summary>Puts the advice on a handling time into words.</summary>
internal static class PromiseText
{
    /// <returns>Null where there is nothing to say: none is set, and too little is known to advise one.</returns>
    public static string? Tell(PromiseReview review, Words words) => review switch
    {
        { Advice: HandlingTimeAdvice.NotEnoughOrders few, Set: { } set } => words.Promise.TooFew(Length(set, words), few.HandOvers, HandlingTimeAdvice.Fewest),
        { Advice: HandlingTimeAdvice.Promise can, AsSet: null } => words.Promise.Unset(Length(can.Length, words), can.Kept, can.Orders),
        { Advice: HandlingTimeAdvice.Promise can, AsSet: { } set, AsksForChange: true } => Change(can, set, words),
        { AsSet: { } set } => words.Promise.Kept(Length(set.Length, words), set.Kept, set.Orders),
        _ => null,
    };

    /// <summary>Why another handling time is better than the one that is set.</summary>
    public static string Change(HandlingTimeAdvice.Promise can, HandlingTimeAdvice.Promise set, Words words) => set.IsKept
        ? words.Promise.Shorter(Length(set.Length, words), Length(can.Length, words), can.Kept, can.Orders)
        : words.Promise.Longer(Length(set.Length, words), set.Kept, set.Orders, HandlingTimeAdvice.KeptOfHundred, Length(can.Length, words), can.Kept, can.Orders);

    /// <summary>What to write into the settings.</summary>
    public static string Setting(string shop, Duration length, Words words) =>
        words.Promise.Setting(string.Create(CultureInfo.InvariantCulture, $"Shops__{shop}__HandlingTime={length.TotalHours:0}h"));

    private static string Length(Duration length, Words words) => TimeLeft.Working(length, words.Time);
}
