namespace ShipBy.Domain.Transit;

/// <summary>What to do about a parcel on its way now.</summary>
public abstract record ConsignmentAction
{
    private ConsignmentAction() { }

    /// <summary>Nothing is to be said.</summary>
    /// <param name="After">The parcel with its next look.</param>
    public sealed record Wait(Consignment After) : ConsignmentAction;

    /// <param name="Clock">The worst of what is due.</param>
    /// <param name="IsOver">Whether its limit has passed.</param>
    /// <param name="After">The parcel once this is written down.</param>
    public sealed record Tell(TransitClock Clock, bool IsOver, Consignment After) : ConsignmentAction;

    /// <summary>Nobody asks about it any more.</summary>
    public sealed record Drop : ConsignmentAction;
}
