using ShipBy.Domain.Transit;

namespace ShipBy.Pages.Wording;

/// <summary>How a language speaks of parcels on their way, to the seller and to the carrier.</summary>
public sealed class TransitWords(Texts texts)
{
    public string Heading => texts.Say();

    public string ContactLabel => texts.Say();

    public string CarrierLabel => texts.Say();

    public string TrackingLabel => texts.Say();

    public string ValueLabel => texts.Say();

    /// <value>On the button by which a parcel is asked about no more.</value>
    public string Settle => texts.Say();

    public string ClaimLabel => texts.Say();

    /// <summary>A subject; <paramref name="more"/> parcels are in the letter besides.</summary>
    public string Subject(string what, string number, int more) => more == 0 ? texts.Say("Subject", ("what", what), ("number", number)) : texts.Say("Subject.more", ("what", what), ("number", number), ("more", more));

    /// <summary>The trouble in a few words.</summary>
    /// <param name="isOver">Whether its limit has passed.</param>
    public string Name(ConsignmentTrouble trouble, bool isOver) => texts.Say($"Name.{trouble}{Near(trouble, isOver)}");

    /// <summary>The trouble in a sentence.</summary>
    /// <param name="isOver">Whether its limit has passed.</param>
    public string What(ConsignmentTrouble trouble, bool isOver, string handedOver, string limit, string seen) => texts.Say(
        $"What.{trouble}{Near(trouble, isOver)}", ("handedOver", handedOver), ("limit", limit), ("seen", seen));

    public string ClaimStart(string number, string tracking, string handedOver) => tracking.Length == 0
        ? texts.Say("ClaimStart.untracked", ("number", number), ("handedOver", handedOver))
        : texts.Say("ClaimStart", ("number", number), ("tracking", tracking), ("handedOver", handedOver));

    /// <summary>What is wrong and what is asked of the carrier.</summary>
    public string Claim(ConsignmentTrouble trouble, string limit, string seen) => texts.Say($"Claim.{trouble}", ("limit", limit), ("seen", seen));

    public string ClaimValue(string value) => texts.Say("ClaimValue", ("value", value));

    public string ClaimEnd => texts.Say();

    /// <remarks>What has no rungs before its limit is never near.</remarks>
    private static string Near(ConsignmentTrouble trouble, bool isOver) => isOver || trouble is not (ConsignmentTrouble.NotScanned or ConsignmentTrouble.NotArrived) ? "" : ".near";
}
