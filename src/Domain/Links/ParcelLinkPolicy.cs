using NodaTime;
using ShipBy.Domain.Transit;

namespace ShipBy.Domain.Links;

/// <summary>What a link about a parcel on its way may still do. It never does what the page of today would not.</summary>
public static class ParcelLinkPolicy
{
    /// <param name="parcel">Null where it is followed no more.</param>
    /// <param name="rules">Null where its shop asks for nothing, or is gone.</param>
    /// <param name="isUsed">Whether it was pressed before.</param>
    public static LinkSight Look(AlertLink link, Consignment? parcel, TransitRules? rules, bool isUsed, Instant now)
    {
        if (parcel is null || rules is null)
        {
            return isUsed && link.Action == LinkAction.Settle ? new LinkSight.Used(null) : new LinkSight.Closed(null);
        }

        if (ConsignmentPolicy.Running(parcel, rules, now).FirstOrDefault(link.IsAbout) is not { } clock)
        {
            return new LinkSight.Moved(new LinkSubject.AParcel(parcel, ConsignmentPolicy.InForce(parcel, rules, now), rules));
        }

        var subject = new LinkSubject.AParcel(parcel, clock, rules);
        return isUsed ? new LinkSight.Used(subject)
            : link.Action == LinkAction.Acknowledge && ConsignmentPolicy.IsAnswered(parcel, clock, now) ? new LinkSight.Answered(subject)
            : new LinkSight.Open(subject, [new LinkOffer(null, clock.Limit, EndOf(link.Action, clock, now))]);
    }

    /// <summary>The parcel once the button is pressed; null when nobody asks about it any more.</summary>
    public static LinkSubject.AParcel? Press(AlertLink link, LinkSubject.AParcel open, string by, Instant now) =>
        link.Action != LinkAction.Settle && ConsignmentPolicy.Acknowledge(open.Parcel, by, open.Rules, now) is { } after ? open with { Parcel = after } : null;

    private static QuietEnd EndOf(LinkAction action, TransitClock clock, Instant now) =>
        action == LinkAction.Settle ? QuietEnd.Never : clock.Limit < now ? QuietEnd.NextTrouble : QuietEnd.Limit;
}
