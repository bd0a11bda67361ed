using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Days;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.SelfWatch;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Days;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.History;
using ShipBy.Domain.Offers;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using Xunit;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.TestKit.Ledger;

/// <summary>What every ledger must do. The real one and its in-memory twin run the same suite.</summary>
public abstract class LedgerContract
{
    private readonly PoolName _pool = PoolName.Parse($"p{Guid.NewGuid():N}"[..20]);

    protected abstract ILedger Ledger { get; }

    /// <value>Whether a commit may succeed without its answer being heard: its versions are not known then, and of deletions alone not even their success.</value>
    protected virtual bool AnswersGetLost => false;

    private static KeyRange Everything { get; } = new("", "~");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commit_WritesAllRows_OrNone()
    {
        await InsertAsync(Sample.StockRow("B"));

        var outcome = await Ledger.TryCommitAsync(_pool, new CommitSet().With(Insert(Sample.StockRow("A")), Insert(Sample.StockRow("B"))), Cancel);

        Assert.False(outcome.IsCommitted);
        Assert.Null(await Ledger.FindAsync(_pool, RowKey.Stock(Sku.Parse("A")), Cancel));
    }

    [Fact]
    public async Task Replace_IsRefused_WhenTheRowWasChangedSinceItWasRead()
    {
        await InsertAsync(Sample.StockRow("A", onHand: 1));
        var read = await FindStockAsync("A");

        var first = await CommitAsync(new RowChange.Replace(Sample.StockRow("A", onHand: 2), read.Version));
        var second = await CommitAsync(new RowChange.Replace(Sample.StockRow("A", onHand: 3), read.Version));

        Assert.Equal((true, false), (first.IsCommitted, second.IsCommitted));
        Assert.Equal(2, ((StockRow)(await FindStockAsync("A")).Row).Item.OnHand);
    }

    [Fact]
    public async Task Replace_GivesTheRowANewVersion_EvenWhenNothingDiffers()
    {
        await InsertAsync(Sample.StockRow("A"));
        var read = await FindStockAsync("A");

        await CommitAsync(new RowChange.Replace(read.Row, read.Version));

        Assert.NotEqual(read.Version, (await FindStockAsync("A")).Version);
    }

    [Fact]
    public async Task Replace_WithoutAVersion_AsksOnlyThatTheRowIsThere()
    {
        await InsertAsync(Sample.StockRow("A", onHand: 1));
        var read = await FindStockAsync("A");
        await CommitAsync(new RowChange.Replace(Sample.StockRow("A", onHand: 2), read.Version));

        Assert.True((await CommitAsync(new RowChange.Replace(Sample.StockRow("A", onHand: 3), Version: null))).IsCommitted);
        Assert.False((await CommitAsync(new RowChange.Replace(Sample.StockRow("B", onHand: 3), Version: null))).IsCommitted);
        Assert.Equal(3, ((StockRow)(await FindStockAsync("A")).Row).Item.OnHand);
        Assert.Null(await Ledger.FindAsync(_pool, RowKey.Stock(Sku.Parse("B")), Cancel));
    }

    [Fact]
    public async Task Commit_AnswersWithTheVersions_ThatAReadGives()
    {
        await InsertAsync(Sample.StockRow("A"), Sample.StockRow("B"));
        var (a, b) = (await FindStockAsync("A"), await FindStockAsync("B"));

        var outcome = await CommitAsync(new RowChange.Delete(a.Row.Key), new RowChange.Replace(b.Row, b.Version), Insert(Sample.StockRow("C")), Insert(Sample.OrderRow("P/1")));

        Assert.True(outcome.IsCommitted);
        if (outcome.Versions.Count > 0 || !AnswersGetLost)
        {
            var written = await Ledger.RangeAsync(_pool, Everything, 10, Cancel);
            Assert.Equal(written.ToDictionary(stored => stored.Row.Key, stored => stored.Version), outcome.Versions);
        }
    }

    [Fact]
    public async Task Commit_ThatIsRefused_KnowsNoVersions()
    {
        await InsertAsync(Sample.StockRow("B"));

        Assert.Empty((await CommitAsync(Insert(Sample.StockRow("A")), Insert(Sample.StockRow("B")))).Versions);
    }

    [Fact]
    public async Task Delete_IsRefused_WhenTheRowIsGoneOrWasChanged()
    {
        await InsertAsync(Sample.StockRow("A"), Sample.StockRow("B"));
        var (a, b) = (await FindStockAsync("A"), await FindStockAsync("B"));
        await CommitAsync(new RowChange.Replace(b.Row, b.Version));

        Assert.True((await CommitAsync(new RowChange.Delete(a.Row.Key, a.Version))).IsCommitted || AnswersGetLost);
        Assert.False((await CommitAsync(new RowChange.Delete(a.Row.Key))).IsCommitted);
        Assert.False((await CommitAsync(new RowChange.Delete(b.Row.Key, b.Version))).IsCommitted);
        Assert.Equal([b.Row], (await Ledger.RangeAsync(_pool, Everything, 10, Cancel)).Select(stored => stored.Row));
        Assert.True((await CommitAsync(new RowChange.Delete(b.Row.Key))).IsCommitted || AnswersGetLost);
        Assert.Empty(await Ledger.RangeAsync(_pool, Everything, 10, Cancel));
    }

    [Fact]
    public async Task Commit_TakesAHundredRows_AndIsOneStep()
    {
        var commit = new CommitSet().With([.. Enumerable.Range(0, CommitSet.MaxRows).Select(i => Insert(Sample.OrderRow($"P-{i}")))]);

        Assert.True((await Ledger.TryCommitAsync(_pool, commit, Cancel)).IsCommitted);
        Assert.Equal(CommitSet.MaxRows, (await Ledger.OrdersAsync(_pool, Cancel)).Count);
    }

    [Fact]
    public async Task Commit_TakesAsMuchAsItsWeightAllows_InTheDearestCharacters()
    {
        var lines = Enumerable.Range(0, 15).Select(i => new OrderLine(Sku.Parse($"Ж-{i:00000}"), new string('ж', OrderLine.MaxNameLength), 1, new Money(153_000, "RUB"))).ToList();
        var commit = new CommitSet().With([.. Enumerable.Range(0, CommitSet.MaxRows).Select(i => Insert(new OrderRow(Sample.OrderRow($"P-{i:00}").Order with { Lines = lines })))]);
        Assert.InRange(commit.Weight, CommitSet.MaxWeight * 0.95, CommitSet.MaxWeight);

        Assert.True((await Ledger.TryCommitAsync(_pool, commit, Cancel)).IsCommitted);
        Assert.All(await Ledger.OrdersAsync(_pool, Cancel), order => Assert.Equal(lines, order.Value.Order().Lines));
    }

    [Fact]
    public async Task Range_ReadsInTheOrderOfTheKeys_UpToTheLimit_AndNothingElse()
    {
        var late = new DueRow(Sample.Noon + Duration.FromTicks(1), new OrderKey("shop", "late"));
        var now = new DueRow(Sample.Noon, new OrderKey("shop", "now"));
        var early = new DueRow(Sample.Noon - Duration.FromDays(400), new OrderKey("shop", "early"));
        await InsertAsync(late, now, early, Sample.StockRow("A"), Sample.OrderRow("P-1"));

        var due = await Ledger.RangeAsync(_pool, KeyRange.DueBy(Sample.Noon), 10, Cancel);
        var first = await Ledger.RangeAsync(_pool, KeyRange.DueBy(Sample.Noon), 1, Cancel);

        Assert.Equal([early, now], due.Select(stored => stored.Row));
        Assert.Equal([early], first.Select(stored => stored.Row));
    }

    [Fact]
    public async Task Range_GoesOn_BeyondOnePageOfTheStore()
    {
        foreach (var numbers in Enumerable.Range(0, 1_050).Chunk(CommitSet.MaxRows))
        {
            await InsertAsync([.. numbers.Select(i => Sample.StockRow($"S-{i:0000}"))]);
        }

        var rows = await Ledger.RangeAsync(_pool, KeyRange.AllStock, 2_000, Cancel);

        Assert.Equal(1_050, rows.Count);
        Assert.Equal(rows.OrderBy(stored => stored.Row.Key.Value, StringComparer.Ordinal), rows);
    }

    [Theory]
    [InlineData("P/1")]
    [InlineData("P#1?x=%2F\\")]
    [InlineData("a|b")]
    [InlineData("заказ № 1 📦")]
    [InlineData("tab\tnewline\n")]
    [InlineData("'quoted'")]
    public async Task Keys_TakeEveryCharacter_AndComeBack(string number)
    {
        await InsertAsync(Sample.OrderRow(number));

        var orders = await Ledger.OrdersAsync(_pool, [new OrderKey("shop", number)], Cancel);
        var all = await Ledger.OrdersAsync(_pool, Cancel);

        Assert.Equal(number, Assert.Single(orders).Key.Number);
        Assert.Equal(number, Assert.Single(all).Key.Number);
    }

    [Fact]
    public async Task Keys_OfVeryLongNumbers_FitAndDiffer()
    {
        var (one, other) = (new string('9', 20_000) + "1", new string('9', 20_000) + "2");
        await InsertAsync(Sample.OrderRow(one), Sample.OrderRow(other));

        Assert.Equal([one, other], (await Ledger.OrdersAsync(_pool, Cancel)).Keys.Select(key => key.Number).Order());
    }

    [Fact]
    public async Task Pools_DoNotSeeEachOther()
    {
        await InsertAsync(Sample.StockRow("A"));

        Assert.Empty(await Ledger.RangeAsync(PoolName.Parse("another"), KeyRange.AllStock, 10, Cancel));
    }

    [Fact]
    public async Task Rows_ComeBackAsTheyWere()
    {
        var order = Sample.Order with
        {
            State = OrderState.OutOfStock,
            OutOfStockAt = Sample.Noon + Duration.FromTicks(1),
            MissingUnits = 3,
            Warned = [new RungNote("24h", RungFate.Named, Sample.Noon)],
            Acknowledged = new Acknowledgement("Анна", Sample.Noon, Sample.Noon + Duration.FromHours(1)),
            Flaw = "a flaw",
            Journal = [new JournalEntry(Sample.Noon, JournalEvent.Held, null)],
            Lines = [.. Enumerable.Range(0, 90).Select(i => new OrderLine(Sku.Parse($"S-{i}"), new string('ж', 200), i + 1, null))],
        };
        var alert = new OperationalAlert
        {
            Kind = OperationalAlertKind.PoisonMessage,
            Subject = "reserve-stock-poison",
            Severity = Severity.Critical,
            Facts = new AlertFacts(Sample.Noon, Duration.FromMinutes(5), 1, 2, "слово"),
            Since = Sample.Noon,
            Stage = 2,
            ToldAt = Sample.Noon,
            QuietSince = Sample.Noon,
            NotBy = "mail",
        };
        var mail = new Notice
        {
            Id = Guid.NewGuid(),
            State = NoticeState.Sending,
            CreatedAt = Sample.Noon,
            AttemptedAt = Sample.Noon,
            Warnings = [new WarningLine(order.Key, ["24h", "12h"], Sample.Noon, order.State, "Mug × 2", new Money(1, "RUB"), 3, IsLastRung: true)],
            Problems = [new ProblemLine("P-1", "a reason")],
            Operational = [OperationalLine.Of(alert, Sample.Noon, isOver: false)],
            StatusReadAt = Sample.Noon,
            Trouble = new ChannelTrouble(Sample.Noon, "the domain is not verified"),
        };
        var day = new LocalDate(2026, 3, 2);
        var plan = mail with { Id = Guid.NewGuid(), Day = new DayNews(Plan: new DayPlan(day, Sample.Noon, 1, 2, 3, 4, null, [new PickUp("почта", Sample.Noon, 1, mail.Warnings)])) };
        var report = mail with { Id = Guid.NewGuid(), Day = new DayNews(Report: new DayReport(day, 1, 2, 3, 4, 5, 6, 7, 8, mail.Warnings) { Promises = [new BetterPromise("shop", new(Duration.FromHours(30), 200, 191), new(Duration.FromHours(16.5), 200, 140))] }) };
        LedgerRow[] rows =
        [
            new OrderRow(order), Sample.StockRow("A"), new DueRow(Sample.Noon, order.Key), new WaitingRow(order), new LeaseRow(1, 2, Sample.Noon),
            new NoticeRow(mail), new SaidRow(mail), new NoticeRow(plan), new SaidRow(report), new ToldRow(DayKind.Plan, day), new WatchRow("shop", Sample.Noon, Sample.Noon, Sample.Noon, new ReadingFailure(ReadingFailureKind.Refused, "closed")), new AsideRow("shop", "abc", Sample.Noon),
            new BudgetRow("mail", Sample.Noon, 3), new TicketRow("nonce", Sample.Noon), new ProbeRow("ledger", Sample.Noon), new TotalsRow(day, new DayTotals(1, 2, 3, 4, 5, 6), [new ShopTotals("shop", 5, 1, new HandOverRecord(5, Duration.FromTicks(12_345_678_901))) { Took = new HandlingTimes([new HandlingTimes.Count(3, 4), new HandlingTimes.Count(9, 1)]) }]),
            new AlertRow(alert), new BeatRow("PollOrders", Sample.Noon), new GateRow("KeyCheck", Sample.Noon), new GapRow("shop", [new ListGap("P-1", true, Sample.Noon)]),
            new OfferRow("shop", new Offer(Sku.Parse("A"), 5, Sample.Noon, OfferState.Refused, "archived")), new OfferTroubleRow("shop", Sample.Noon, 1, "A: archived", ReadsTheOtherWay: true),
            new JournalRow(Sample.Noon, Guid.NewGuid(), string.Concat(Enumerable.Repeat("шт. held 5, counted 3; ", 2_000))),
        ];
        await InsertAsync(rows);

        foreach (var row in rows)
        {
            Assert.Equivalent(row, (await Ledger.FindAsync(_pool, row.Key, Cancel))?.Row, strict: true);
        }
    }

    private async Task InsertAsync(params LedgerRow[] rows) =>
        Assert.True((await CommitAsync([.. rows.Select(Insert)])).IsCommitted);

    private Task<CommitOutcome> CommitAsync(params RowChange[] changes) => Ledger.TryCommitAsync(_pool, new CommitSet().With(changes), Cancel);

    private async Task<Stored> FindStockAsync(string sku) => (await Ledger.FindAsync(_pool, RowKey.Stock(Sku.Parse(sku)), Cancel))!;

    private static RowChange Insert(LedgerRow row) => new RowChange.Insert(row);
}
