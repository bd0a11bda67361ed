using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Stock;

/// <summary>Answers for waiting orders that fit into one commit.</summary>
/// <param name="Changes">Of the orders; the stock rows come with the commit, under the versions that are known then.</param>
/// <param name="Touched">Products whose stock rows belong to it.</param>
/// <param name="After">The shelf once it has taken effect.</param>
internal sealed record ReservationBatch(IReadOnlyList<OrderKey> Orders, IReadOnlyList<RowChange> Changes, IReadOnlyCollection<Sku> Touched, Shelf After, int Held)
{
    private const int WeightOfAStockRow = 2_000;

    /// <summary>Decides about all waiting orders at once, first come, first served, and packs the answers.</summary>
    /// <param name="most">Orders a batch may hold; smaller after a batch was refused, so that one order in somebody else's hands does not keep the others waiting.</param>
    public static IReadOnlyList<ReservationBatch> Pack(IReadOnlyDictionary<OrderKey, Stored> waiting, Shelf shelf, int most, Instant now)
    {
        var left = new ByStockRows(ReservationPolicy.Decide(waiting.Values.Select(stored => stored.Order()), shelf, now).Answers
            .Where(answer => answer is not (Reservation.OutOfStock { IsNews: false } or Reservation.AlreadyDecided))
            .Select(answer => new DecidedOrder(
                answer,
                OrderWrite.Changes(waiting[answer.Order.Key], answer.Order),
                answer is Reservation.Made ? [.. Shelf.SkusOf(answer.Order.Lines)] : [])));

        var batches = new List<ReservationBatch>();
        while (!left.IsEmpty)
        {
            var packing = new Packing(shelf);
            left.StartCommit();
            while (!left.IsEmpty && left.Peek(packing.IsEmpty) is var next && packing.HasRoomFor(next, most))
            {
                left.Take(next, packing.Add(next));
            }

            batches.Add(packing.Close());
            shelf = packing.Shelf;
        }

        return batches;
    }

    private sealed class Packing(Shelf shelf)
    {
        private readonly List<OrderKey> _orders = [];
        private readonly List<RowChange> _changes = [];
        private readonly HashSet<Sku> _touched = [];
        private int _weight;
        private int _held;

        public Shelf Shelf { get; private set; } = shelf;

        public bool IsEmpty => _orders.Count == 0;

        public bool HasRoomFor(DecidedOrder next, int most)
        {
            var stockRows = _touched.Count + next.Skus.Count(sku => !_touched.Contains(sku));
            return IsEmpty || _orders.Count < most
                && _changes.Count + next.Changes.Count + stockRows <= PoolTurn.MaxRows
                && _weight + next.Changes.Sum(change => change.Weight) + stockRows * WeightOfAStockRow <= CommitSet.MaxWeight;
        }

        /// <returns>Products whose stock rows are new to the batch.</returns>
        public IReadOnlyList<Sku> Add(DecidedOrder next)
        {
            _orders.Add(next.Answer.Order.Key);
            _changes.AddRange(next.Changes);
            _weight += next.Changes.Sum(change => change.Weight);
            if (next.Answer is Reservation.Made)
            {
                Shelf = Shelf.Hold(next.Answer.Order.Lines);
                _held++;
            }

            return [.. next.Skus.Where(_touched.Add)];
        }

        public ReservationBatch Close() => new(_orders, _changes, _touched, Shelf, _held);
    }
}
