using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon;

/// <summary>What the account says of itself: its key and its warehouse.</summary>
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
}
