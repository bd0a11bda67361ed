using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Control;

/// <summary>Where a run stands, and what an app needs to know to live on its scale.</summary>
internal static class RunStatus
{
    /// <remarks>The caller holds the run's gate.</remarks>
    public static JsonObject Write(SandboxRun run)
    {
        var orders = run.Appeared().ToArray();
        return new JsonObject
        {
            ["start"] = run.Clock.Start,
            ["end"] = run.Clock.End,
            ["now"] = run.Clock.WallNow,
            ["finished"] = run.Clock.Finished,
            ["source"] = run.Options.OrdersFile ?? "generator",
            ["seed"] = run.Options.Seed,
            ["faults"] = run.Options.Faults.ToString(),
            ["scale"] = run.Clock.Scale,
            ["day_seconds"] = run.Clock.ToWall(TimeSpan.FromDays(1)).TotalSeconds,
            ["ladder"] = new JsonArray(run.Ladder.Rungs.Select(rung => (JsonNode)new JsonObject { ["rung"] = rung.Name, ["seconds"] = rung.Before.TotalSeconds }).ToArray()),
            ["client_id"] = run.Options.ClientId,
            ["orders_in_source"] = run.Source.CountAt(run.Clock.Now),
            ["rows_unreadable"] = run.Source.Unreadable.Count,
            ["orders_appeared"] = orders.Length,
            ["orders_open"] = orders.Count(order => run.StateOf(order).Open),
            ["mails_accepted"] = run.Mails.Count,
            ["app_seen"] = run.App.LastContact,
            ["events"] = run.Journal.Count,
        };
    }
}
