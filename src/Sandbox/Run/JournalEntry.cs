using System.Text.Json.Nodes;

namespace ShipBy.Sandbox.Run;

/// <summary>One thing that happened, in the order in which it was written down.</summary>
/// <param name="Data">What belongs to this kind; never changed after it was written.</param>
internal sealed record JournalEntry(long Seq, DateTimeOffset At, string Kind, string? Order, JsonObject Data)
{
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["seq"] = Seq, ["at"] = At.UtcDateTime.ToString("O"), ["kind"] = Kind };
        if (Order is not null)
        {
            json["order"] = Order;
        }

        foreach (var (name, value) in Data)
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }

    /// <exception cref="FormatException">The line is no entry.</exception>
    public static JournalEntry Parse(string line)
    {
        try
        {
            var json = JsonNode.Parse(line)!.AsObject();
            var (seq, at, kind, order) = (json["seq"]!.GetValue<long>(), json["at"]!.GetValue<DateTimeOffset>(), json["kind"]!.GetValue<string>(), json["order"]?.GetValue<string>());
            foreach (var name in new[] { "seq", "at", "kind", "order" })
            {
                json.Remove(name);
            }

            return new JournalEntry(seq, at, kind, order, json);
        }
        catch (Exception error) when (error is System.Text.Json.JsonException or NullReferenceException or InvalidOperationException)
        {
            throw new FormatException("Not an entry of the journal.", error);
        }
    }
}

/// <summary>The kinds of entries, as the events of the control interface name them.</summary>
internal static class Happened
{
    public const string OrderIn = "order_in";
    public const string Shipped = "shipped";
    public const string Cancelled = "cancelled";
    public const string CutoffMoved = "cutoff_moved";
    public const string ShipAsked = "ship_asked";
    public const string ShipRepeated = "ship_repeated";
    public const string CancelAsked = "cancel_asked";
    public const string ParcelReady = "parcel_ready";
    public const string ParcelTaken = "parcel_taken";
    public const string ParcelDeclined = "parcel_declined";
    public const string ToldShipped = "told_shipped";
    public const string ShippedTooSoon = "shipped_too_soon";
    public const string TrackingWritten = "tracking_written";
    public const string Webhook = "webhook";
    public const string Forged = "forged";
    public const string Told = "told";
    public const string CountrySet = "country_set";
    public const string BoxesSet = "boxes_set";
    public const string DateNamed = "date_named";
    public const string Delivered = "delivered";
    public const string StockPushed = "stock_pushed";
    public const string MailAccepted = "mail_accepted";
    public const string MailAnswerLost = "mail_answer_lost";
    public const string MailAskedFor = "mail_asked_for";
    public const string Refused = "refused";
    public const string Fault = "fault";
    public const string Push = "push";
    public const string AppOrder = "app_order";
    public const string AppTotals = "app_totals";
    public const string Gap = "gap";
    public const string Ended = "ended";
}
