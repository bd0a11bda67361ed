using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Days;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Days;
using ShipBy.Simulation.Outside;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Simulation.Checking;

/// <summary>A plan or a report is written in the commit that says so, each once a day, and comes once by each route.</summary>
internal sealed class DayCheck(Play play)
{
    private readonly Dictionary<DayKind, LocalDate> _told = [];
    private readonly Dictionary<(string Route, DayKind Kind, LocalDate Day), Guid> _arrived = [];

    public void Committed(CommitSet commit)
    {
        var told = commit.Changes.Select(RowOf).OfType<ToldRow>().ToList();
        foreach (var row in told)
        {
            Expect(!_told.TryGetValue(row.Kind, out var last) || last < row.Day, $"the {row.Kind} of {row.Day} is told after that of {_told.GetValueOrDefault(row.Kind)}");
            _told[row.Kind] = row.Day;
        }

        foreach (var news in commit.Changes.OfType<RowChange.Insert>().Select(insert => (insert.Row as NoticeRow)?.Notice.Day).OfType<DayNews>())
        {
            Expect(told.Any(row => (row.Kind, row.Day) == Name(news)), $"{Name(news)} is written, and no row of its commit says that it was told");
        }
    }

    public void Arrived(string route, Guid id, Notice mail)
    {
        if (mail.Day is { } news)
        {
            var (kind, day) = Name(news);
            Expect(_arrived.TryAdd((route, kind, day), id) || _arrived[(route, kind, day)] == id, $"the {kind} of {day} came by {route} in mail {Mailbox.Short(id)} and in another one");
        }
    }

    /// <summary>Plays begin at nine in Moscow, an hour after the plan's: whoever starts first says it.</summary>
    public void Finish() => Expect(!play.Plan.HasOutboxTimer || _told.ContainsKey(DayKind.Plan), "nobody told the plan");

    private static (DayKind Kind, LocalDate Day) Name(DayNews news) => news.Plan is { } plan ? (DayKind.Plan, plan.Day) : (DayKind.Report, news.Report!.Day);

    private static LedgerRow? RowOf(RowChange change) => change switch
    {
        RowChange.Insert(var row) => row,
        RowChange.Replace(var row, _) => row,
        _ => null,
    };

    private void Expect(bool holds, string what)
    {
        if (!holds)
        {
            play.Violate(Rule.DayToldOnce, what);
        }
    }
}
