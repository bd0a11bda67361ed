using NodaTime;

namespace ShipBy.Domain.Offers;

/// <summary>What to do about a product's number at a marketplace.</summary>
public enum OfferStep
{
    Leave,
    Tell,

    /// <summary>Read back what the marketplace has.</summary>
    Look,
}

/// <summary>When a marketplace is told a number, and when it is asked whether it has it. Numbers are whole amounts, so that telling one twice does no harm.</summary>
public static class OfferPolicy
{
    /// <value>Longer than a poll takes to see an order that came meanwhile: before that, a difference may be the marketplace's news and not its error.</value>
    public static readonly Duration LookAfter = Duration.FromMinutes(2);

    /// <value>How long what was seen is believed: a number of an instance that stood still in the middle of its call may land after that.</value>
    public static readonly Duration LookAgainAfter = Duration.FromHours(1);

    /// <value>A product that the shop does not sell, or sells no more, is tried again after this.</value>
    public static readonly Duration AskAgainAfter = Duration.FromHours(1);

    /// <param name="offer">What the marketplace was told last; null for nothing.</param>
    /// <param name="wanted">What it should have now.</param>
    /// <param name="pause">What the marketplace asks for between two numbers of one product.</param>
    public static OfferStep Decide(Offer? offer, int wanted, Duration pause, Instant now) => offer switch
    {
        null => OfferStep.Tell,
        _ when now - offer.At < pause => OfferStep.Leave,
        { State: OfferState.Refused or OfferState.NotSold } => now - offer.At >= AskAgainAfter ? OfferStep.Tell : OfferStep.Leave,
        { State: OfferState.NotTaken } => OfferStep.Tell,
        _ when offer.Units != wanted => OfferStep.Tell,
        { State: OfferState.Told } => now - offer.At >= LookAfter ? OfferStep.Look : OfferStep.Leave,
        _ => now - offer.At >= LookAgainAfter ? OfferStep.Look : OfferStep.Leave,
    };

    /// <summary>Whether what the marketplace shows is what it was told.</summary>
    /// <param name="present">Units that it counts, those of its own open orders included.</param>
    /// <param name="reserved">Units of its own open orders.</param>
    public static OfferSight Judge(Offer offer, OfferTerms terms, int present, int reserved)
    {
        var (meant, other) = terms.SubtractsItsOwn ? (present, present - reserved) : (present - reserved, present);

        return meant == offer.Units ? OfferSight.AsTold
            : reserved > 0 && other == offer.Units ? OfferSight.ReadTheOtherWay
            : OfferSight.Differs;
    }
}

/// <summary>What a marketplace made of a number.</summary>
public enum OfferSight
{
    AsTold,
    Differs,

    /// <summary>It has the number, and takes its own orders off where it should not, or the reverse: the shop's setting is wrong.</summary>
    ReadTheOtherWay,
}
