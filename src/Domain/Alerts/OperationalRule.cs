using NodaTime;

namespace ShipBy.Domain.Alerts;

/// <summary>How patient an alert of a kind is. The words and their meaning are those of Prometheus and its Alertmanager.</summary>
/// <param name="For">It must last so long before it is told; what is over sooner is never told.</param>
/// <param name="KeepFiringFor">It must be gone so long before it counts as over, so that what comes and goes is one alert.</param>
/// <param name="RepeatsFrom">The least severity that is told again while it lasts; null: only when it gets worse.</param>
public sealed record OperationalRule(Duration For, Duration KeepFiringFor, Severity? RepeatsFrom)
{
    private static readonly OperationalRule AtOnce = new(Duration.Zero, Duration.Zero, Severity.Warning);

    public static OperationalRule Of(OperationalAlertKind kind) => kind switch
    {
        // A marketplace answers 401 now and then to a good key; three polls in a row are another thing.
        OperationalAlertKind.StalledPoll or OperationalAlertKind.KeyRefused => AtOnce with { For = Duration.FromMinutes(2) },

        // After a stop of the whole app the first trigger to run finds all others silent.
        OperationalAlertKind.SilentTimer or OperationalAlertKind.LateSweep => AtOnce with { For = Duration.FromMinutes(5) },
        OperationalAlertKind.SilentQueue => AtOnce,
        OperationalAlertKind.PoisonMessage => AtOnce,
        OperationalAlertKind.ChannelRefuses or OperationalAlertKind.QuotaTight or OperationalAlertKind.ClockOff => AtOnce with { KeepFiringFor = Duration.FromMinutes(30) },
        OperationalAlertKind.KeyExpiring or OperationalAlertKind.CalendarEnding or OperationalAlertKind.CalendarGuessed => AtOnce with { RepeatsFrom = Severity.Critical },
        OperationalAlertKind.PushesOff or OperationalAlertKind.PushesStayOff or OperationalAlertKind.SilentPushes or OperationalAlertKind.MessagesRefused => AtOnce with { RepeatsFrom = null },
        OperationalAlertKind.StockUntold => AtOnce with { For = Duration.FromMinutes(15) },
        OperationalAlertKind.StockRefused or OperationalAlertKind.StockMisread => AtOnce with { RepeatsFrom = Severity.Critical },
        OperationalAlertKind.RatingWorse or OperationalAlertKind.ErrorIndexHigh or OperationalAlertKind.BuyersWait or OperationalAlertKind.BadReviews
            or OperationalAlertKind.CancelRequests => AtOnce with { RepeatsFrom = Severity.Critical },

        // Told when it falls below its line, and again only after it has been above it for a while: one order cancelled and made again is no news.
        OperationalAlertKind.LowStock or OperationalAlertKind.LowWaybills => new(Duration.Zero, Duration.FromMinutes(30), RepeatsFrom: null),
        OperationalAlertKind.StockDrift or OperationalAlertKind.ListsDiffer => AtOnce,
        _ => throw new InvalidOperationException($"No rule is written for {kind}."),
    };
}
