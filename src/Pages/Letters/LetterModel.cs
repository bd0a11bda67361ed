using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Orders;
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

    /// <value>How to be left in peace; null where nothing is left to do.</value>
    public string? HowToSilence { get; init; }

    /// <value>Where the figures of the costs come from; null in a letter without any.</value>
    public string? CostSources { get; init; }

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

    /// <value>Parcels on their way that need somebody.</value>
    public IReadOnlyList<ConsignmentText> Parcels { get; init; } = [];

    public int MoreParcels { get; init; }

    /// <value>Whether the letter is about parcels on their way and nothing else.</value>
    public bool IsAboutParcels => this is { Head: null, Day: null, Problems.Count: 0, Troubles.Count: 0, Parcels.Count: > 0 };

    /// <value>The heading of a letter that is about ShipBy itself and nothing else; null for any other.</value>
    public string? TroubleLead => this is { Head: null, Day: null, Problems.Count: 0, Troubles.Count: > 0 }
        ? Troubles.Any(trouble => !trouble.IsOver) ? Words.Playbook.Heading : Words.Playbook.OverHeading
        : null;

    /// <summary>What stands above the warnings.</summary>
    /// <param name="Cost">What missing the deadlines costs, in a sentence; null where nothing can be missed any more.</param>
    public sealed record WarningHead(WarningKind Kind, string Heading, string Note, string? Cost);

    internal static LetterModel Of(
        Notice notice, Words words, DateTimeZone zone, Instant now, IReadOnlyDictionary<OrderKey, CostOfMissing> costs, string publicUrl, LetterLinks links)
    {
        var clock = new ShopClock(zone, words.Time, now);
        var head = notice.Warnings.Count > 0 ? HeadOf(WarningKinds.Of(notice, now), notice, now, words) : null;
        var rows = new LetterRows(words, clock, now, costs, publicUrl);
        var room = Math.Max(0, MaxWarnings - notice.Warnings.Count);
        var goods = notice.Warnings.Count > ManyWarnings ? 80 : 160;
        return new LetterModel
        {
            Words = words,
            Subject = SubjectLine.Write(notice, words, clock, now),
            DeskUrl = DeskLink.To(publicUrl, notice.Warnings is [var first, ..] ? first.Order : null),
            OpenDesk = head is { Kind: not WarningKind.Overtaken } ? words.Letter.OpenDesk : words.Letter.OpenPage,
            HowToSilence = head is { Kind: not WarningKind.Overtaken } ? words.Letter.HowToSilence(RemindersLeftIn.Of(notice, now)) : null,
            CostSources = SourcesOf(costs.Values, words),
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
            Parcels = [.. notice.Consignments.Take(MaxProblems).Select((line, index) =>
                links.Onto(ConsignmentText.Of(line, words, clock, publicUrl), line, notice.Warnings.Count + index, words))],
            MoreParcels = Math.Max(0, notice.Consignments.Count - MaxProblems),
            MoreProblems = Math.Max(0, notice.Problems.Count - MaxProblems),
        };
    }

    private static WarningHead HeadOf(WarningKind kind, Notice notice, Instant now, Words words) => new(
        kind,
        words.Letter.WarningHeading(kind, words.Orders.Shipments(notice.Warnings.Count)),
        words.Letter.WarningNote(kind, RemindersLeftIn.Of(notice, now)),
        kind == WarningKind.Overtaken ? null : string.Join(words.Time.PartGap, [words.Letter.Cost, .. Total(notice, words)]));

    /// <remarks>A single order's value stands in its row.</remarks>
    private static string[] Total(Notice notice, Words words) =>
        notice.Warnings.Where(line => !line.IsOvertaken).ToList() is [_, _, ..] open && CostText.Total([.. open.Select(line => line.Value)], words) is { } total ? [total] : [];

    private static string? SourcesOf(IEnumerable<CostOfMissing> costs, Words words) => CostText.Sources([.. costs.Where(cost => CostText.Tell(cost, words) is not null)], words);
}
