using System.Globalization;

namespace ShipBy.Domain.Shipping.Numbers;

/// <summary>Continues a tracking number that somebody typed, by its carrier's rule. A number that its own rule refuses is never continued.</summary>
public static class TrackingSeries
{
    private const int SerialOfPost = 5;

    /// <value>Digits that a counter may have: as many as can be counted with exactly.</value>
    private const int MostDigits = 37;

    private static readonly int[] WeightsOfS10 = [8, 6, 4, 2, 3, 5, 9, 7];

    /// <summary>The number itself and those after it.</summary>
    /// <param name="step">1, or -1 for a roll that lies face down.</param>
    public static SeriesAnswer From(string first, NumberRule rule, int count, int step = 1)
    {
        var number = Bare(first);
        if (Parts.Of(number, rule) is not { } parts)
        {
            return new SeriesAnswer.Refused(rule == NumberRule.FromTheCarrier ? SeriesFlaw.FromTheCarrier : SeriesFlaw.Shape);
        }

        if (parts.Written(parts.Serial) != number)
        {
            return new SeriesAnswer.Refused(SeriesFlaw.CheckDigit, parts.Written(parts.Serial));
        }

        var last = parts.Serial + (Int128)step * Math.Max(0, count - 1);
        return last < 0 || last >= Limit(parts.Width)
            ? new SeriesAnswer.Refused(SeriesFlaw.RunsOut)
            : new SeriesAnswer.Numbers([.. Enumerable.Range(0, count).Select(index => parts.Written(parts.Serial + (Int128)step * index))]);
    }

    /// <summary>The rule that a number follows beyond doubt, by its check digit; null: somebody has to say.</summary>
    public static NumberRule? Guess(string number) =>
        new[] { NumberRule.S10, NumberRule.RussianPost }.Select(rule => (NumberRule?)rule).FirstOrDefault(rule => From(number, rule!.Value, 1) is SeriesAnswer.Numbers);

    /// <summary>How many numbers after a number of the rule another one stands; negative before it.</summary>
    /// <returns>Null where they are not of one series, or the other's check digit is wrong.</returns>
    internal static Int128? StepsTo(string first, string other, NumberRule rule) =>
        Parts.Of(first, rule) is { } from && Parts.Of(other, rule) is { } to && (from.Before, from.Width, from.After) == (to.Before, to.Width, to.After) && to.Written(to.Serial) == other ? to.Serial - from.Serial : null;

    /// <summary>The number so many after a number of the rule.</summary>
    /// <exception cref="InvalidOperationException">The first one does not follow the rule.</exception>
    internal static string At(string first, NumberRule rule, int steps) => Parts.Of(first, rule) is { } from
        ? from.Written(from.Serial + steps)
        : throw new InvalidOperationException("A run begins with a number that its rule refuses.");

    private static Int128 Limit(int digits) => Enumerable.Repeat((Int128)10, digits).Aggregate(Int128.One, (all, ten) => all * ten);

    /// <summary>A number without the gaps and dashes that people put into it.</summary>
    public static string Bare(string number) => string.Concat(number.Where(letter => !char.IsWhiteSpace(letter) && letter != '-')).ToUpperInvariant();

    /// <param name="Width">Digits of the serial.</param>
    private sealed record Parts(string Before, Int128 Serial, int Width, Func<string, string> Check, string After)
    {
        public static Parts? Of(string number, NumberRule rule) => rule switch
        {
            _ when DigitsAtTheEnd(number) > MostDigits => null,
            NumberRule.Counter when number.Length > 0 && IsDigits(number) => new("", Number(number), number.Length, _ => "", ""),
            NumberRule.PrefixCounter when DigitsAtTheEnd(number) is > 0 and var digits => new(number[..^digits], Number(number[^digits..]), digits, _ => "", ""),
            NumberRule.S10 when number.Length == 13 && number[..2].All(char.IsAsciiLetterUpper) && IsDigits(number[2..11]) && number[11..].All(char.IsAsciiLetterUpper) =>
                new(number[..2], Number(number[2..10]), 8, CheckOfS10, number[11..]),
            NumberRule.RussianPost when number.Length == 14 && IsDigits(number) =>
                new(number[..8], Number(number[8..13]), SerialOfPost, serial => CheckOfPost(number[..8] + serial), ""),
            NumberRule.Modulo7 when number.Length > 1 && IsDigits(number) => new("", Number(number[..^1]), number.Length - 1, serial => Text(Number(serial) % 7), ""),
            NumberRule.Modulo11 when number.Length == 12 && IsDigits(number) => new("", Number(number[..^1]), 11, serial => Text(Number(serial) % 11 % 10), ""),
            _ => null,
        };

        public string Written(Int128 serial)
        {
            var digits = Text(serial).PadLeft(Width, '0');
            return Before + digits + Check(digits) + After;
        }

        private static int DigitsAtTheEnd(string text) => text.Reverse().TakeWhile(char.IsAsciiDigit).Count();

        private static bool IsDigits(string text) => text.All(char.IsAsciiDigit);

        private static Int128 Number(string digits) => Int128.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

        private static string Text(Int128 number) => number.ToString(CultureInfo.InvariantCulture);

        /// <remarks>11 less the remainder; 10 is written as 0, 11 as 5.</remarks>
        private static string CheckOfS10(string serial) => (11 - serial.Zip(WeightsOfS10).Sum(pair => (pair.First - '0') * pair.Second) % 11) switch
        {
            10 => "0",
            11 => "5",
            var digit => Text(digit),
        };

        /// <remarks>As in EAN, from the left: the first digit counts three times.</remarks>
        private static string CheckOfPost(string thirteen) => Text((10 - thirteen.Select((digit, index) => (digit - '0') * (index % 2 == 0 ? 3 : 1)).Sum() % 10) % 10);
    }
}

/// <summary>What came of continuing a number.</summary>
public abstract record SeriesAnswer
{
    private SeriesAnswer() { }

    public sealed record Numbers(IReadOnlyList<string> All) : SeriesAnswer;

    /// <param name="Expected">The number as its check digit would have it, where that is what is wrong.</param>
    public sealed record Refused(SeriesFlaw Flaw, string? Expected = null) : SeriesAnswer;
}

/// <summary>Why a number cannot be continued.</summary>
public enum SeriesFlaw
{
    /// <summary>It does not look as this rule's numbers do.</summary>
    Shape,

    /// <summary>Its check digit is another one: it was mistyped, or follows another rule.</summary>
    CheckDigit,

    /// <summary>There are not so many numbers left in its series.</summary>
    RunsOut,

    /// <summary>The carrier gives each number by itself.</summary>
    FromTheCarrier,

    /// <summary>By its check digit it follows another rule than the one that was chosen.</summary>
    OtherRule,

    /// <summary>Another order has one of the numbers.</summary>
    Used,

    /// <summary>The carrier's number stock has not so many left.</summary>
    StockEmpty,
}
