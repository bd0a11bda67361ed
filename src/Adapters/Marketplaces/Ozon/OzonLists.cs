using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon;

/// <summary>The two lists of postings, page by page.</summary>
internal sealed class OzonLists(OzonClient client, string shop, KnownData known, ILogger log)
{
    /// <value>The most that the lists give at a time.</value>
    private const int PageSize = 100;

    private const string TooLong = "PERIOD_IS_TOO_LONG";

    /// <value>The list answers up to a year; longer windows are asked for in parts.</value>
    private static readonly Duration LongestOpen = Duration.FromDays(365);

    /// <value>Longer periods were refused in the field, though a year is documented.</value>
    private static readonly Duration LongestPeriod = Duration.FromDays(30);

    /// <value>A period this short is refused for another reason than its length.</value>
    private static readonly Duration ShortestPeriod = Duration.FromHours(1);

    public async IAsyncEnumerable<PostingPage> OpenAsync(OpenWindow window, [EnumeratorCancellation] CancellationToken cancel)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var page in PagesAsync(OzonMethods.Unfulfilled, window.ToFilter(), seen, cancel))
            yield return page;
    }

    /// <summary>Cut-offs in the window, however long it is.</summary>
    public async IAsyncEnumerable<PostingPage> OpenByCutoffAsync(Instant from, Instant to, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var part in ListPeriod.Slices(from, to, LongestOpen))
        {
            await foreach (var page in OpenAsync(new OpenWindow.Cutoff(part.From, part.To), cancel))
                yield return page;
        }
    }

    /// <summary>Postings taken in processing in a period, in slices that the marketplace accepts.</summary>
    public async IAsyncEnumerable<PostingPage> ChangedAsync(Instant since, Instant changedSince, Instant until, [EnumeratorCancellation] CancellationToken cancel)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<ListPeriod>(ListPeriod.Slices(since, until, LongestPeriod).Reverse());
        while (waiting.TryPop(out var period))
        {
            await using var pages = PagesAsync(OzonMethods.List, FilterOf(period, changedSince, until), seen, cancel).GetAsyncEnumerator(cancel);
            while (await MovesOnAsync(pages, period, waiting))
                yield return pages.Current;
        }
    }

    /// <summary>False at the end of the period, and after it was halved and put back.</summary>
    private async Task<bool> MovesOnAsync(IAsyncEnumerator<PostingPage> pages, ListPeriod period, Stack<ListPeriod> waiting)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        catch (MarketplaceRefusedException refused) when (refused.Code is TooLong && period.Length > ShortestPeriod)
        {
            OzonLog.Halved(log, shop, OzonMethods.List, period.Length.TotalHours);
            var (early, late) = period.Halves();
            waiting.Push(late);
            waiting.Push(early);
            return false;
        }
    }

    private async IAsyncEnumerable<PostingPage> PagesAsync(
        string method, Dictionary<string, object> filter, HashSet<string> seen, [EnumeratorCancellation] CancellationToken cancel)
    {
        var cursor = "";
        var cursors = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var body = await client.ReadAsync(method, new { cursor, limit = PageSize, sort_dir = "ASC", filter }, cancel);
            var page = ListPage.Read(body, "postings") ?? throw new MarketplaceUnreachableException($"{method} brought something else than a page of postings");
            yield return WithoutSeen(page.ToPostings(shop, known), seen);

            if (!page.HasNext)
                yield break;

            // Ending here would call a list complete that is not, and forget orders.
            if (page.Cursor is null || !cursors.Add(page.Cursor))
                throw new MarketplaceUnreachableException($"{method} says that there is more, but its cursor does not move on");

            cursor = page.Cursor;
        }
    }

    /// <summary>Results shift between pages, so that one posting may be on two. A flawed one may come again: its second copy can be better.</summary>
    private static PostingPage WithoutSeen(PostingPage page, HashSet<string> seen) =>
        page with { Postings = [.. page.Postings.Where(posting => posting.Flaw is not null || seen.Add(posting.Key.Number))] };

    private static Dictionary<string, object> FilterOf(ListPeriod period, Instant changedSince, Instant until) => new()
    {
        ["since"] = period.From.ToString(),
        ["to"] = period.To.ToString(),
        ["last_changed_status_date"] = new { from = changedSince.ToString(), to = until.ToString() },
    };
}
