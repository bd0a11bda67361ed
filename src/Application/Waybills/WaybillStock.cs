using ShipBy.Application.Carriers;
using ShipBy.Application.Desk;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.SelfWatch.Checks;
using ShipBy.Application.Settings;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Shipping.Numbers;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Waybills;

/// <summary>The numbers of electronic waybills that carriers gave, for all shops and pools together. A batch takes them in the commit that starts it.</summary>
public sealed class WaybillStock(ILedger ledger, CarrierTable table, Pools pools, TimeProvider clock)
{
    /// <value>Lots that are read at once; each is thousands of numbers.</value>
    private const int MostLots = 1_000;

    private const int Patience = 10;

    /// <value>A part of what a row may weigh, so that numbers that come back fit too.</value>
    private const int MostWeight = CommitSet.MaxRowWeight / 3;

    private const int LongestNumber = 100;

    /// <summary>What there is of each carrier, by name.</summary>
    public async Task<IReadOnlyList<CarrierNumbers>> AllAsync(CancellationToken cancel)
    {
        var lots = await LotsAsync(KeyRange.Waybills, cancel);
        var lines = (await LinesAsync(cancel))?.Lines ?? [];
        return
        [
            .. from carrier in lots.Select(stored => stored.Lot.Carrier).Concat(lines.Select(line => line.Carrier)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)
               select new CarrierNumbers(
                   carrier,
                   [.. lots.Select(stored => stored.Lot).Where(lot => lot.Carrier.Equals(carrier, StringComparison.OrdinalIgnoreCase)).OrderByDescending(lot => !lot.IsSpent).ThenBy(lot => lot.AddedAt)],
                   lines.FirstOrDefault(line => line.Carrier.Equals(carrier, StringComparison.OrdinalIgnoreCase))?.AtLeast),
        ];
    }

    /// <summary>Adds the numbers that follow a first one by a rule. Adding the same again changes nothing.</summary>
    public async Task<WaybillAddition> AddRunAsync(string carrier, string first, NumberRule rule, int step, int count, string by, CancellationToken cancel)
    {
        var bare = TrackingSeries.Bare(first);
        return count is <= 0 or > WaybillLot.Most ? new WaybillAddition(0, 0, SeriesFlaw.RunsOut)
            : TrackingSeries.From(bare, rule, count, step) is SeriesAnswer.Refused(var flaw, var expected) ? new WaybillAddition(0, 0, flaw, expected)
            : await AddAsync(known =>
            {
                var lot = new WaybillLot(Guid.NewGuid(), carrier, clock.Now(), by) { Run = new WaybillRun(bare, rule, step < 0 ? -1 : 1, count) };
                var there = WaybillPolicy.NumbersOf(lot).Count(new Func<string, bool>(known));
                return there == 0 ? ([lot], new WaybillAddition(count, 0))
                    : there == count ? ([], new WaybillAddition(0, count))
                    : ([], new WaybillAddition(0, 0, SeriesFlaw.Used, WaybillPolicy.NumbersOf(lot).First(new Func<string, bool>(known))));
            }, cancel);
    }

    /// <summary>Adds numbers as they are, all or none: Latin letters and digits. Those that the stock ever had are passed over.</summary>
    /// <param name="numbers">Up to <see cref="WaybillLot.Most"/>.</param>
    public Task<WaybillAddition> AddListAsync(string carrier, IEnumerable<string> numbers, string by, CancellationToken cancel)
    {
        var bare = numbers.Select(TrackingSeries.Bare).Where(number => number.Length > 0).Distinct().ToList();
        return bare.Find(number => number.Length > LongestNumber || !number.All(char.IsAsciiLetterOrDigit)) is { } odd ? Task.FromResult(new WaybillAddition(0, 0, SeriesFlaw.Shape, odd))
            : bare.Count is 0 or > WaybillLot.Most ? Task.FromResult(new WaybillAddition(0, 0, bare.Count == 0 ? SeriesFlaw.Shape : SeriesFlaw.RunsOut))
            : AddAsync(known =>
        {
            var news = bare.Where(number => !known(number)).ToList();
            return (Packed(news).Select(some => new WaybillLot(Guid.NewGuid(), carrier, clock.Now(), by) { Listed = some }), new WaybillAddition(news.Count, bare.Count - news.Count));
        }, cancel);
    }

    /// <summary>What adding a list would come to. Writes nothing.</summary>
    public async Task<WaybillAddition> PlanListAsync(IEnumerable<string> numbers, CancellationToken cancel)
    {
        var known = WaybillPolicy.KnownIn((await LotsAsync(KeyRange.Waybills, cancel)).Select(stored => stored.Lot));
        var bare = numbers.Select(TrackingSeries.Bare).Distinct().ToList();
        return new WaybillAddition(bare.Count(number => !known(number)), bare.Count(number => known(number)));
    }

    /// <summary>Of how few numbers of a carrier somebody wants to be told; 0: of none.</summary>
    /// <returns>False when others kept changing it.</returns>
    /// <remarks>The watch is set before the line: a line that nobody watches would be worse than a look that finds none.</remarks>
    public async Task<bool> SetLineAsync(string carrier, int atLeast, CancellationToken cancel) => (atLeast == 0 || await WatchAsync(cancel)) && await ChangeAsync(
        row => ([], row with { Lines = [.. row.Lines.Where(line => !line.Carrier.Equals(carrier, StringComparison.OrdinalIgnoreCase)), .. atLeast > 0 ? [new WaybillLine(carrier, atLeast)] : Array.Empty<WaybillLine>()] }), cancel);

    /// <summary>Takes the rest of a lot out of use, as where a carrier wants numbers back. The numbers stay known, and never go out.</summary>
    /// <returns>False when there is no such lot, or others kept changing it.</returns>
    public async Task<bool> WithdrawAsync(Guid id, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            if ((await LotsAsync(KeyRange.Waybills, cancel)).FirstOrDefault(stored => stored.Lot.Id == id) is not { } there)
            {
                return false;
            }

            var spent = there.Lot with { Taken = there.Lot.All, Struck = [], Back = [] };
            if (there.Lot.IsSpent || (await ledger.TryCommitAsync(DeskPool.Name, new CommitSet().With([.. there.Changes(spent)]), cancel)).IsCommitted)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a number out that somebody gives to a parcel by hand, if the stock has it.</summary>
    /// <returns>False when others kept changing the stock: it may still go out.</returns>
    public async Task<bool> StrikeAsync(string number, CancellationToken cancel)
    {
        var bare = new HashSet<string>(StringComparer.Ordinal) { TrackingSeries.Bare(number) };
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            RowChange[] changes = [.. (await OpenAsync(cancel)).SelectMany(stored => stored.Changes(WaybillPolicy.Strike(stored.Lot, bare)))];
            if (changes.Length == 0 || (await ledger.TryCommitAsync(DeskPool.Name, new CommitSet().With(changes), cancel)).IsCommitted)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lots that have numbers left, the oldest first, whatever the carrier.</summary>
    internal Task<IReadOnlyList<StoredLot>> OpenAsync(CancellationToken cancel) => LotsAsync(KeyRange.OpenWaybills, cancel);

    /// <summary>Which of the lots are a carrier's, by any of the names that the table has for it.</summary>
    internal async Task<IReadOnlyList<StoredLot>> OfAsync(string carrier, IReadOnlyList<StoredLot> lots, CancellationToken cancel)
    {
        var names = (await table.AllAsync(cancel)).Where(tariff => tariff.IsCalled(carrier)).SelectMany(tariff => new[] { tariff.Name, tariff.Code }).Append(carrier).Select(CarrierName.Of).ToHashSet(StringComparer.Ordinal);
        return [.. lots.Where(stored => names.Contains(CarrierName.Of(stored.Lot.Carrier)))];
    }

    internal async Task<IReadOnlyList<StoredLot>> LotsAsync(KeyRange range, CancellationToken cancel) =>
        [.. (await ledger.RangeAsync(DeskPool.Name, range, MostLots, cancel)).Select(stored => new StoredLot(((WaybillRow)stored.Row).Lot, stored.Version))];

    internal async Task<WaybillLinesRow?> LinesAsync(CancellationToken cancel) => (await ledger.FindAsync(DeskPool.Name, RowKey.WaybillLines, cancel))?.Row as WaybillLinesRow;

    /// <param name="add">What is to be added, given which numbers are known. Pure: it may be asked several times.</param>
    private async Task<WaybillAddition> AddAsync(Func<Predicate<string>, (IEnumerable<WaybillLot> Lots, WaybillAddition Answer)> add, CancellationToken cancel)
    {
        var answer = new WaybillAddition(0, 0) { OthersAtWork = true };
        return await ChangeAsync(
            async row =>
            {
                var (lots, said) = add(WaybillPolicy.KnownIn((await LotsAsync(KeyRange.Waybills, cancel)).Select(stored => stored.Lot)));
                answer = said;
                RowChange[] changes = [.. lots.Select(lot => new RowChange.Insert(new WaybillRow(lot)))];
                return (changes, changes.Length == 0 ? null : row with { Changes = row.Changes + 1 });
            },
            cancel) ? answer : new WaybillAddition(0, 0) { OthersAtWork = true };
    }

    private Task<bool> ChangeAsync(Func<WaybillLinesRow, (IReadOnlyCollection<RowChange>, WaybillLinesRow?)> change, CancellationToken cancel) => ChangeAsync(row => Task.FromResult(change(row)), cancel);

    /// <param name="change">Reads what it needs after the row that all contend for. Null: nothing is to be done.</param>
    private async Task<bool> ChangeAsync(Func<WaybillLinesRow, Task<(IReadOnlyCollection<RowChange>, WaybillLinesRow?)>> change, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            var stored = await ledger.FindAsync(DeskPool.Name, RowKey.WaybillLines, cancel);
            var (more, after) = await change(stored?.Row as WaybillLinesRow ?? new WaybillLinesRow(0, []));
            if (after is null || (await ledger.TryCommitAsync(DeskPool.Name, new CommitSet().With([stored is null ? new RowChange.Insert(after) : new RowChange.Replace(after, stored.Version), .. more]), cancel)).IsCommitted)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> WatchAsync(CancellationToken cancel) => pools.All is not [var home, ..]
        || await KeepRow.AsAsync(ledger, home, RowKey.Gate(WaybillCheck.Gate), new GateRow(WaybillCheck.Gate, clock.Now()), cancel);

    private static IEnumerable<IReadOnlyList<string>> Packed(IReadOnlyList<string> numbers)
    {
        var (some, weight) = (new List<string>(), 0);
        foreach (var number in numbers)
        {
            if (weight + 20 + number.Length > MostWeight)
            {
                yield return some;
                (some, weight) = ([], 0);
            }

            some.Add(number);
            weight += 20 + number.Length;
        }

        if (some.Count > 0)
        {
            yield return some;
        }
    }
}
