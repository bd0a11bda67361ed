using System.Text.Json.Nodes;
using ShipBy.Sandbox.Mail;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Reporting;

/// <summary>The report of a run, from what was served and received; the app is believed only about itself.</summary>
internal static class RunReport
{
    /// <remarks>The caller holds the run's gate.</remarks>
    public static JsonObject Write(SandboxRun run)
    {
        var asOf = run.Clock.Now;
        var orders = run.Appeared().ToArray();
        var seen = orders.Where(order => order.App?.Taken is not null).ToArray();
        var outcomes = seen.ToLookup(order => FirstOutcome.Of(order.App!), order => order.Plan.Number);
        var promised = UnitsPromised.Max(orders);
        var stock = run.Source.Products.ToDictionary(product => product.OfferId, product => product.StockAtStart ?? 0, StringComparer.Ordinal);
        var oversold = promised.Where(product => product.Value > stock[product.Key]).ToDictionary(product => product.Key, product => product.Value - stock[product.Key], StringComparer.Ordinal);
        var owed = new WarningsDue(run.Ladder, run.App.Gaps);
        var due = orders.SelectMany(order => owed.Of(order, Closed(run, order, asOf))).ToArray();
        var mails = run.Mails.All.ToArray();
        var named = WarningsNamed.Of(mails, due, orders, run.Ladder);
        var late = LateOrders.Of(run.Clock, orders, mails);
        var pushed = PushToHeld.Of(run.Journal, orders);
        var refused = run.Journal.Count(entry => entry.Kind == Happened.Refused);

        var report = new JsonObject
        {
            ["orders_in_source"] = run.Source.CountAt(asOf),
            ["orders_seen"] = seen.Length,
            ["orders_held"] = outcomes[Outcome.Held].Count(),
            ["orders_out_of_stock"] = outcomes[Outcome.OutOfStock].Count(),
            ["orders_set_aside"] = outcomes[Outcome.SetAside].Count(),
            ["orders_cancelled_before_hold"] = outcomes[Outcome.CancelledBeforeHold].Count(),
            ["units_on_hand_at_start"] = ByProduct(stock),
            ["units_promised_max"] = ByProduct(promised),
            ["oversold_units"] = oversold.Values.Sum(),
            ["warnings_due"] = due.Length,
            ["warnings_sent"] = named.Sent.Count,
            ["warnings_missing"] = named.Missing.Count,
            ["warnings_duplicated"] = named.Duplicated.Count,
            ["warnings_unknown"] = named.Unknown.Count,
            ["late_orders"] = late.Count,
            ["late_orders_warned_before_deadline"] = late.Warned,
            ["push_to_held"] = pushed.Length,
            ["push_to_held_p50_ms"] = PushToHeld.Quantile(pushed, 0.50),
            ["push_to_held_p99_ms"] = PushToHeld.Quantile(pushed, 0.99),
            ["open_at_end"] = orders.Count(order => run.StateOf(order).Open),
            ["mails_accepted"] = mails.Length,
            ["errors"] = run.App.Errors + refused + named.Strange.Count + run.App.Strange.Count,
            ["duration_seconds"] = Math.Round((asOf - run.Clock.Start).TotalSeconds, 1),
            ["storage_requests"] = new JsonObject { ["table"] = run.App.Table, ["queue"] = run.App.Queue, ["blob"] = run.App.Blob },

            ["finished"] = run.Clock.Finished,
            ["rows_unreadable"] = Rows(run),
            ["not_seen"] = Names(orders.Where(order => order.App?.Taken is null).Select(order => order.Plan.Number)),
            ["undecided"] = Names(outcomes[Outcome.Undecided]),
            ["set_aside"] = new JsonArray(seen.Where(order => order.App!.SetAside is not null)
                .Select(order => (JsonNode)new JsonObject { ["order"] = order.Plan.Number, ["reason"] = order.App!.SetAsideReason }).ToArray()),
            ["oversold"] = ByProduct(oversold),
            ["missing"] = Names(named.Missing.Select(warning => $"{warning.Order}/{warning.Rung}@{warning.Deadline}")),
            ["duplicated"] = Names(named.Duplicated.Select(Text)),
            ["unknown"] = Names(named.Unknown.Select(Text)),
            ["strange_names"] = Names(named.Strange.Select(Text).Concat(run.App.Strange)),
            ["refused"] = Refused(run),
            ["errors_of_the_app"] = run.App.Errors,
            ["unwatched_seconds"] = Math.Round(run.App.Gaps.Sum(gap => (gap.To - gap.From).TotalSeconds), 1),
            ["faults"] = new JsonObject(run.Journal.Where(entry => entry.Kind == Happened.Fault)
                .GroupBy(entry => entry.Data["fault"]!.GetValue<string>())
                .Select(fault => KeyValuePair.Create(fault.Key, (JsonNode?)fault.Count()))),
        };
        if (run.Options.PlaysChannels)
        {
            report["channels"] = ChannelReport.OfAll(run, orders);
        }

        return report;
    }

    /// <summary>From when on nothing is owed for an order: it is closed, the app has set it aside, or the run is over.</summary>
    private static DateTimeOffset Closed(SandboxRun run, OrderTrack order, DateTimeOffset asOf) =>
        new[] { run.StateOf(order).ClosedAt, order.App?.SetAside, asOf }.Min()!.Value;

    private static JsonArray Rows(SandboxRun run) => new(run.Source.Unreadable
        .Select(row => (JsonNode)new JsonObject { ["line"] = row.Line, ["name"] = row.Name, ["reason"] = row.Reason }).ToArray());

    private static JsonObject Refused(SandboxRun run) => new(run.Journal.Where(entry => entry.Kind == Happened.Refused)
        .GroupBy(entry => $"{entry.Data["status"]} {entry.Data["path"]}: {entry.Data["message"]}")
        .Select(refusal => KeyValuePair.Create(refusal.Key, (JsonNode?)refusal.Count())));

    private static JsonObject ByProduct(IReadOnlyDictionary<string, long> units) =>
        new(units.OrderBy(product => product.Key, StringComparer.Ordinal).Select(product => KeyValuePair.Create(product.Key, (JsonNode?)product.Value)));

    private static JsonArray Names(IEnumerable<string> names) => new(names.Select(name => (JsonNode)name).ToArray());

    private static string Text(NamedWarning name) => name.Deadline is { } deadline ? $"{name.Order}/{name.Rung}@{deadline}" : $"{name.Order}/{name.Rung}";
}
