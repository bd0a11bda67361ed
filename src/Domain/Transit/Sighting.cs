using NodaTime;

namespace ShipBy.Domain.Transit;

/// <summary>The last that is known of where a parcel is.</summary>
/// <param name="Word">The marketplace's own word, as it was read last; null where it never was.</param>
/// <param name="At">Since when nothing has moved: when that was read, or as the carrier dates it.</param>
public sealed record Sighting(TransitSign Sign, string? Word, Instant At)
{
    /// <value>Whether nobody has to wait for anything any more.</value>
    public bool IsEnd => Sign is TransitSign.Arrived or TransitSign.Returned;

    /// <summary>What is known after the marketplace was read, which shows the same word for days.</summary>
    /// <remarks>Only another word is news: so a carrier's file may know more than the marketplace, and the next reading does not take it back.</remarks>
    public Sighting AfterReading(Sighting read) => read.Word == Word ? this : IsBehind(read.Sign) ? read with { Sign = Sign } : read;

    /// <summary>What is known after a carrier told of something that it dates itself. Files are brought in late, twice, and in any order.</summary>
    public Sighting AfterTelling(TransitSign sign, Instant at)
    {
        if (sign == Sign)
        {
            return at > At ? this with { At = at } : this;
        }

        return IsBehind(sign) || (at < At && !IsAhead(sign)) ? this : this with { Sign = sign, At = Instant.Max(at, At) };
    }

    /// <remarks>What was scanned was handed over, and what has arrived was both.</remarks>
    private bool IsBehind(TransitSign sign) => IsEnd || (sign == TransitSign.HandedOver && (Sign is TransitSign.Scanned or TransitSign.Held));

    /// <remarks>Carriers date the scan, and ShipBy the moment at which it saw the hand-over, which may be later.</remarks>
    private bool IsAhead(TransitSign sign) => sign is TransitSign.Arrived or TransitSign.Returned || (Sign == TransitSign.HandedOver && (sign is TransitSign.Scanned or TransitSign.Held));
}
