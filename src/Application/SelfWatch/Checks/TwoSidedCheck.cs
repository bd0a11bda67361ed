using NodaTime;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Orders;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.SelfWatch.Checks;

/// <summary>Holds the marketplace's open orders against ours, in both directions. What differs for longer than polls need is brought in, and told: some poll forgot it.</summary>
/// <remarks>A fresh difference is only remembered and looked at again soon: it is the poll's business, and an order that was shipped a minute ago is none.</remarks>
public sealed class TwoSidedCheck(ILedger ledger, TakePostings takePostings, GuardOptions options, TimeProvider clock) : ISelfCheck
{
    private const int MostRemembered = 200;

    /// <value>Orders read back one by one in one look.</value>
    private const int ReadBacks = 50;

    private static readonly Duration Grace = Duration.FromMinutes(10);

    public IReadOnlyList<OperationalAlertKind> Kinds { get; } = [OperationalAlertKind.ListsDiffer];

    public Duration? Every { get; } = Duration.FromHours(1);

    public async Task<SelfCheckAnswer> LookAsync(SelfCheckScope scope, CancellationToken cancel)
    {
        var (findings, blind, remember) = (new List<OperationalFinding>(), new HashSet<string>(), new List<RowChange>());
        var isFresh = false;
        foreach (var marketplace in scope.Marketplaces)
        {
            var shop = marketplace.Shop.Name;
            try
            {
                var gaps = await CompareAsync(marketplace, scope, cancel);
                ListGap[] old = [.. gaps.Where(gap => gap.Since <= scope.Now - Grace)];
                isFresh |= gaps.Count > old.Length;
                findings.AddRange(old.Length == 0 ? [] : [FindingOf(shop, old, scope.Now)]);
                if (gaps.Count > 0 || scope.Rows.GapsOf(shop).Count > 0)
                {
                    remember.Add(scope.Rows.Write(new GapRow(shop, [.. gaps.OrderBy(gap => gap.Since).Take(MostRemembered)])));
                }
            }
            catch (MarketplaceException)
            {
                blind.Add(shop);
            }
        }

        // What differed when a shop could still be seen waits for its end, and an hour is long for that.
        var isOwed = isFresh || findings.Count > 0 || blind.Any(shop => scope.Rows.GapsOf(shop).Count > 0);
        return new SelfCheckAnswer(findings) { CannotTell = blind, Remember = remember, LookAgainIn = isOwed ? Grace : null };
    }

    private static OperationalFinding FindingOf(string shop, ListGap[] old, Instant now)
    {
        var since = old.Min(gap => gap.Since);
        return new OperationalFinding(
            OperationalAlertKind.ListsDiffer,
            shop,
            Severity.Critical,
            new AlertFacts(since, now - since, old.Count(gap => gap.IsTheirs), old.Count(gap => !gap.IsTheirs), string.Join(", ", old.Take(5).Select(gap => gap.Number))));
    }

    /// <returns>All differences, with the instants at which they were first seen. The old ones have been brought in.</returns>
    private async Task<IReadOnlyList<ListGap>> CompareAsync(IMarketplace marketplace, SelfCheckScope scope, CancellationToken cancel)
    {
        var known = await KnownAsync(marketplace.Shop, cancel);
        var window = Duration.FromTimeSpan(options.CutoffWindow);
        var (from, to) = (scope.Now - window, scope.Now + window);
        var theirs = new Dictionary<string, Posting>(StringComparer.Ordinal);
        await foreach (var page in marketplace.OpenPostingsAsync(from, to, cancel))
        {
            foreach (var posting in page.Postings)
            {
                theirs[posting.Key.Number] = posting;
            }
        }

        var ours = known.Values.Select(stored => stored.Order()).Where(order => order.State.IsOpen()).ToDictionary(order => order.Key.Number, StringComparer.Ordinal);
        var since = scope.Rows.GapsOf(marketplace.Shop.Name).ToDictionary(gap => (gap.Number, gap.IsTheirs), gap => gap.Since);
        ListGap[] gaps =
        [
            .. theirs.Keys.Where(number => !ours.ContainsKey(number)).Select(number => GapOf(number, isTheirs: true)),
            .. ours.Values.Where(order => order.ShipBy > from && order.ShipBy < to && !theirs.ContainsKey(order.Key.Number)).Select(order => GapOf(order.Key.Number, isTheirs: false)),
        ];
        await BringInAsync(marketplace, scope, known, theirs, [.. gaps.Where(gap => gap.Since <= scope.Now - Grace)], cancel);
        return gaps;

        ListGap GapOf(string number, bool isTheirs) => new(number, isTheirs, since.GetValueOrDefault((number, isTheirs), scope.Now));
    }

    private async Task BringInAsync(
        IMarketplace marketplace, SelfCheckScope scope, Dictionary<OrderKey, Stored> known, Dictionary<string, Posting> theirs, ListGap[] old, CancellationToken cancel)
    {
        var postings = old.Where(gap => gap.IsTheirs).Select(gap => theirs[gap.Number]).ToList();
        foreach (var gap in old.Where(gap => !gap.IsTheirs).Take(ReadBacks))
        {
            postings.AddRange(await marketplace.FindPostingAsync(gap.Number, cancel) is { Posting: { } posting } ? [posting] : []);
        }

        if (postings.Count > 0)
        {
            var guardingSince = scope.Rows.Watches.FirstOrDefault(watch => watch.Shop == marketplace.Shop.Name)?.GuardingSince ?? clock.Now();
            await takePostings.RunAsync(marketplace.Shop, known, postings, guardingSince, cancel);
        }
    }

    /// <remarks>Read before the marketplace is: what changes meanwhile is ours to know, and our commit is refused.</remarks>
    private async Task<Dictionary<OrderKey, Stored>> KnownAsync(Shop shop, CancellationToken cancel) =>
        (await ledger.OrdersAsync(shop.Pool, cancel)).Where(order => order.Key.Shop == shop.Name).ToDictionary();
}
