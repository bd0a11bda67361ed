namespace ShipBy.Domain.Carriers;

/// <summary>How many parcels of a carrier were handed over in time, and how many late, as the marketplace counts.</summary>
public sealed record OnTimeRecord(int InTime, int Late)
{
    public int All => InTime + Late;

    /// <param name="parcels">Of which those with this carrier count, and with a limit, whatever the others are.</param>
    public static OnTimeRecord Of(CarrierTariff tariff, IEnumerable<SentParcel> parcels)
    {
        var sent = parcels.Where(parcel => parcel.IsLate is not null && tariff.IsCalled(parcel.Carrier)).ToList();
        var late = sent.Count(parcel => parcel.IsLate == true);
        return new OnTimeRecord(sent.Count - late, late);
    }
}
