using System.Globalization;
using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon;

/// <summary>What the account says of itself: its key, its warehouse, its error index.</summary>
internal sealed class AccountCalls(SandboxRun run)
{
    private static readonly TimeSpan KeyLivesOn = TimeSpan.FromDays(60);

    public Answer Roles(IEnumerable<string> methods) => Answer.Ok(new JsonObject
    {
        ["expires_at"] = Variations.None.Instant(run.Clock.Start + KeyLivesOn),
        ["roles"] = new JsonArray(new JsonObject
        {
            ["name"] = "Posting FBS",
            ["methods"] = new JsonArray(methods.Select(method => (JsonNode)method).ToArray()),
        }),
    });

    public static Answer Warehouses() => Answer.Ok(new JsonObject
    {
        ["warehouses"] = new JsonArray(new JsonObject
        {
            ["warehouse_id"] = StockBook.Warehouse,
            ["name"] = "Основной склад",
            ["status"] = "created",
            ["is_rfbs"] = false,
            ["is_express"] = false,
            ["is_kgt"] = false,
            ["is_auto_assembly"] = false,
            ["cut_in_time"] = 720,
            ["sla_cut_in"] = 1440,
            ["working_days"] = new JsonArray(1, 2, 3, 4, 5),
            ["timetable"] = new JsonArray(),
            ["first_mile"] = new JsonObject { ["type"] = "DROP_OFF", ["timeslot_from"] = "10:00", ["timeslot_to"] = "18:00" },
            ["address_info"] = new JsonObject { ["utc"] = "+03:00" },
            ["postings_limit"] = -1,
            ["pause_at"] = null,
        }),
        ["cursor"] = "",
        ["has_next"] = false,
    });

    /// <summary>The share of what the seller spoiled, of all that was due to leave, over the run so far.</summary>
    public Answer ErrorIndex()
    {
        var now = run.Clock.Now;
        var states = run.Appeared(Channel.Ozon).Select(order => (order.Plan, State: run.StateOf(order))).Where(order => order.State.ClosedAt is not null).ToArray();
        var spoilt = states.Count(order => order.State.CancelledBy is "seller" or "ozon" || order.State.ShippedAt > order.State.Limit);
        var index = states.Length == 0 ? 0 : Math.Round(100.0 * spoilt / states.Length, 2);
        return Answer.Ok(new JsonObject
        {
            ["index"] = index,
            ["period_from"] = Day(now.AddDays(-14)),
            ["period_to"] = Day(now.AddDays(-1)),
            ["currency_code"] = "RUB",
            ["processing_costs_sum"] = spoilt * 60,
            ["defects"] = new JsonArray(new JsonObject { ["date"] = Day(now), ["index_by_date"] = index, ["processing_costs_sum_by_date"] = spoilt * 60 }),
        });
    }

    private static string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
