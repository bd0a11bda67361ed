using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ShipBy.Sandbox.App;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Seller;

/// <summary>Plays the seller: hands parcels to carriers when it is time, and tells the app so until it has taken each of them.</summary>
internal sealed class SellerDesk(SandboxRun run, AppLink app, HttpClient http)
{
    private const int MostAtOnce = 20;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    private readonly Dictionary<OrderTrack, DateTimeOffset> _notBefore = [];
    private TimeSpan _pause = FirstPause;
    private DateTimeOffset _next;

    /// <summary>Hands over what is due, and tells of all that the app has not taken yet.</summary>
    public async Task HandOverAsync(CancellationToken cancel)
    {
        if (run.Clock.WallNow < _next)
        {
            return;
        }

        foreach (var some in Ready().Chunk(MostAtOnce))
        {
            if (!await TellAsync(some, cancel))
            {
                (_next, _pause) = (run.Clock.WallNow + _pause, _pause * 2 < LongestPause ? _pause * 2 : LongestPause);
                return;
            }

            _pause = FirstPause;
        }
    }

    private OrderTrack[] Ready()
    {
        lock (run.Gate)
        {
            foreach (var order in run.Appeared().Where(order => order.Parcel is null && HandOverPolicy.MayHandOver(run, order)).ToArray())
            {
                var parcel = Parcels.Of(order.Plan, run.Options.Seed);
                run.Record(Happened.ParcelReady, order.Plan.Number, new JsonObject { ["carrier"] = parcel.Carrier, ["tracking_number"] = parcel.TrackingNumber });
            }

            return run.Appeared().Where(order => order.Parcel is not null && (order.ParcelTaken ? MustAskAgain(order) : MayAsk(order))).ToArray();
        }
    }

    /// <summary>What was declined is asked for again as long as it can still come right.</summary>
    private bool MayAsk(OrderTrack order) =>
        order.ParcelDeclined is null || (!run.Clock.Finished && HandOverPolicy.IsHere(run, order) && !(_notBefore.GetValueOrDefault(order) > run.Clock.WallNow));

    /// <summary>The app took it, and could not have it shipped: it was not paid, or a refund was open. Now it may.</summary>
    private bool MustAskAgain(OrderTrack order) => order.Plan.KeptBackUntil is { } until && order.ParcelReadyAt < until && order.TimesToldShipped == 0 && run.Clock.WallNow >= until + FirstPause * 3
        && run.StateOf(order) is { ShippedAt: null, CancelledAt: null } && !(_notBefore.GetValueOrDefault(order) > run.Clock.WallNow);

    /// <returns>Whether the app answered; what it did not speak of counts as not told.</returns>
    private async Task<bool> TellAsync(OrderTrack[] orders, CancellationToken cancel)
    {
        if (app.Call(HttpMethod.Post, "api/ship") is not { } call)
        {
            return false;
        }

        using (call)
        {
            call.Content = JsonContent.Create(Words(orders));
            try
            {
                using var response = await http.SendAsync(call, cancel);
                response.EnsureSuccessStatusCode();
                using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancel));
                var spoken = answer.RootElement.GetProperty("results").EnumerateArray().Select(ShipResult.Read).ToArray();
                lock (run.Gate)
                {
                    return orders.Count(order => Note(order, spoken)) == orders.Length;
                }
            }
            catch (Exception error) when (error is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException
                || (error is OperationCanceledException && !cancel.IsCancellationRequested))
            {
                // The app may be starting, dying or busy. To say it again does no harm.
                return false;
            }
        }
    }

    private bool Note(OrderTrack order, IEnumerable<ShipResult> spoken)
    {
        if (spoken.FirstOrDefault(result => result.Shop == order.Plan.Channel.Name() && result.Order == order.Plan.Number) is not { } result)
        {
            return false;
        }

        if (result.Accepted)
        {
            _notBefore[order] = run.Clock.WallNow + LongestPause / 2;
            if (!order.ParcelTaken)
            {
                run.Record(Happened.ParcelTaken, order.Plan.Number);
            }
        }
        else
        {
            _notBefore[order] = run.Clock.WallNow + LongestPause;
            if (order.ParcelDeclined != result.Reason)
            {
                run.Record(Happened.ParcelDeclined, order.Plan.Number, new JsonObject { ["reason"] = result.Reason });
            }
        }

        return true;
    }

    private static JsonObject Words(IEnumerable<OrderTrack> orders) => new()
    {
        ["orders"] = new JsonArray(orders.Select(order =>
        {
            var words = new JsonObject
            {
                ["shop"] = order.Plan.Channel.Name(),
                ["order"] = order.Plan.Number,
                ["tracking_number"] = order.Parcel!.TrackingNumber,
                ["handed_over"] = true,
            };
            if (order.Parcel.Carrier is { } carrier)
            {
                words["carrier"] = carrier;
            }

            return (JsonNode)words;
        }).ToArray()),
        ["by"] = "sandbox",
    };

    private sealed record ShipResult(string? Shop, string? Order, bool Accepted, string Reason)
    {
        public static ShipResult Read(JsonElement json) => new(
            json.GetProperty("shop").GetString(),
            json.GetProperty("order").GetString(),
            json.GetProperty("accepted").GetBoolean(),
            json.TryGetProperty("reason", out var reason) && reason.ValueKind is JsonValueKind.String ? reason.GetString()! : "");
    }
}
