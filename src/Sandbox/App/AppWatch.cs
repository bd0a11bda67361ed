using System.Text.Json;
using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.App;

/// <summary>Reads the app's report every second: what it holds decides what ships, and what it says goes into the report.</summary>
internal sealed class AppWatch(SandboxRun run, AppLink app, HttpClient http)
{
    /// <returns>Whether a report was read.</returns>
    public async Task<bool> LookAsync(CancellationToken cancel)
    {
        using var request = app.Call(HttpMethod.Get, "api/report");
        if (request is null)
        {
            return false;
        }

        try
        {
            using var response = await http.SendAsync(request, cancel);
            response.EnsureSuccessStatusCode();
            var report = AppReport.Read(await response.Content.ReadAsStringAsync(cancel));
            lock (run.Gate)
            {
                Take(report);
            }

            return true;
        }
        catch (Exception error) when (error is HttpRequestException or JsonException || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            // The app may be starting, dying or busy. What it said last stays; the next second asks again.
            return false;
        }
    }

    private void Take(AppReport report)
    {
        run.NoteContact();
        var strange = new List<string>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (shop, told) in report.Orders)
        {
            if (run.Find(told.Order) is not { } order || !IsOf(shop, order) || !named.Add(told.Order))
            {
                strange.Add(told.Order);
                continue;
            }

            if (order.App != told)
            {
                run.Record(Happened.AppOrder, told.Order, told.ToJson());
            }

            order.HeldSeenSince = told.State == "Held" ? order.HeldSeenSince ?? run.Clock.WallNow : null;
        }

        run.App.Available = report.Available;
        Totals(report, strange);
        run.Agreement.Look(run);
    }

    /// <summary>Shops of channels go by the channel's name; a shop that is alone may have any.</summary>
    private bool IsOf(string shop, OrderTrack order) => !run.Options.PlaysChannels || shop == order.Plan.Channel.Name();

    private void Totals(AppReport report, List<string> strange)
    {
        var known = run.App;
        if ((known.Table, known.Queue, known.Blob, known.Errors) != (report.Table, report.Queue, report.Blob, report.Errors) || !known.Strange.SequenceEqual(strange))
        {
            run.Record(Happened.AppTotals, data: new JsonObject
            {
                ["table"] = report.Table,
                ["queue"] = report.Queue,
                ["blob"] = report.Blob,
                ["errors"] = report.Errors,
                ["strange"] = new JsonArray(strange.Select(name => (JsonNode)name).ToArray()),
            });
        }
    }
}
