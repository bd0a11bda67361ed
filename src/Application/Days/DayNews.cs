using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Estimates;

namespace ShipBy.Application.Days;

/// <summary>What a day brings or has brought, as it stood when it was written down: one of both.</summary>
public sealed record DayNews(DayPlan? Plan = null, DayReport? Report = null);

/// <summary>What must go out.</summary>
/// <param name="Until">What is due before that is in it: the hour of the next plan.</param>
/// <param name="Orders">All of these, listed or not.</param>
/// <param name="Overdue">Of these, past their deadline already.</param>
/// <param name="OutOfStock">Of these, short.</param>
/// <param name="SetAside">Of these, waiting for a decision.</param>
/// <param name="First">The earliest deadline that is still ahead; null without one.</param>
/// <param name="PickUps">By carrier and the time at which it comes, the earliest deadline first.</param>
public sealed record DayPlan(LocalDate Day, Instant Until, int Orders, int Overdue, int OutOfStock, int SetAside, Instant? First, IReadOnlyList<PickUp> PickUps);

/// <summary>What one carrier takes along.</summary>
/// <param name="Carrier">As the marketplace names it; null where it names none.</param>
/// <param name="At">When it comes for the last time before the limits of these; null where nobody told.</param>
/// <param name="Orders">All of these, listed or not.</param>
/// <param name="Lines">Most urgent first; as many as a notice bears.</param>
public sealed record PickUp(string? Carrier, Instant? At, int Orders, IReadOnlyList<WarningLine> Lines);

/// <summary>What became of a day.</summary>
/// <param name="Shipped">Handed over; cancelled afterwards or not.</param>
/// <param name="Late">Of these, after the deadline.</param>
/// <param name="Cancelled">Never handed over.</param>
/// <param name="Warned">Orders that a notice of the day named.</param>
/// <param name="Mails">That left, or may have.</param>
/// <param name="Open">Still to be handed over.</param>
/// <param name="Overdue">Of these, past their deadline.</param>
/// <param name="DueNext">Open orders with a deadline up to the end of the next day, overdue ones included.</param>
/// <param name="Next">The most urgent of these.</param>
public sealed record DayReport(
    LocalDate Day, int Shipped, int Late, int Cancelled, int Warned, int Mails, int Open, int Overdue, int DueNext, IReadOnlyList<WarningLine> Next)
{
    /// <value>Whether the day had, or the next one has, anything to do.</value>
    public bool HasWork => Shipped + Cancelled + Warned + DueNext > 0;

    /// <value>Handling times that had better be set otherwise, by shop; told once a week.</value>
    public IReadOnlyList<BetterPromise> Promises { get; init; } = [];
}

/// <summary>A handling time that a shop had better set.</summary>
/// <param name="Advised">What would have been kept.</param>
/// <param name="AsSet">How what is set now fared in the same orders.</param>
public sealed record BetterPromise(string Shop, HandlingTimeAdvice.Promise Advised, HandlingTimeAdvice.Promise AsSet)
{
    /// <returns>Null where nothing had better change.</returns>
    public static BetterPromise? Of(string shop, PromiseReview review) =>
        review is { AsksForChange: true, Advice: HandlingTimeAdvice.Promise advised, AsSet: { } set } ? new BetterPromise(shop, advised, set) : null;
}
