using NodaTime;
using ShipBy.Application.Days;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Alerts;

/// <summary>The rows by which something is said: one notice for each severity and each route that takes it, in the commit that decides it.</summary>
public sealed class NoticeRows(AlertRoutes routes, NoticeIds ids, Ladder ladder, WorkCalendar calendar, GuardOptions options)
{
    private readonly QuietHours? _quiet = QuietHours.Parse(options.QuietHours, DateTimeZoneProviders.Tzdb[options.TimeZone]);

    /// <value>The rows that one commit may need for its notices: warnings and critical ones by every route.</value>
    public int Most => 2 * routes.All.Count;

    /// <value>What the lines of one commit may weigh together, so that they fit into its notices by all routes.</value>
    public int MaxWeight => Math.Min(CommitSet.MaxNoticeWeight, CommitSet.MaxWeight / 2 / routes.All.Count);

    /// <summary>The channels of the first contact that a rung is written for.</summary>
    public int Owed(Severity severity) => routes.For(Contact.First, severity).Count;

    public IEnumerable<RowChange> Of(Contact contact, IEnumerable<WarningLine> warnings, IEnumerable<ProblemLine> problems, Instant now) =>
        from part in warnings.Select(line => (Severity: SeverityOf(line), Line: (object)line)).Concat(problems.Select(line => (line.Severity, Line: (object)line)))
        group part.Line by contact == Contact.Second ? Severity.Critical : part.Severity into lines
        from route in routes.For(contact, lines.Key)
        select (RowChange)new RowChange.Insert(new NoticeRow(new Notice
        {
            Id = ids.NewId(),
            State = NoticeState.Ready,
            CreatedAt = now,
            Route = route.Name,
            To = contact,
            Severity = lines.Key,
            HeldUntil = HeldUntil(lines.Key, now),
            Warnings = WarningLines.MostUrgentFirst(lines.OfType<WarningLine>(), calendar, now),
            Problems = [.. lines.OfType<ProblemLine>()],
        }));

    /// <summary>Parcels that somebody has to ask the carrier about: nobody is woken for them.</summary>
    public IEnumerable<RowChange> Of(IReadOnlyList<ConsignmentLine> parcels, Instant now) =>
        from route in parcels.Count == 0 ? [] : routes.For(Contact.First, Severity.Warning)
        select (RowChange)new RowChange.Insert(new NoticeRow(new Notice
        {
            Id = ids.NewId(),
            State = NoticeState.Ready,
            CreatedAt = now,
            Route = route.Name,
            HeldUntil = HeldUntil(Severity.Warning, now),
            Consignments = parcels,
        }));

    /// <summary>A plan or a report, by every route that takes what is good to know. Its hour was set by the seller, so that nothing but quiet hours holds it back.</summary>
    public IEnumerable<RowChange> Of(DayNews day, Instant now) =>
        from route in routes.For(Contact.First, Severity.Info)
        select (RowChange)new RowChange.Insert(new NoticeRow(new Notice
        {
            Id = ids.NewId(),
            State = NoticeState.Ready,
            CreatedAt = now,
            Route = route.Name,
            Severity = Severity.Info,
            HeldUntil = _quiet?.HoldBackUntil(Severity.Info, now),
            Day = day,
        }));

    /// <summary>The rows that tell of ShipBy itself. What is wrong with one route is told by the others, whomever they reach; where there is no other, it waits for that one.</summary>
    public IEnumerable<RowChange> Of(IEnumerable<(OperationalLine Line, string? NotBy)> lines, Instant now) =>
        from one in lines
        from route in RoutesFor(one.Line.Severity, one.NotBy)
        group one.Line by (Route: route, one.Line.Severity) into said
        select (RowChange)new RowChange.Insert(new NoticeRow(new Notice
        {
            Id = ids.NewId(),
            State = NoticeState.Ready,
            CreatedAt = now,
            Route = said.Key.Route.Name,
            To = said.Key.Route.Contact,
            Severity = said.Key.Severity,
            HeldUntil = HeldUntil(said.Key.Severity, now),
            Operational = [.. said],
        }));

    private IReadOnlyList<AlertRoute> RoutesFor(Severity severity, string? notBy) =>
        notBy is not null && routes.All.Where(route => route.Name != notBy && severity >= route.From).ToList() is [_, ..] others ? others : routes.For(Contact.First, severity);

    /// <remarks>Ticks of the group interval begin at whole multiples of it, the same for all instances; what can wait goes out at the next one.</remarks>
    private Instant? HeldUntil(Severity severity, Instant now)
    {
        var interval = Duration.FromTimeSpan(options.GroupInterval);
        var tick = severity == Severity.Critical || interval == Duration.Zero ? now : Budgets.WindowBudget.StartOf(interval, now) + interval;
        var until = _quiet?.HoldBackUntil(severity, tick) ?? tick;
        return until > now ? until : null;
    }

    private Severity SeverityOf(WarningLine line) => line.IsLastRung || line.HasNoPickUpLeft ? Severity.Critical : ladder.SeverityOf(line.Rungs);
}
