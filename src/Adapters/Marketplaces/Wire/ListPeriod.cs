using NodaTime;

namespace ShipBy.Adapters.Marketplaces.Wire;

/// <param name="To">Not before <paramref name="From"/>. Both ends are asked for, so neighbours share an instant.</param>
internal readonly record struct ListPeriod(Instant From, Instant To)
{
    public Duration Length => To - From;

    /// <summary>Parts of at most <paramref name="longest"/>, earliest first; at least one, unless <paramref name="to"/> lies before <paramref name="from"/>.</summary>
    public static IEnumerable<ListPeriod> Slices(Instant from, Instant to, Duration longest)
    {
        if (to < from)
            yield break;

        var start = from;
        do
        {
            var end = Instant.Min(start + longest, to);
            yield return new ListPeriod(start, end);
            start = end;
        }
        while (start < to);
    }

    public (ListPeriod Early, ListPeriod Late) Halves()
    {
        var middle = From + (Length / 2);
        return (new ListPeriod(From, middle), new ListPeriod(middle, To));
    }
}
