using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;

namespace ShipBy.Cli.Backtest;

/// <summary>What a played history came to.</summary>
/// <param name="ErrorsSetAside">Rows that cannot be read and orders that cannot be worked on; with <paramref name="OrdersSeen"/>, every row of the file.</param>
/// <param name="LateOrders">Rows with a hand-over after their limit.</param>
/// <param name="LateOrdersOpenAtLastRung">Of these, open at the last rung's length before the limit.</param>
/// <param name="LateOrdersWarnedBeforeDeadline">Of these again, named in a mail before the limit.</param>
/// <param name="LateOrdersFirstWarnedAt">These by the rung that named them first.</param>
/// <param name="WarningsSent">Pairs of order and rung that are due and were named in a mail.</param>
/// <param name="WarningsDuplicated">Pairs named in two mails.</param>
/// <param name="WarningsExtra">Pairs named that no rung owes: the additional warnings before the ladder.</param>
/// <param name="EarlyWarnings">What became of the orders that had one.</param>
/// <param name="FalseAlarms">Orders warned about and handed over in time.</param>
internal sealed record BacktestReport(
    int OrdersSeen, int ErrorsSetAside, int LateOrders, int LateOrdersOpenAtLastRung, int LateOrdersWarnedBeforeDeadline, IReadOnlyDictionary<string, int> LateOrdersFirstWarnedAt,
    int WarningsDue, int WarningsSent, int WarningsDuplicated, int WarningsExtra, int MailsSent, double MailsPerOrder, int FalseAlarms,
    EarlyFigures EarlyWarnings, IReadOnlyDictionary<string, TrialFigures> Estimate, IReadOnlyList<SetAsideRow> SetAside)
{
    /// <value>How long before the limit it is tried to tell who will be late.</value>
    private static readonly int[] HoursBefore = [48, 24];

    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    };

    /// <value>Whether everything that was owed went out, once.</value>
    [JsonIgnore]
    public bool IsRight => WarningsSent == WarningsDue && WarningsDuplicated == 0 && LateOrdersWarnedBeforeDeadline == LateOrdersOpenAtLastRung;

    public static BacktestReport Of(IReadOnlyList<PlayedSeller> sellers, IReadOnlyList<SetAsideRow> unreadable, Ladder ladder, WorkCalendar calendar)
    {
        var orders = sellers.SelectMany(seller => seller.Orders.Select(order => WarnedOrder.Of(order, seller, ladder))).ToList();
        var late = orders.Where(order => order.Order.IsLate).ToList();
        var openAtLast = late.Where(order => order.Order.HandOver.IsOpenAt(order.Order.ShipBy - ladder.LastBeforeDeadline.Before)).ToList();
        var inTime = openAtLast.Where(order => order.IsWarnedBeforeDeadline).ToList();
        SetAsideRow[] setAside = [.. unreadable, .. sellers.SelectMany(seller => seller.SetAside.Select(order => new SetAsideRow(order.Key, order.Value)))];
        var seen = orders.Count - sellers.Sum(seller => seller.SetAside.Count);
        var mails = sellers.Sum(seller => seller.Mails.Count);
        IReadOnlyList<PastOrder>[] histories = [.. sellers.Select(seller => seller.Orders)];

        return new BacktestReport(
            seen, setAside.Length, late.Count, openAtLast.Count, inTime.Count,
            ladder.Rungs.Where(rung => !rung.IsOverdue).ToDictionary(rung => rung.Name, rung => inTime.Count(order => order.FirstRung == rung.Name)),
            orders.Sum(order => order.Due.Count), orders.Sum(order => order.Sent), orders.Sum(order => order.Duplicated), orders.Sum(order => order.Extra),
            mails, seen > 0 ? Math.Round((double)mails / seen, 4) : 0, orders.Count(order => order.IsFalseAlarm),
            EarlyFigures.Of(orders, ladder),
            HoursBefore.ToDictionary(hours => $"at_{hours}h", hours => EstimateTrial.Run(histories, calendar, Duration.FromHours(hours))),
            setAside);
    }

    public string ToJson() => JsonSerializer.Serialize(this, Format);
}

/// <summary>A row that was set aside, and why.</summary>
internal sealed record SetAsideRow(string Name, string Reason);
