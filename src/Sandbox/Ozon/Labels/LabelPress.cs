using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon.Labels;

/// <summary>Prints labels by and by: ordered, asked for, fetched. Tasks end with the process.</summary>
/// <param name="address">Where this sandbox can be reached.</param>
internal sealed class LabelPress(SandboxRun run, Func<Uri> address)
{
    private const int MostPostings = 1000;
    private const long FirstTask = 5001;

    private static readonly string[] Kinds = ["big_label", "small_label"];

    private static readonly TimeSpan TakesToPrint = TimeSpan.FromMilliseconds(400);

    private readonly List<LabelTask> _tasks = [];

    private sealed record LabelTask(IReadOnlyList<string> Numbers, DateTimeOffset DoneAt);

    /// <value>From packed to printable: three quarters of a marketplace's minute.</value>
    private TimeSpan Ready => run.Clock.ToWall(TimeSpan.FromSeconds(45));

    public Answer Order(JsonObject request)
    {
        var numbers = request.Texts("posting_numbers");
        if (numbers.Count is 0 or > MostPostings)
        {
            throw RefusedException.BadRequest($"invalid Request.PostingNumbers: value must contain between 1 and {MostPostings} items, inclusive");
        }

        var orders = numbers.Select(number => run.Find(Channel.Ozon, number) ?? throw RefusedException.PostingNotFound()).ToArray();
        var early = orders.Where(order => run.StateOf(order) is not { Status: "awaiting_deliver", PackedAt: { } packed } || packed + Ready > run.Clock.Now).ToArray();
        if (early.Length > 0)
        {
            throw RefusedException.BadRequest($"The next postings aren't ready: {string.Join(", ", early.Select(order => order.Plan.Number))}");
        }

        var done = run.Clock.WallNow + TakesToPrint;
        return Answer.Ok(new JsonObject
        {
            ["tasks"] = new JsonArray(Kinds.Select(kind =>
            {
                _tasks.Add(new LabelTask(numbers, done));
                return (JsonNode)new JsonObject { ["task_id"] = FirstTask + _tasks.Count - 1, ["task_type"] = kind };
            }).ToArray()),
        });
    }

    public Answer Ask(JsonObject request)
    {
        var id = request.Number("task_id") ?? 0;
        var task = Find(id) ?? throw new RefusedException(404, 5, "TASK_NOT_FOUND");
        var done = task.DoneAt <= run.Clock.WallNow;
        var gone = task.Numbers.Where(number => run.StateOf(run.Find(number)!).CancelledAt is not null).ToArray();
        return Answer.Ok(new JsonObject
        {
            ["file_url"] = done && gone.Length < task.Numbers.Count ? new Uri(address(), FileOf(id)).AbsoluteUri : "",
            ["status"] = new JsonObject
            {
                ["code"] = done ? "completed" : "pending",
                ["postings_count"] = task.Numbers.Count,
                ["printed_postings_count"] = done ? task.Numbers.Count - gone.Length : 0,
                ["unprinted_postings"] = new JsonArray(done ? gone.Select(number => (JsonNode)new JsonObject { ["posting_number"] = number, ["message"] = "POSTING_ALREADY_CANCELLED" }).ToArray() : []),
            },
            ["error"] = new JsonObject { ["code"] = "", ["message"] = "" },
        });
    }

    /// <summary>The file behind an address of <see cref="Ask"/>.</summary>
    public async Task FetchAsync(HttpContext context)
    {
        byte[]? file;
        lock (run.Gate)
        {
            file = long.TryParse((string?)context.Request.RouteValues["task"], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && Find(id) is { } task && task.DoneAt <= run.Clock.WallNow
                    ? TinyPdf.Write([.. task.Numbers.Where(number => run.StateOf(run.Find(number)!).CancelledAt is null)])
                    : null;
        }

        context.Response.StatusCode = file is null ? 404 : 200;
        context.Response.ContentType = file is null ? "text/plain" : "application/pdf";
        await context.Response.Body.WriteAsync(file ?? [], context.RequestAborted);
    }

    private LabelTask? Find(long id) => id >= FirstTask && id < FirstTask + _tasks.Count ? _tasks[(int)(id - FirstTask)] : null;

    private static string FileOf(long id) => string.Create(CultureInfo.InvariantCulture, $"files/labels/{id}.pdf");
}
