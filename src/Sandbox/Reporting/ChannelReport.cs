using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Reporting;

/// <summary>What became of one shop's orders, parcels and stock, by what the shop was told.</summary>
internal static class ChannelReport
{
    public static JsonObject OfAll(SandboxRun run, IReadOnlyList<OrderTrack> orders) =>
        new(run.Options.Channels.Select(channel => KeyValuePair.Create(channel.Name(), (JsonNode?)Of(run, channel, orders))));

    private static JsonObject Of(SandboxRun run, Channel channel, IReadOnlyList<OrderTrack> all)
    {
        var end = run.Clock.End ?? run.Clock.Now;
        var orders = all.Where(order => order.Plan.Channel == channel).Select(order => new ShippedOrder(order, run.StateOf(order))).ToArray();
        var numbered = orders.Where(order => order.NumberIsDue).ToArray();
        var report = new JsonObject
        {
            ["orders_in_source"] = run.Source.UpTo(end).Count(order => order.Channel == channel && order.Appears <= end),
            ["orders_seen"] = orders.Count(order => order.Track.App?.Taken is not null),
            ["shipped"] = orders.Count(order => order.TimesShipped > 0),
            ["shipped_more_than_once"] = orders.Count(order => order.TimesShipped > 1),
            ["not_shipped"] = Names(orders.Where(order => order.OwesShipping)),
            ["parcels_not_taken"] = Names(orders.Where(order => order.ParcelIsLeft)),
            ["tracking_numbers_due"] = numbered.Length,
            ["tracking_numbers_written"] = numbered.Count(order => order.Numbers.Count > 0),
            ["tracking_numbers_written_more_than_once"] = orders.Count(order => order.Numbers.Count > 1),
            ["tracking_numbers_wrong"] = orders.Count(order => order.Numbers.Any(number => number != order.Track.Parcel?.TrackingNumber)),
            ["stock_pushed_products"] = run.Stock.Told(channel).Count,
            ["stock_differs"] = new JsonArray(StockComparison.Differences(run, channel).Select(one => (JsonNode)one.ToJson()).ToArray()),
            ["stock_as_available_after_seconds"] = QuietUntilRight(run, channel, all),
        };
        if (channel is Channel.Ozon)
        {
            report["held_not_packed"] = Names(orders.Where(order => order.IsLeftUnpacked));
            Parcels(new ParcelsInTrouble(run), report, orders);
        }

        if (channel is Channel.Taobao)
        {
            report["shipped_too_soon"] = orders.Sum(order => order.Track.TimesTooSoon);
            report["presales"] = orders.Count(order => order.Track.Plan.Trade is { IsPresale: true });
            report["refunds_asked"] = orders.Count(order => order.Track.Plan.Trade?.Refund?.Asked <= end);
            report["sent_in_parts"] = orders.Count(order => order.Track.Plan.Trade?.FirstLineLeaves <= end);
        }

        if (channel is Channel.Webhook)
        {
            report["orders_edited"] = orders.Count(order => order.Track.MessagesTaken.Keys.Any(id => id.EndsWith("_edited", StringComparison.Ordinal)));
            Forged(run, report);
            Messages(run, report, orders.SelectMany(order =>
                Webhook.ShopStory.Of(order.Track, order.State, run.Clock.Now).Select(message => (message.At, order.Track.MessagesTaken.GetValueOrDefault(message.Id)))).ToArray());
        }

        return report;
    }

    private static void Forged(SandboxRun run, JsonObject report)
    {
        var answers = run.Journal.Where(entry => entry.Kind == Happened.Forged).Select(entry => entry.Data["status"]!.GetValue<int>()).Where(status => status > 0).ToArray();
        report["messages_forged"] = answers.Length;
        report["messages_forged_refused"] = answers.Count(status => status is 401);
        report["messages_forged_taken"] = answers.Count(status => status is >= 200 and < 300);
    }

    private static void Parcels(ParcelsInTrouble parcels, JsonObject report, ShippedOrder[] orders)
    {
        var all = parcels.Of(orders);
        report["parcels_in_trouble"] = all.Count;
        report["parcels_in_trouble_named"] = all.Count(parcel => parcel.Named);
        report["parcels_in_trouble_due"] = all.Count(parcel => parcel.DueBy is not null);
        report["parcels_missed"] = new JsonArray([.. all.Where(parcel => parcel is { Named: false, DueBy: not null }).Select(parcel => (JsonNode)$"{parcel.Order.Plan.Number} {parcel.Order.Plan.Parcel!.End}")]);
        report["parcels_named_in_vain"] = Names(parcels.NamedInVain(orders));
    }

    /// <summary>How long no order had come to any shop when this one had all the ledger's numbers, for good.</summary>
    private static double? QuietUntilRight(SandboxRun run, Channel channel, IReadOnlyList<OrderTrack> all) =>
        run.Agreement.Since(channel) is { } since && all.Count > 0
            ? Math.Round(Math.Max(0, (since - all.Max(order => order.Plan.Appears)).TotalSeconds), 1)
            : null;

    /// <remarks>What is told after the end of the run counts as of the end, so how late that was cannot be said.</remarks>
    /// <param name="told">When what a message tells of happened, and when the app took the message; no instant: not yet.</param>
    private static void Messages(SandboxRun run, JsonObject report, (DateTimeOffset At, DateTimeOffset Taken)[] told)
    {
        var taken = told.Where(message => message.Taken != default).ToArray();
        report["messages_not_taken"] = told.Length - taken.Length;
        report["message_taken_after_seconds_at_most"] =
            taken.Where(message => !(message.At >= run.Clock.End)).Select(message => (double?)Math.Round((message.Taken - message.At).TotalSeconds, 1)).Max();
    }

    private static JsonArray Names(IEnumerable<ShippedOrder> orders) => new(orders.Select(order => (JsonNode)order.Track.Plan.Number).ToArray());
}

/// <summary>How far an order's shipping has come: what the seller gave, what the app said of it, and what the shop was told.</summary>
internal sealed record ShippedOrder(OrderTrack Track, PostingState State)
{
    public IReadOnlyList<string> Numbers => Track.TrackingNumbers;

    /// <value>Ozon is told by packing, and of what the seller delivers by handing over too; other shops are told that it is on its way.</value>
    public int TimesShipped => Math.Max(Track.TimesToldShipped, Track.Plan.Channel is Channel.Ozon ? Track.ShipCalls.Count(call => !call.Fails) + Track.ShipRepetitions : 0);

    /// <value>The seller's parcel was taken by the app, and nobody cancelled before the shop could be told.</value>
    public bool NumberIsDue => Track is { Parcel: not null, ParcelTaken: true } && !WasCancelledFirst;

    public bool OwesShipping => TimesShipped == 0 && !WasCancelledFirst && (NumberIsDue || Track.App?.Shipped is not null);

    /// <value>The seller has handed it over, and the app has not taken that.</value>
    public bool ParcelIsLeft => Track is { Parcel: not null, ParcelTaken: false } && TimesShipped == 0 && State.CancelledAt is null;

    /// <value>Ozon's own carriers would fetch it, the app holds it, and nobody has packed it.</value>
    public bool IsLeftUnpacked => Track.Plan is { Channel: Channel.Ozon, IsRfbs: false } && TimesShipped == 0 && State.CancelledAt is null && Track.App?.State == "Held";

    private bool WasCancelledFirst => State.CancelledAt is not null && State is { CancelledAfterShip: false };
}
