using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Estimates;

namespace ShipBy.Cli.Backtest;

/// <summary>How well the estimate tells, so long before the limit, which open orders will be late; beside three plain rules.</summary>
/// <remarks>
/// Each order is judged with what its shop had shown at that instant by orders that were over, and nothing later. Left out: orders cancelled without a hand-over. Counted apart: those that were never handed
/// over and not cancelled, since nobody can say of them that they were late.
/// </remarks>
internal static class EstimateTrial
{
    /// <value>The public sample keeps one delivered order in so many; a share over all orders weighs them back.</value>
    private const double WeightOfDelivered = 18.654;

    public static TrialFigures Run(IReadOnlyList<IReadOnlyList<PastOrder>> sellers, WorkCalendar calendar, Duration before)
    {
        var open = sellers.SelectMany(orders => orders
            .Select(order => new Case(order, orders, order.ShipBy - before))
            .Where(one => one.Order.HandOver.IsOpenAt(one.At) && !one.Order.IsCancelled)).ToList();
        var judged = open.Where(one => one.Order.HandedOverAt is not null).ToList();
        var neverHandedOver = open.Count - judged.Count;

        var plain = FiguresOf(_ => 1);
        return new TrialFigures(
            judged.Count, judged.Count(one => one.Order.IsLate), neverHandedOver, plain.Estimate, plain.AllAlike, plain.Age, plain.WorkingTimeLeft,
            FiguresOf(order => order.Row.Status == "delivered" ? WeightOfDelivered : 1));

        RuleFigures FiguresOf(Func<PastOrder, double> weight)
        {
            var weights = judged.Sum(one => weight(one.Order));
            var share = weights > 0 ? judged.Where(one => one.Order.IsLate).Sum(one => weight(one.Order)) / weights : 0;
            return new RuleFigures(
                Judge(one => one.Chance(calendar), isChance: true),
                Judge(_ => share, isChance: true),
                Judge(one => (one.At - one.Order.AppearsAt).TotalHours, isChance: false),
                Judge(one => -calendar.WorkingTime(one.At, one.Order.ShipBy).TotalHours, isChance: false));

            RankFigures Judge(Func<Case, double> score, bool isChance)
            {
                var ranked = judged.Select(one => new Judged(one.Order.Number, score(one), one.Order.IsLate, weight(one.Order))).ToList();
                return new RankFigures(Ranking.Auc(ranked), Ranking.AveragePrecision(ranked), isChance ? Ranking.Brier(ranked) : null, Ranking.RecallAtHalf(ranked));
            }
        }
    }

    private sealed record Case(PastOrder Order, IReadOnlyList<PastOrder> OfItsShop, Instant At)
    {
        public double Chance(WorkCalendar calendar) =>
            HandOverPace.Of(OfItsShop.Where(other => other != Order).Select(other => other.HandOver), calendar, At)
                .ChanceToMiss(calendar.WorkingTime(Order.AppearsAt, At), calendar.WorkingTime(At, Order.ShipBy));
    }
}

/// <param name="Auc">Area under the ROC curve.</param>
/// <param name="Brier">Null for rules that only rank.</param>
/// <param name="RecallAtHalf">Share of the late among the top half.</param>
internal sealed record RankFigures(double? Auc, double? AveragePrecision, double? Brier, double? RecallAtHalf);

/// <param name="AllAlike">The share of late orders for everybody, known afterwards: no constant does better.</param>
internal sealed record RuleFigures(RankFigures Estimate, RankFigures AllAlike, RankFigures Age, RankFigures WorkingTimeLeft);

/// <param name="Orders">Judged: open then, and handed over at some time.</param>
/// <param name="NeverHandedOver">Open then, never handed over and not cancelled; in no other figure.</param>
/// <param name="Weighted">The same with delivered orders weighed back.</param>
internal sealed record TrialFigures(
    int Orders, int Late, int NeverHandedOver, RankFigures Estimate, RankFigures AllAlike, RankFigures Age, RankFigures WorkingTimeLeft, RuleFigures Weighted);
