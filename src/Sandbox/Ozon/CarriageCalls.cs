using System.Text.Json.Nodes;
using ShipBy.Sandbox.Ozon.Labels;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon;

/// <summary>A day's parcels on one paper. Carriages end with the process, and move no posting.</summary>
internal sealed class CarriageCalls(SandboxRun run)
{
    private const long FirstCarriage = 9001;

    private static readonly TimeSpan TakesToPrint = TimeSpan.FromMilliseconds(400);

    private readonly List<Carriage> _carriages = [];

    private sealed record Carriage(IReadOnlyList<string> Numbers)
    {
        public DateTimeOffset? ApprovedAt { get; set; }
    }

    public Answer Deliveries() => Answer.Ok(new JsonObject
    {
        ["delivery_methods"] = new JsonArray(new JsonObject
        {
            ["delivery_method_id"] = StockBook.Warehouse,
            ["delivery_method_name"] = "Ozon Логистика курьеру",
            ["cutoff_at"] = Variations.None.Instant(run.Clock.Now + run.HandOver),
            ["mandatory_postings_count"] = Open().Count(),
            ["mandatory_packaged_count"] = Packed().Count(),
            ["carriages"] = new JsonArray(_carriages.Select((one, i) => (JsonNode)new JsonObject
            {
                ["id"] = FirstCarriage + i,
                ["postings_count"] = one.Numbers.Count,
                ["status"] = one.ApprovedAt is null ? "new" : "sended",
            }).ToArray()),
            ["errors"] = new JsonArray(),
        }),
        ["cursor"] = "",
        ["has_next"] = false,
    });

    public Answer Create(JsonObject request)
    {
        if (request.Number("delivery_method_id") is not StockBook.Warehouse || request.Instant("departure_date") is null)
        {
            throw RefusedException.BadRequest("DELIVERY_METHOD_NOT_FOUND");
        }

        var numbers = Packed().Select(order => order.Plan.Number).Except(_carriages.SelectMany(one => one.Numbers)).ToArray();
        if (numbers.Length == 0)
        {
            throw RefusedException.BadRequest("POSTINGS_NOT_FOUND");
        }

        _carriages.Add(new Carriage(numbers));
        return Answer.Ok(new JsonObject { ["carriage_id"] = FirstCarriage + _carriages.Count - 1 });
    }

    public Answer Approve(JsonObject request)
    {
        var carriage = Find(request, "carriage_id");
        if (carriage.ApprovedAt is not null)
        {
            throw RefusedException.BadRequest("HAS_INCORRECT_STATUS");
        }

        carriage.ApprovedAt = run.Clock.WallNow;
        return Answer.Ok(new JsonObject());
    }

    public Answer State(JsonObject request)
    {
        var carriage = Find(request, "id");
        return Answer.Ok(new JsonObject
        {
            ["result"] = new JsonObject
            {
                ["status"] = IsReady(carriage) ? "ready" : "in_process",
                ["added_to_act"] = new JsonArray(carriage.Numbers.Select(number => (JsonNode)number).ToArray()),
                ["removed_from_act"] = new JsonArray(),
                ["is_partial"] = false,
                ["has_postings_for_next_carriage"] = false,
            },
        });
    }

    public Answer File(JsonObject request)
    {
        var carriage = Find(request, "id");
        return IsReady(carriage)
            ? Answer.Ok(new JsonObject { ["file_content"] = Convert.ToBase64String(TinyPdf.Write(carriage.Numbers)), ["file_name"] = "act.pdf", ["content_type"] = "application/pdf" })
            : throw RefusedException.BadRequest("DOCUMENTS_NOT_READY");
    }

    private bool IsReady(Carriage carriage) => carriage.ApprovedAt + TakesToPrint <= run.Clock.WallNow;

    private IEnumerable<OrderTrack> Open() => run.Appeared(Channel.Ozon).Where(order => !order.Plan.IsRfbs && run.StateOf(order) is { CancelledAt: null, ShippedAt: null });

    private IEnumerable<OrderTrack> Packed() => Open().Where(order => run.StateOf(order).PackedAt is not null);

    private Carriage Find(JsonObject request, string name) => request.Number(name) is { } id && id >= FirstCarriage && id < FirstCarriage + _carriages.Count
        ? _carriages[(int)(id - FirstCarriage)]
        : throw new RefusedException(404, 5, "CARRIAGE_NOT_FOUND");
}
