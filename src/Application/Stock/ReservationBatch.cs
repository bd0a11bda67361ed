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
    private const int RowsForTheLease = 1;
    private const int WeightOfAStockRow = 2_000;

    /// <summary>Decides about all waiting orders at once and packs the answers, first come, first served.</summary>
    /// <param name="most">Orders a batch may hold; smaller after a batch was refused, so that one order in somebody else's hands does not keep the others waiting.</param>
    public static IReadOnlyList<ReservationBatch> Pack(IReadOnlyDictionary<OrderKey, Stored> waiting, Shelf shelf, int most, Instant now)
    {
        var batches = new List<ReservationBatch>();
        var packing = new Packing(shelf);
        foreach (var answer in ReservationPolicy.Decide(waiting.Values.Select(stored => stored.Order()), shelf, now).Answers)
        {
            if (answer is Reservation.OutOfStock { IsNews: false } or Reservation.AlreadyDecided)
            {
                continue;
            }

            var changes = OrderWrite.Changes(waiting[answer.Order.Key], answer.Order);
            Sku[] skus = answer is Reservation.Made ? [.. answer.Order.Lines.Select(line => line.Sku).Distinct()] : [];
            if (!packing.HasRoomFor(changes, skus, most))
            {
                batches.Add(packing.Close());
                packing = new Packing(packing.Shelf);
            }

            packing.Add(answer, changes, skus);
        }

        return packing.IsEmpty ? batches : [.. batches, packing.Close()];
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

        public bool HasRoomFor(IReadOnlyList<RowChange> changes, IReadOnlyCollection<Sku> skus, int most)
        {
            var stockRows = _touched.Count + skus.Count(sku => !_touched.Contains(sku));
            return IsEmpty || _orders.Count < most
                && _changes.Count + changes.Count + stockRows + RowsForTheLease <= CommitSet.MaxRows
                && _weight + changes.Sum(change => change.Weight) + stockRows * WeightOfAStockRow <= CommitSet.MaxWeight;
        }

        public void Add(Reservation answer, IReadOnlyList<RowChange> changes, IReadOnlyCollection<Sku> skus)
        {
            _orders.Add(answer.Order.Key);
            _changes.AddRange(changes);
            _touched.UnionWith(skus);
            _weight += changes.Sum(change => change.Weight);
            if (answer is Reservation.Made)
            {
                Shelf = Shelf.Hold(answer.Order.Lines);
                _held++;
            }
        }

        public ReservationBatch Close() => new(_orders, _changes, _touched, Shelf, _held);
    }
}
