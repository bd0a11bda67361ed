using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Stock;

/// <summary>Answers for waiting orders, as many as fit into one commit, first come, first served.</summary>
/// <param name="Answered">The orders whose answers are in the set.</param>
internal sealed record ReservationCommit(CommitSet Set, IReadOnlySet<OrderKey> Answered, int Held, int OutOfStock)
{
    public static ReservationCommit Decide(IReadOnlyDictionary<OrderKey, Stored> waiting, IReadOnlyDictionary<Sku, Stored> stock, Instant now)
    {
        var shelf = stock.ToShelf();
        var (answers, _) = ReservationPolicy.Decide(waiting.Values.Select(stored => stored.Order()), shelf, now);
        var changes = new List<RowChange>();
        var answered = new HashSet<OrderKey>();
        var (held, outOfStock) = (0, 0);

        foreach (var answer in answers.Where(answer => answer is not Reservation.OutOfStock { IsNews: false }))
        {
            var next = answer is Reservation.Made ? shelf.Hold(answer.Order.Lines) : shelf;
            var more = OrderWrite.Changes(waiting[answer.Order.Key], answer.Order);
            if (!Fit([.. changes, .. more, .. stock.ChangesTo(next)]))
            {
                break;
            }

            changes.AddRange(more);
            answered.Add(answer.Order.Key);
            shelf = next;
            held += answer is Reservation.Made ? 1 : 0;
            outOfStock += answer is Reservation.OutOfStock ? 1 : 0;
        }

        return new ReservationCommit(new CommitSet().With([.. changes, .. stock.ChangesTo(shelf)]), answered, held, outOfStock);
    }

    private static bool Fit(IReadOnlyCollection<RowChange> changes) =>
        changes.Count <= CommitSet.MaxRows && changes.Sum(change => change.Weight) <= CommitSet.MaxWeight;
}
