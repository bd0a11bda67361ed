namespace ShipBy.Domain.Shipping.Numbers;

/// <summary>Takes numbers out of a carrier's lots, and puts unused ones back. A number goes to one parcel.</summary>
public static class WaybillPolicy
{
    /// <summary>The next numbers: of each lot those that came back first, then in its order; the lots in theirs.</summary>
    /// <param name="used">Bare numbers that parcels have already: they are passed over and never go out.</param>
    /// <returns>Fewer where there are not so many, and the lots as they are then.</returns>
    public static (IReadOnlyList<string> Numbers, IReadOnlyList<WaybillLot> After) Take(IReadOnlyList<WaybillLot> lots, int count, IReadOnlySet<string> used)
    {
        var (numbers, after) = (new List<string>(), new List<WaybillLot>());
        foreach (var lot in lots)
        {
            var back = new Queue<string>(lot.Back.Where(number => !used.Contains(number)));
            while (numbers.Count < count && back.TryDequeue(out var number))
            {
                numbers.Add(number);
            }

            var (struck, taken) = (lot.Struck.ToHashSet(StringComparer.Ordinal), lot.Taken);
            for (; numbers.Count < count && taken < lot.All; taken++)
            {
                var number = lot.At(taken);
                if (!struck.Remove(number) && !used.Contains(number))
                {
                    numbers.Add(number);
                }
            }

            after.Add(lot with { Back = [.. back], Struck = [.. lot.Struck.Where(struck.Contains)], Taken = taken });
        }

        return (numbers, after);
    }

    /// <summary>The lot without numbers that parcels have got otherwise.</summary>
    /// <returns>The lot itself where it has none of them left.</returns>
    public static WaybillLot Strike(WaybillLot lot, IReadOnlySet<string> bare)
    {
        var ahead = (lot.Run is null ? lot.Listed.Skip(lot.Taken).Where(bare.Contains) : bare.Where(number => lot.PlaceOf(number) >= lot.Taken)).Except(lot.Struck).ToList();
        return ahead.Count == 0 && !lot.Back.Any(bare.Contains) ? lot : lot with { Struck = [.. lot.Struck, .. ahead], Back = [.. lot.Back.Where(number => !bare.Contains(number))] };
    }

    /// <summary>The lot with a number that was taken and that no parcel has.</summary>
    /// <returns>Null where the lot never gave it, or has it back already.</returns>
    public static WaybillLot? GiveBack(WaybillLot lot, string bare) =>
        lot.PlaceOf(bare) < lot.Taken && !lot.Back.Contains(bare) ? lot with { Back = [.. lot.Back, bare] } : null;

    /// <summary>Tells the numbers that the lots ever had.</summary>
    public static Predicate<string> KnownIn(IEnumerable<WaybillLot> lots)
    {
        var (listed, runs) = (new HashSet<string>(StringComparer.Ordinal), new List<WaybillLot>());
        foreach (var lot in lots)
        {
            listed.UnionWith(lot.Listed);
            runs.AddRange(lot.Run is null ? [] : [lot]);
        }

        return number => listed.Contains(number) || runs.Exists(run => run.Has(number));
    }

    /// <summary>All numbers of a lot, taken or not.</summary>
    public static IEnumerable<string> NumbersOf(WaybillLot lot) => Enumerable.Range(0, lot.All).Select(lot.At);
}
