using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Pages.Letters.Days;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Letters;

/// <summary>What a mail's two parts are written from: everything is in words already, cut to lengths that a mail bears.</summary>
public sealed record LetterModel
{
    /// <value>Lines beyond these are counted and left to the page: mail readers cut letters off at about 100 KB.</value>
    public const int MaxWarnings = 60;

    public const int MaxProblems = 40;

    // A long digest has shorter lines, so that it stays below what mail readers show.
    private const int ManyWarnings = 30;

    public required Words Words { get; init; }

    public required string Subject { get; init; }

    /// <value>Address of the page, at the most urgent order; null when the deployment's address is not set.</value>
    public string? DeskUrl { get; init; }

    /// <value>What the link to the page says.</value>
    public required string OpenDesk { get; init; }

    public required string WrittenAt { get; init; }

    public required string Zone { get; init; }

    public required bool MaybeRepeated { get; init; }

    /// <value>That the shops cannot be read, and since when; null while they can.</value>
    public string? StatusRead { get; init; }

    /// <value>What the warnings are; null when the notice warns of none.</value>
    public WarningHead? Head { get; init; }

    /// <value>What a day brings or has brought; null in a letter without.</value>
    public DaySection? Day { get; init; }

    public required IReadOnlyList<LetterRow> Warnings { get; init; }

    public required int MoreWarnings { get; init; }

    public required IReadOnlyList<ProblemLine> Problems { get; init; }

    public required int MoreProblems { get; init; }

    /// <value>What is wrong with ShipBy itself, and what is over again.</value>
    public IReadOnlyList<TroubleText> Troubles { get; init; } = [];

    /// <summary>What stands above the warnings.</summary>
    /// <param name="Cost">What missing the deadlines costs, in a sentence; null where nothing can be missed any more.</param>
    public sealed record WarningHead(WarningKind Kind, string Heading, string Note, string? Cost);

    internal static LetterModel Of(Notice notice, Words words, DateTimeZone zone, Instant now, string publicUrl, LetterLinks links)
    {
        var clock = new ShopClock(zone, words.Time, now);
        var head = notice.Warnings.Count > 0 ? HeadOf(WarningKinds.Of(notice, now), notice.Warnings.Count, words.Letter, words) : null;
        var rows = new LetterRows(words, clock, now, publicUrl);
        var room = Math.Max(0, MaxWarnings - notice.Warnings.Count);
        var goods = notice.Warnings.Count > ManyWarnings ? 80 : 160;
        return new LetterModel
        {
            Words = words,
            Subject = SubjectLine.Write(notice, words, clock, now),
            DeskUrl = DeskLink.To(publicUrl, notice.Warnings is [var first, ..] ? first.Order : null),
            OpenDesk = head is { Kind: not WarningKind.Overtaken } ? words.Letter.OpenDesk : words.Letter.OpenPage,
            WrittenAt = clock.Tell(now),
            Zone = clock.Zone,
            MaybeRepeated = notice.MaybeRepeated,
            StatusRead = notice.StatusReadAt is { } read ? words.Letter.StatusRead(clock.Tell(read)) : null,
            Head = head,
            Day = notice.Day is { } day ? new DaySections(words, clock, rows, room).Of(day) : null,
            Warnings = [.. notice.Warnings.Take(MaxWarnings).Select((line, index) =>
                links.Onto(rows.Of(line, goods, marksReminders: head?.Kind != WarningKind.AskedFor), line, index, words))],
            MoreWarnings = Math.Max(0, notice.Warnings.Count - MaxWarnings),
            Problems = [.. notice.Problems.Take(MaxProblems).Select(line => new ProblemLine(LetterRows.Short(line.Subject, 120), LetterRows.Short(line.Reason, 500)))],
            Troubles = [.. notice.Operational.Take(MaxProblems).Select(line => TroubleText.Of(line, words, clock))],
            MoreProblems = Math.Max(0, notice.Problems.Count - MaxProblems),
        };
    }

    private static WarningHead HeadOf(WarningKind kind, int count, LetterWords letter, Words words) => new(
        kind, letter.WarningHeading(kind, words.Orders.Shipments(count)), letter.WarningNote(kind), kind == WarningKind.Overtaken ? null : letter.Cost);
}
