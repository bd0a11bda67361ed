using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon.Lists;

/// <summary>The two lists: what is not finished, by its deadline, and everything, by the start of its processing.</summary>
internal sealed class PostingLists(SandboxRun run)
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(366);

    /// <value>The documents say a year; in the field a month and more is refused.</value>
    private static readonly TimeSpan LongestPeriod = TimeSpan.FromDays(31);

    private readonly PostingPages _pages = new(run);

    public Answer Unfulfilled(JsonObject request)
    {
        var json = request.Part("filter");
        var (filter, window) = (PostingFilter.Read(json), DeadlineWindow(json));
        var found =
            from order in run.Appeared(Channel.Ozon)
            let state = run.StateOf(order)
            where state.Status is not ("delivered" or "cancelled" or "cancelled_from_split_pending")
            let date = window.ByCutoff ? state.Limit : state.ShippedAt
            where date >= window.From && date <= window.To && filter.Takes(order, state)
            select new PostingPages.Found(order, state, date.Value.UtcTicks, order.Plan.Appears.UtcTicks);
        return Answer.Ok(_pages.Page("unfulfilled", request, found, counted: true));
    }

    public Answer All(JsonObject request)
    {
        var json = request.Part("filter");
        var filter = PostingFilter.Read(json);
        var (from, to) = (json.Instant("since"), json.Instant("to"));
        if (from is null || to is null)
        {
            throw RefusedException.BadRequest("invalid Request.Filter: since and to are required");
        }

        Refuse(from.Value, to.Value, LongestPeriod);
        var found =
            from order in run.Appeared(Channel.Ozon)
            where order.Plan.Appears >= @from && order.Plan.Appears <= to
            let state = run.StateOf(order)
            where filter.Takes(order, state)
            select new PostingPages.Found(order, state, order.Plan.Appears.UtcTicks, order.Plan.OrderId);
        return Answer.Ok(_pages.Page("list", request, found, counted: false));
    }

    /// <summary>Exactly one of the two pairs has to be there, and whole.</summary>
    private static (bool ByCutoff, DateTimeOffset From, DateTimeOffset To) DeadlineWindow(JsonObject filter)
    {
        var (cutoffFrom, cutoffTo) = (filter.Instant("cutoff_from"), filter.Instant("cutoff_to"));
        var (deliveringFrom, deliveringTo) = (filter.Instant("delivering_date_from"), filter.Instant("delivering_date_to"));
        var (byCutoff, byDelivering) = ((cutoffFrom ?? cutoffTo) is not null, (deliveringFrom ?? deliveringTo) is not null);
        if (byCutoff && byDelivering)
        {
            throw RefusedException.BadRequest("the mismatch between cutoff & delivery date");
        }

        var (from, to) = byCutoff ? (cutoffFrom, cutoffTo) : (deliveringFrom, deliveringTo);
        if (from is null || to is null)
        {
            throw RefusedException.BadRequest("either filter.cutoff or filter.delivering_date must be specified");
        }

        Refuse(from.Value, to.Value, Year);
        return (byCutoff, from.Value, to.Value);
    }

    private static void Refuse(DateTimeOffset from, DateTimeOffset to, TimeSpan longest)
    {
        if (to < from)
        {
            throw RefusedException.BadRequest("invalid period: the end is before the start");
        }

        if (to - from > longest)
        {
            throw RefusedException.BadRequest("PERIOD_IS_TOO_LONG");
        }
    }
}
