using NodaTime;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Holidays;
using ShipBy.Domain.Quality;
using ShipBy.Domain.Shipping.Numbers;

namespace ShipBy.Application.Ledger;

/// <remarks>Rows of the desk, which belong to no shelf.</remarks>
public abstract partial record LedgerRow
{
    /// <summary>A filter of the desk's orders that somebody gave a name to.</summary>
    /// <param name="Query">As the address of the page writes it.</param>
    public sealed record ViewRow(string Name, string Query) : LedgerRow
    {
        public override RowKey Key => RowKey.View(Name);

        public override int Weight => 2_000 + Text(Name, Query);
    }

    /// <summary>What is looked at before an order of a shop ships, in the seller's words.</summary>
    public sealed record ChecklistRow(string Shop, IReadOnlyList<string> Entries) : LedgerRow
    {
        public override RowKey Key => RowKey.Checklist(Shop);

        public override int Weight => 2_000 + Entries.Sum(entry => 10 + Text(entry));
    }

    /// <summary>Orders that are shipped at one go, until all of them are noted in their own rows, and for a while after.</summary>
    public sealed record BatchRow(ShipmentBatch Batch) : LedgerRow
    {
        public override RowKey Key => RowKey.Batch(Batch.Id);

        public override int Weight => 2_000 + Text(Batch.By, Batch.Carrier) + Batch.Items.Sum(item => 250 + Text(item.Order.Shop, item.Order.Number, item.TrackingNumber, item.Joins?.Shop, item.Joins?.Number));
    }

    /// <summary>Something the seller does so that fewer orders go wrong.</summary>
    public sealed record ImprovementRow(Improvement Improvement) : LedgerRow
    {
        public override RowKey Key => RowKey.Improvement(Improvement.Id);

        public override int Weight => 2_000 + Text(Improvement.Measure, Improvement.Owner, Improvement.Shop, Improvement.By);
    }

    /// <summary>What was typed on the way from an empty desk, until its end.</summary>
    /// <param name="Sealed">It holds secrets: nothing of it can be read here.</param>
    public sealed record StartRow(string Sealed) : LedgerRow
    {
        public override RowKey Key => RowKey.Start;

        public override int Weight => 2_000 + Text(Sealed);
    }

    /// <summary>The table of carriers that the seller keeps, whole.</summary>
    public sealed record CarriersRow(IReadOnlyList<CarrierTariff> Tariffs) : LedgerRow
    {
        public override RowKey Key => RowKey.Carriers;

        public override int Weight => 2_000 + Tariffs.Sum(WeightOf);

        private static int WeightOf(CarrierTariff tariff) => 600 + 70 * tariff.PickUps.Count + 70 * tariff.Shutdowns.Count
            + Text(tariff.Name, tariff.Code, tariff.Contact, tariff.Emergency) + tariff.Countries.Concat(tariff.PostalCodes).Concat(tariff.Places).Sum(entry => 10 + Text(entry));
    }

    /// <summary>What the seller wrote for a closed period, in place of what is proposed.</summary>
    /// <param name="ArriveBy">When parcels shall be there; null: by the day before.</param>
    public sealed record HolidayRow(LocalDate From, LocalDate To, LocalDate? ArriveBy, IReadOnlyList<HolidayText> Texts) : LedgerRow
    {
        public override RowKey Key => RowKey.Holiday(From, To);

        public override int Weight => 2_000 + Texts.Sum(text => 100 + Text(text.Text));
    }

    /// <summary>Says that a batch is not finished, until the commit that finishes it.</summary>
    /// <param name="Orders">All of it.</param>
    public sealed record UnfinishedRow(Guid Batch, Instant StartedAt, int Orders) : LedgerRow
    {
        public override RowKey Key => RowKey.Unfinished(Batch);
    }

    /// <summary>The batch that was started last. Every start replaces it as it was when its plan was made: of two that were planned side by side one has to plan again.</summary>
    public sealed record StartsRow(Guid Last) : LedgerRow
    {
        public override RowKey Key => RowKey.Starts;
    }

    /// <summary>Numbers that a carrier gave at one time.</summary>
    public sealed record WaybillRow(WaybillLot Lot) : LedgerRow
    {
        public override RowKey Key => RowKey.Waybills(Lot.IsSpent, Lot.AddedAt, Lot.Id);

        public override int Weight => 2_500 + Text(Lot.Carrier, Lot.By, Lot.Run?.First) + Lot.Listed.Concat(Lot.Back).Concat(Lot.Struck).Sum(number => 20 + number.Length);
    }

    /// <summary>How few numbers of each carrier there shall never be, and what two additions of numbers at the same moment contend for.</summary>
    /// <param name="Changes">Grows with every addition.</param>
    public sealed record WaybillLinesRow(int Changes, IReadOnlyList<WaybillLine> Lines) : LedgerRow
    {
        public override RowKey Key => RowKey.WaybillLines;

        public override int Weight => 2_000 + Lines.Sum(line => 50 + Text(line.Carrier));
    }
}
