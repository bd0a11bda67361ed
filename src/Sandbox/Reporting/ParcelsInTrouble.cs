using ShipBy.Sandbox.App;
using ShipBy.Sandbox.Mail;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Source;

namespace ShipBy.Sandbox.Reporting;

/// <summary>A parcel with which something went wrong after its hand-over.</summary>
/// <param name="Named">Whether the app has told of it: in a mail by its trouble, or, of a lost one, that its order is cancelled.</param>
/// <param name="DueBy">By then it had to be named; null where nobody can say so for certain.</param>
internal sealed record ParcelInTrouble(OrderTrack Order, bool Named, DateTimeOffset? DueBy);

/// <summary>Holds what the app named of parcels against what the carriers did with them.</summary>
/// <remarks>
/// A parcel had to be named ten seconds after its clock went off: the hand-over and <see cref="ParcelClocks.FirstScanWithin"/> for one that is never scanned, the last move and
/// <see cref="ParcelClocks.StuckAfter"/> for one that is stuck, and at once for what the carrier admits; none of them before <see cref="ParcelClocks.FollowedAfter"/> has passed since
/// the hand-over. Judged is what lies wholly before the end of the run, and only while somebody watched all along.
/// </remarks>
internal sealed class ParcelsInTrouble(SandboxRun run)
{
    /// <value>Sweep, letter and mail, with the service out of order for a moment.</value>
    private static readonly TimeSpan TakesToSay = TimeSpan.FromSeconds(10);

    private readonly ILookup<string, NamedParcel> _named = run.Mails.All.SelectMany(mail => mail.Parcels).ToLookup(parcel => parcel.Order, StringComparer.Ordinal);

    public IReadOnlyList<ParcelInTrouble> Of(IEnumerable<ShippedOrder> orders) =>
    [
        .. from order in orders
           where order.Track.Plan.Parcel is not null
           let since = SinceOf(order)
           where since <= run.Clock.Now
           select new ParcelInTrouble(order.Track, IsNamed(order.Track), DueBy(order, since.Value)),
    ];

    /// <summary>Orders of which a mail says that their parcel is in trouble, and it is not.</summary>
    /// <remarks>After the end of the run nothing moves any more: a limit that passes then is rightly told.</remarks>
    public IEnumerable<ShippedOrder> NamedInVain(IEnumerable<ShippedOrder> orders) =>
        orders.Where(order => _named[order.Track.Plan.Number].Any(parcel => !(parcel.Limit >= run.Clock.End?.ToUnixTimeSeconds())) && !(SinceOf(order) <= run.Clock.Now));

    private static DateTimeOffset? SinceOf(ShippedOrder order) => order switch
    {
        { Track.Plan.Parcel.End: ParcelEnd.Lost } => order.State is { CancelledBy: "delivery", CancelledAt: { } lost } ? lost : null,
        { State.CancelledAt: not null } => null,
        { Track.Plan.Parcel: { } tale, State.ShippedAt: { } left } => ParcelWay.TroubleSince(tale, left),
        _ => null,
    };

    private bool IsNamed(OrderTrack order) => order.Plan.Parcel!.End is ParcelEnd.Lost
        ? order.App?.Cancelled is not null
        : _named[order.Plan.Number].Any(parcel => parcel.Trouble == WordOf(order.Plan.Parcel.End));

    private static string WordOf(ParcelEnd end) => end is ParcelEnd.NeverScanned ? "NotScanned" : end.ToString();

    private DateTimeOffset? DueBy(ShippedOrder order, DateTimeOffset since)
    {
        var left = order.State.ShippedAt!.Value;
        var goesOff = since + run.Clock.ToWall(order.Track.Plan.Parcel!.End switch
        {
            ParcelEnd.NeverScanned => ParcelClocks.FirstScanWithin,
            ParcelEnd.Stuck => ParcelClocks.StuckAfter,
            _ => TimeSpan.Zero,
        });
        var followed = left + run.Clock.ToWall(ParcelClocks.FollowedAfter);
        var due = (goesOff > followed ? goesOff : followed) + TakesToSay;
        return due <= run.Clock.Now && !run.App.Gaps.Any(gap => Overlaps(gap, left, due)) ? due : null;
    }

    private static bool Overlaps(Gap gap, DateTimeOffset from, DateTimeOffset to) => gap.From < to && gap.To > from;
}
