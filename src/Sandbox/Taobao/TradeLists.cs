using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Taobao;

/// <summary>The two lists of trades, the newest row first: a trade that changes between two pages moves.</summary>
internal sealed class TradeLists(SandboxRun run)
{
    private static readonly TimeSpan LongestChange = TimeSpan.FromDays(1);
    private static readonly TimeSpan Reach = TimeSpan.FromDays(92);

    private readonly TradeJson _json = new(run);

    /// <summary>By the moment of the order.</summary>
    public JsonObject Sold(TopRequest request)
    {
        var (now, from, to) = (run.Clock.Now, request.Moment("start_created"), request.Moment("end_created"));
        Need(from <= to && now - from <= Reach, "start_created");
        return Page(request, Found(request.Text("status")).Select(found => (found.Order, found.State, At: ChinaTime.Cut(found.Order.Plan.Appears))).Where(found => found.At >= from && found.At <= to));
    }

    /// <summary>By the moment of the last change.</summary>
    public JsonObject Changed(TopRequest request)
    {
        var (from, to) = (request.Moment("start_modified"), request.Moment("end_modified"));
        Need(from <= to && to - from <= LongestChange, "start_modified,end_modified");
        return Page(request, Found(request.Text("status")).Select(found => (found.Order, found.State, At: found.State.ChangedAt)).Where(found => found.At >= from && found.At <= to));
    }

    private IEnumerable<(OrderTrack Order, TradeState State)> Found(string status) => run.Appeared(Channel.Taobao)
        .Select(order => (Order: order, State: TradeState.Of(run, order)))
        .Where(found => status is "" || found.State.Status == status);

    /// <summary>With a total, or with a word on whether more follows: never with both.</summary>
    private JsonObject Page(TopRequest request, IEnumerable<(OrderTrack Order, TradeState State, DateTimeOffset At)> found)
    {
        var (fields, number, size) = (request.Fields(), request.Number("page_no", 1, 1, 100_000), request.Number("page_size", 40, 1, 100));
        var rows = found.OrderByDescending(row => row.At).ThenByDescending(row => row.Order.Plan.OrderId).ToArray();
        var page = rows.Skip((number - 1) * size).Take(size).Select(row => (JsonNode)_json.Write(row.Order, row.State, fields)).ToArray();
        var body = new JsonObject();
        if (page.Length > 0)
        {
            body["trades"] = new JsonObject { ["trade"] = new JsonArray(page) };
        }

        if (request.Flag("use_has_next"))
        {
            body["has_next"] = rows.Length > (long)number * size;
        }
        else
        {
            body["total_results"] = rows.Length;
        }

        return body;
    }

    private static void Need(bool holds, string name)
    {
        if (!holds)
        {
            throw TopRefusal.Invalid(name);
        }
    }
}
