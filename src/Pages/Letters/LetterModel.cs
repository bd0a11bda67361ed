using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Letters;

/// <summary>What a mail's two parts are written from: everything is in words already, cut to lengths that a mail bears.</summary>
public sealed record LetterModel
{
    /// <value>Lines beyond these are counted and left to the page: mail readers cut letters off at about 100 KB.</value>
    public const int MaxWarnings = 100;

    public const int MaxProblems = 40;

    // A long digest has shorter lines, so that it stays below what mail readers show.
    private const int ManyWarnings = 50;

    public required Words Words { get; init; }

    public required string Subject { get; init; }

    /// <value>Address of the page, at the most urgent order; null when the deployment's address is not set.</value>
    public string? DeskUrl { get; init; }

    public required string WrittenAt { get; init; }

    public required string Zone { get; init; }

    public required bool MaybeRepeated { get; init; }

    /// <value>The number of orders in words; null when the notice warns of none.</value>
    public string? Shipments { get; init; }

    public required IReadOnlyList<Row> Warnings { get; init; }

    public required int MoreWarnings { get; init; }

    public required IReadOnlyList<ProblemLine> Problems { get; init; }

    public required int MoreProblems { get; init; }

    /// <value>What is wrong with ShipBy itself, and what is over again.</value>
    public IReadOnlyList<TroubleText> Troubles { get; init; } = [];

    /// <summary>One order, in words.</summary>
    public sealed record Row(string TimeLeft, bool Overdue, string Deadline, string Number, string Shop, string Goods, string? Value, string State, bool Trouble);

    internal static LetterModel Of(Notice notice, Words words, DateTimeZone zone, Instant now, string publicUrl)
    {
        var clock = new ShopClock(zone, words.Time, now);
        return new LetterModel
        {
            Words = words,
            Subject = SubjectLine.Write(notice, words, now),
            DeskUrl = DeskLink.To(publicUrl, notice.Warnings is [var first, ..] ? first.Order : null),
            WrittenAt = clock.Tell(now),
            Zone = clock.Zone,
            MaybeRepeated = notice.MaybeRepeated,
            Shipments = notice.Warnings.Count > 0 ? words.Orders.Shipments(notice.Warnings.Count) : null,
            Warnings = [.. notice.Warnings.Take(MaxWarnings).Select(line => RowOf(line, words, clock, now, notice.Warnings.Count > ManyWarnings ? 80 : 160))],
            MoreWarnings = Math.Max(0, notice.Warnings.Count - MaxWarnings),
            Problems = [.. notice.Problems.Take(MaxProblems).Select(line => new ProblemLine(Short(line.Subject, 120), Short(line.Reason, 500)))],
            Troubles = [.. notice.Operational.Take(MaxProblems).Select(line => TroubleText.Of(line, words, clock))],
            MoreProblems = Math.Max(0, notice.Problems.Count - MaxProblems),
        };
    }

    private static Row RowOf(WarningLine line, Words words, ShopClock clock, Instant now, int goods) => new(
        TimeLeft.Tell(line.Deadline - now, words.Time),
        line.Deadline < now,
        clock.Tell(line.Deadline),
        Short(line.Order.Number, 60),
        Short(line.Order.Shop, 40),
        Short(line.Goods, goods),
        line.Value is { } value ? MoneyText.Tell(value, words.Numbers) : null,
        words.Orders.State(line.State, line.MissingUnits),
        line.State is OrderState.OutOfStock or OrderState.SetAside);

    private static string Short(string text, int length) => Plain.Cut(Plain.OneLine(text), length);
}
