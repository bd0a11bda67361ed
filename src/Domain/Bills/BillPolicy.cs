using NodaTime;
using ShipBy.Domain.Carriers;

namespace ShipBy.Domain.Bills;

/// <summary>Holds a carrier's bill against what was handed over and against the table of carriers.</summary>
/// <remarks>
/// A price is above the table where no row of the carrier for the place and the billed weight has so much; where the place is not known any more, no row for any place: what is
/// found is never too much, and may be too little. A price in another currency than the table's is not compared.
/// </remarks>
public static class BillPolicy
{
    /// <param name="parcels">Whatever may have one of the bill's numbers, or was handed over in the time it is about; each number once.</param>
    /// <param name="tariffs">The carrier's rows.</param>
    /// <param name="time">What is handed over in it, and not billed, is missed; null: from the first to the last parcel of the bill.</param>
    public static BillComparison Compare(IReadOnlyList<BillLine> bill, IReadOnlyList<KnownParcel> parcels, IReadOnlyList<CarrierTariff> tariffs, Interval? time)
    {
        var known = parcels.ToDictionary(parcel => parcel.Number, StringComparer.Ordinal);
        var (findings, seen) = (new List<BillFinding>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var line in bill.Where(line => line.Charge == BillCharge.Delivery))
        {
            var parcel = known.GetValueOrDefault(line.Number);
            if (!seen.Add(line.Number))
            {
                findings.Add(new BillFinding(BillFlaw.BilledTwice, line.Number, parcel?.Orders ?? []) { Line = line.Line, Above = line.Price });
            }
            else if (parcel?.HandedOverAt is null)
            {
                findings.Add(new BillFinding(BillFlaw.NeverShipped, line.Number, parcel?.Orders ?? []) { Line = line.Line, Above = line.Price });
            }
            else
            {
                findings.AddRange(OfTable(line, parcel, tariffs));
            }
        }

        findings.AddRange(bill.Where(line => line.Charge == BillCharge.Surcharge && known.GetValueOrDefault(line.Number)?.HandedOverAt is null)
            .Select(line => new BillFinding(BillFlaw.NeverShipped, line.Number, known.GetValueOrDefault(line.Number)?.Orders ?? []) { Line = line.Line, Above = line.Price }));
        var about = time ?? TimeOf(parcels.Where(parcel => seen.Contains(parcel.Number)));
        findings.AddRange(parcels.Where(parcel => !seen.Contains(parcel.Number) && parcel.HandedOverAt is { } at && about?.Contains(at) == true).OrderBy(parcel => parcel.HandedOverAt)
            .Select(parcel => new BillFinding(BillFlaw.NotBilled, parcel.Number, parcel.Orders)));
        return new BillComparison(bill, [.. findings.OrderBy(finding => finding.Line ?? int.MaxValue)], about);
    }

    private static IEnumerable<BillFinding> OfTable(BillLine line, KnownParcel parcel, IReadOnlyList<CarrierTariff> tariffs)
    {
        var there = tariffs.Where(tariff => parcel.To is null || RegionPolicy.Of(tariff, parcel.To) != RegionFit.No).ToList();
        var taking = there.Where(tariff => !(line.Grams > tariff.UpTo)).ToList();
        if (there.Count > 0 && taking.Count == 0)
        {
            yield return new BillFinding(BillFlaw.Heavier, line.Number, parcel.Orders) { Line = line.Line, Grams = line.Grams, MostGrams = there.Max(tariff => tariff.UpTo) };
            yield break;
        }

        // Of each place the least step that takes the weight; without a weight any step may be the right one.
        var inForce = line.Grams is null ? taking : taking.GroupBy(PlaceOf).SelectMany(place => place.GroupBy(tariff => tariff.UpTo ?? int.MaxValue).MinBy(step => step.Key)!).ToList();
        if (inForce.Count > 0 && inForce.All(tariff => tariff.Price?.Currency == line.Price.Currency) && inForce.Max(tariff => tariff.Price!.MinorUnits) is var most && line.Price.MinorUnits > most)
        {
            yield return new BillFinding(BillFlaw.Dearer, line.Number, parcel.Orders) { Line = line.Line, Grams = line.Grams, Above = line.Price with { MinorUnits = line.Price.MinorUnits - most }, Table = line.Price with { MinorUnits = most } };
        }
    }

    private static string PlaceOf(CarrierTariff tariff) => string.Join('\n', tariff.Countries.Append("|").Concat(tariff.PostalCodes).Append("|").Concat(tariff.Places).Append("|").Append(CarrierName.Of(tariff.Name)));

    private static Interval? TimeOf(IEnumerable<KnownParcel> billed)
    {
        var times = billed.Select(parcel => parcel.HandedOverAt).OfType<Instant>().ToList();
        return times.Count == 0 ? null : new Interval(times.Min(), times.Max());
    }
}
