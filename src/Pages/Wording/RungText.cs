using ShipBy.Domain.Deadlines;

namespace ShipBy.Pages.Wording;

/// <summary>Puts the name of a rung into words, in the unit that the seller chose. A name that tells no time stays as it is.</summary>
internal static class RungText
{
    public static string Tell(string rung, TimeWords words)
    {
        var number = rung[..rung.TakeWhile(char.IsAsciiDigit).Count()];
        return rung == Rung.Overdue.Name ? words.RungOverdue
            : rung == Rung.Early ? words.RungEarly
            : rung == Rung.NoPickUp ? words.RungNoPickUp
            : number.Length > 0 && UnitOf(rung[number.Length..], words) is { } unit ? words.RungBefore(number + words.UnitGap + unit) : rung;
    }

    private static string? UnitOf(string unit, TimeWords words) => unit switch
    {
        "d" => words.Day,
        "h" => words.Hour,
        "m" or "min" => words.Minute,
        "s" => words.Second,
        _ => null,
    };
}
