using NodaTime;
using ShipBy.Domain.Deadlines;

namespace ShipBy.Domain.Transit;

/// <summary>When a parcel on its way asks for a word. A limit that is near is told once a rung; one that has passed, every day until somebody answers or it moves.</summary>
public static class ConsignmentPolicy
{
    /// <value>How often a passed limit is told at most, the first time included.</value>
    public const int MostTimes = 5;

    public static Duration RepeatsEvery { get; } = Duration.FromHours(24);

    /// <value>After the last that happened to it. A parcel that nobody hears of would stay for ever.</value>
    public static Duration KeptFor { get; } = Duration.FromDays(30);

    /// <param name="rules">Null where the shop asks for nothing, or is gone.</param>
    public static ConsignmentAction Decide(Consignment parcel, TransitRules? rules, Instant now)
    {
        if (rules is null || parcel.Seen.IsEnd || Running(parcel, rules, now) is not [_, ..] clocks)
        {
            return new ConsignmentAction.Drop();
        }

        var told = parcel.Told.Where(note => clocks.Contains(note.Clock)).ToList();
        var due = (from clock in clocks
                   from rung in CourseOf(clock, rules, parcel.HandedOverAt)
                   let note = told.Find(note => note.Clock == clock && note.Rung == rung.Rung.Name)
                   where NextOf(parcel, clock, rung.Rung, rung.At, note) <= now
                   select (Clock: clock, rung.Rung, Note: note)).ToList();
        IReadOnlyList<TransitNote> notes =
        [
            .. told.Where(note => due.TrueForAll(one => one.Note != note)),
            .. due.Select(one => new TransitNote(one.Clock, one.Rung.Name, (one.Note?.Times ?? 0) + 1, now)),
        ];
        var after = parcel with { Told = notes };
        var next = (from clock in clocks
                    from rung in CourseOf(clock, rules, parcel.HandedOverAt)
                    select NextOf(after, clock, rung.Rung, rung.At, notes.FirstOrDefault(note => note.Clock == clock && note.Rung == rung.Rung.Name))).Min() ?? EndOf(after, clocks);
        after = after with { LookAt = next };

        return due.Count > 0 ? Tell(due.OrderBy(one => one.Rung.IsOverdue).ThenBy(one => one.Clock.Trouble).Select(one => (one.Clock, one.Rung)).Last(), after)
            : next <= now ? new ConsignmentAction.Drop()
            : new ConsignmentAction.Wait(after);
    }

    /// <summary>The parcel with what was told of limits that still run, and its next look; null where nothing is left to ask about it.</summary>
    public static Consignment? Planned(Consignment parcel, TransitRules? rules, Instant now) => Decide(parcel, rules, now) switch
    {
        ConsignmentAction.Wait(var after) => after,
        ConsignmentAction.Tell => parcel with { Told = [.. parcel.Told.Where(note => Running(parcel, rules!, now).Contains(note.Clock))], LookAt = now },
        ConsignmentAction.Drop => null,
        var unknown => throw new InvalidOperationException($"No step is written for {unknown}."),
    };

    /// <summary>What a person should know of it: the worst limit that has passed, or else one that is near.</summary>
    /// <returns>Null while nothing is wrong.</returns>
    public static TransitClock? InForce(Consignment parcel, TransitRules rules, Instant now) => Running(parcel, rules, now)
        .Where(clock => CourseOf(clock, rules, parcel.HandedOverAt).Any(rung => rung.At <= now))
        .OrderBy(clock => clock.Limit < now).ThenBy(clock => clock.Trouble).LastOrDefault();

    /// <summary>The limits that run. Once the parcel should have been with the buyer, all lesser questions are that one.</summary>
    public static IReadOnlyList<TransitClock> Running(Consignment parcel, TransitRules rules, Instant now)
    {
        if (parcel.Seen.Sign is TransitSign.NotAccepted or TransitSign.Lost)
        {
            return [new TransitClock(parcel.Seen.Sign == TransitSign.Lost ? ConsignmentTrouble.Lost : ConsignmentTrouble.NotAccepted, parcel.Seen.At)];
        }

        var isScanned = parcel.Seen.Sign is TransitSign.Scanned or TransitSign.Held;
        var arriveBy = parcel.HandedOverAt + rules.ArriveWithin;
        List<TransitClock> clocks = [];
        if (!(arriveBy < now))
        {
            clocks.AddRange(parcel.Seen.Sign == TransitSign.Held ? [new TransitClock(ConsignmentTrouble.Stuck, parcel.Seen.At)]
                : !isScanned && rules.FirstScanWithin is { } scan ? [new TransitClock(ConsignmentTrouble.NotScanned, parcel.HandedOverAt + scan)]
                : rules.StuckAfter is { } still ? [new TransitClock(ConsignmentTrouble.Stuck, parcel.Seen.At + still)]
                : []);
        }

        clocks.AddRange(arriveBy is { } by ? [new TransitClock(ConsignmentTrouble.NotArrived, by)] : []);
        return clocks;
    }

    /// <summary>Nothing is said again of the limits that have passed. One that passes later, or a parcel that moves and stops again, is told.</summary>
    /// <returns>Null where nothing is left to ask about it.</returns>
    public static Consignment? Acknowledge(Consignment parcel, string by, TransitRules? rules, Instant now) => Planned(parcel with { Care = ConsignmentCare.Of(by, now) }, rules, now);

    /// <summary>Whether somebody said to be on it since the limit passed, or, while that is still to come, since it was last told to be near.</summary>
    public static bool IsAnswered(Consignment parcel, TransitClock clock, Instant now) => parcel.Care is { } care
        && (care.At > clock.Limit || (now <= clock.Limit && parcel.Told.Where(note => note.Clock == clock).Max(note => (Instant?)note.At) <= care.At));

    private static ConsignmentAction.Tell Tell((TransitClock Clock, Rung Rung) worst, Consignment after) => new(worst.Clock, worst.Rung.IsOverdue, after);

    /// <remarks>A rung that would come before the hand-over says nothing.</remarks>
    private static IEnumerable<(Rung Rung, Instant At)> CourseOf(TransitClock clock, TransitRules rules, Instant handedOverAt) => clock.HasRungs
        ? rules.Ladder.CourseTo(clock.Limit).Where(one => one.At > handedOverAt)
        : [(Rung.Overdue, Rung.Overdue.ReachedAt(clock.Limit))];

    /// <summary>When a rung is to be told, the first time or again; null when it never is.</summary>
    private static Instant? NextOf(Consignment parcel, TransitClock clock, Rung rung, Instant at, TransitNote? note) => (rung.IsOverdue, note) switch
    {
        _ when parcel.Care?.At > clock.Limit => null,
        (_, null) => at,
        (true, { Times: < MostTimes }) => note.At + RepeatsEvery,
        _ => null,
    };

    private static Instant EndOf(Consignment parcel, IEnumerable<TransitClock> clocks) =>
        clocks.Select(clock => clock.Limit).Append(parcel.Seen.At).Concat(parcel.Told.Select(note => note.At)).Append(parcel.Care?.At ?? Instant.MinValue).Max() + KeptFor;
}
