using NodaTime;

namespace ShipBy.Domain.Shipping.Numbers;

/// <summary>Numbers of electronic waybills that a carrier gave at one time: a run that follows a rule, or a list. It stays when it is used up: what was given once is never given again.</summary>
/// <param name="Carrier">As marketplaces are told.</param>
/// <param name="By">Who brought it in.</param>
public sealed record WaybillLot(Guid Id, string Carrier, Instant AddedAt, string By)
{
    /// <value>Numbers brought in at once.</value>
    public const int Most = 20_000;

    /// <value>Null for a list.</value>
    public WaybillRun? Run { get; init; }

    /// <value>Each once, bare, in the order in which they go out; empty for a run.</value>
    public IReadOnlyList<string> Listed { get; init; } = [];

    /// <value>Numbers from the front that are gone.</value>
    public int Taken { get; init; }

    /// <value>Numbers that are not gone yet and never go out: a parcel has them already.</value>
    public IReadOnlyList<string> Struck { get; init; } = [];

    /// <value>Numbers that were taken and came back: they go out first.</value>
    public IReadOnlyList<string> Back { get; init; } = [];

    public int All => Run?.Count ?? Listed.Count;

    public int Left => All - Taken - Struck.Count + Back.Count;

    public bool IsSpent => Left == 0;

    /// <value>The number that goes out next; null where none is left.</value>
    public string? Next => WaybillPolicy.Take([this], 1, new HashSet<string>()).Numbers is [var next] ? next : null;

    /// <summary>Whether it ever had this number, taken or not.</summary>
    public bool Has(string bare) => PlaceOf(bare) is not null;

    /// <returns>Null where it never had it.</returns>
    internal int? PlaceOf(string bare)
    {
        if (Run is { } run)
        {
            return TrackingSeries.StepsTo(run.First, bare, run.Rule) is { } steps && steps * run.Step is var place && place >= 0 && place < run.Count ? (int)place : null;
        }

        for (var index = 0; index < Listed.Count; index++)
        {
            if (Listed[index] == bare)
            {
                return index;
            }
        }

        return null;
    }

    internal string At(int place) => Run is { } run ? TrackingSeries.At(run.First, run.Rule, place * run.Step) : Listed[place];
}

/// <param name="First">Bare.</param>
/// <param name="Step">1, or -1.</param>
public sealed record WaybillRun(string First, NumberRule Rule, int Step, int Count);

/// <summary>How many numbers of a carrier shall always be left.</summary>
/// <param name="AtLeast">At least 1.</param>
public sealed record WaybillLine(string Carrier, int AtLeast);
