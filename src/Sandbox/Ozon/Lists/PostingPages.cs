using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon.Lists;

/// <summary>Cuts what a filter found into pages.</summary>
internal sealed class PostingPages(SandboxRun run)
{
    private const int MostPerPage = 100;

    private readonly PostingJson _json = new(run);
    private long _pagesServed;

    /// <summary>A posting with the keys it is sorted by.</summary>
    internal sealed record Found(OrderTrack Order, PostingState State, long First, long Second)
    {
        public (long, long, string) Keys => (First, Second, Order.Plan.Number);
    }

    /// <param name="counted">Whether the answer tells the total.</param>
    public JsonObject Page(string method, JsonObject request, IEnumerable<Found> found, bool counted)
    {
        var limit = request.Number("limit") ?? 0;
        if (limit is < 1 or > MostPerPage)
        {
            throw RefusedException.BadRequest($"invalid Request.Limit: value must be inside range [1, {MostPerPage}]");
        }

        var filter = PostingCursor.FilterNumber(method, request["filter"]?.ToJsonString() + Descending(request));
        var cursor = PostingCursor.Parse(request.Text("cursor"), filter);
        var sorted = Sorted(found, Descending(request));
        var left = cursor is null ? sorted : sorted.SkipWhile(one => !IsAfter(one, cursor, Descending(request))).ToList();
        var page = left.Take((int)limit).ToArray();
        var answer = new JsonObject
        {
            ["postings"] = new JsonArray(page.Select(one => (JsonNode)_json.Write(one.Order, one.State, request.Part("with"), single: false)).ToArray()),
            ["cursor"] = page is [.., var last] ? new PostingCursor(filter, last.First, last.Second, last.Order.Plan.Number).Text : "",
            ["has_next"] = left.Count > page.Length,
        };
        if (counted)
        {
            answer["count"] = sorted.Count;
        }

        return Variations.Of(run.Options, "page", _pagesServed++).Wrapped ? new JsonObject { ["result"] = answer } : answer;
    }

    private static bool Descending(JsonObject request) => request.Text("sort_dir").ToUpperInvariant() switch
    {
        "" or "ASC" => false,
        "DESC" => true,
        var other => throw RefusedException.BadRequest($"invalid Request.SortDir: {other}"),
    };

    private static List<Found> Sorted(IEnumerable<Found> found, bool descending)
    {
        var ascending = found.OrderBy(one => one.First).ThenBy(one => one.Second).ThenBy(one => one.Order.Plan.Number, StringComparer.Ordinal);
        return descending ? ascending.Reverse().ToList() : ascending.ToList();
    }

    private static bool IsAfter(Found one, PostingCursor cursor, bool descending)
    {
        var order = (one.First, one.Second).CompareTo((cursor.First, cursor.Second));
        order = order != 0 ? order : string.CompareOrdinal(one.Order.Plan.Number, cursor.Number);
        return descending ? order < 0 : order > 0;
    }
}
