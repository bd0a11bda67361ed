using ShipBy.Sandbox.Seller;

namespace ShipBy.Sandbox.Run;

/// <summary>What an entry of the journal means for its order.</summary>
internal static class OrderEffects
{
    public static void Apply(OrderTrack order, JournalEntry entry)
    {
        switch (entry.Kind)
        {
            case Happened.OrderIn:
                order.Announced = true;
                break;
            case Happened.Shipped:
                order.ShippedAt = entry.At;
                break;
            case Happened.CutoffMoved:
                order.MovesAnnounced++;
                break;
            case Happened.Cancelled:
                order.CancelAnnounced = true;
                break;
            case Happened.ShipAsked:
                order.ShipCalls.Add(new ShipCall(entry.Data["done_at"]!.GetValue<DateTimeOffset>(), entry.Data["fails"]!.GetValue<bool>(), entry.Data["parts"] is not null));
                break;
            case Happened.ShipRepeated:
                order.ShipRepetitions++;
                break;
            case Happened.CancelAsked:
                order.CancelledBySellerAt = entry.At;
                order.SellerReason = entry.Data["reason"]!.GetValue<int>();
                break;
            case Happened.CountrySet:
                order.Countries.Add(entry.Data["product"]!.GetValue<long>());
                break;
            case Happened.BoxesSet:
                order.Boxes = entry.Data["boxes"]!.GetValue<long>();
                break;
            case Happened.DateNamed:
                order.DateNamed = entry.Data["limit"]!.GetValue<DateTimeOffset>();
                break;
            case Happened.Delivered:
                order.DeliveredAt = entry.At;
                break;
            case Happened.Webhook when entry.Data["status"]!.GetValue<int>() is >= 200 and < 300:
                order.MessagesTaken.TryAdd(entry.Data["message"]!.GetValue<string>(), entry.At);
                break;
            case Happened.ParcelReady:
                order.ParcelReadyAt = entry.At;
                order.Parcel = new Parcel(entry.Data["carrier"]?.GetValue<string>(), entry.Data["tracking_number"]!.GetValue<string>());
                break;
            case Happened.ParcelTaken:
                order.ParcelTaken = true;
                break;
            case Happened.ParcelDeclined:
                order.ParcelDeclined = entry.Data["reason"]!.GetValue<string>();
                break;
            case Happened.ToldShipped:
                order.TimesToldShipped++;
                Write(order, entry);
                break;
            case Happened.ShippedTooSoon:
                order.TimesTooSoon++;
                break;
            case Happened.TrackingWritten:
                Write(order, entry);
                break;
            case Happened.AppOrder:
                ToldByTheApp(order, entry);
                break;
            default:
                order.Ozon.Apply(order, entry);
                break;
        }
    }

    private static void Write(OrderTrack order, JournalEntry entry)
    {
        if (entry.Data["tracking_number"]?.GetValue<string>() is { } number)
        {
            order.TrackingNumbers.Add(number);
        }
    }

    private static void ToldByTheApp(OrderTrack order, JournalEntry entry)
    {
        var told = App.AppOrder.Read(System.Text.Json.JsonSerializer.SerializeToElement(entry.Data)) with { Order = order.Plan.Number };
        order.App = told;
        order.AcknowledgedSeenAt ??= told.AcknowledgedUntil is null ? null : entry.At;
        if (told.Held is { } held)
        {
            order.Holds[held] = told.Released >= held ? told.Released : null;
        }
    }
}
