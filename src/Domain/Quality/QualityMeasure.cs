namespace ShipBy.Domain.Quality;

/// <summary>What is counted of one of the seller's days. Which of an order's days a measure belongs to, each says.</summary>
/// <remarks>Names are written into the rows of the history: none is ever renamed.</remarks>
public enum QualityMeasure
{
    /// <summary>Orders, by the day of the order. Presales, parts of split orders and orders that were never paid are none.</summary>
    Ordered,

    /// <summary>Of these, cancelled by the seller before the hand-over.</summary>
    CancelledBySeller,
    CancelledByBuyer,

    /// <summary>Cancelled before the hand-over by the marketplace or the carrier, or nobody knows by whom.</summary>
    CancelledOtherwise,

    /// <summary>Orders whose stock was looked for, by the day of the order.</summary>
    Reserved,

    /// <summary>Of these, those whose units were all there at the first attempt.</summary>
    FilledAtOnce,
    UnitsReserved,
    UnitsFilledAtOnce,

    /// <summary>Orders with stars, by the day of the order.</summary>
    Reviewed,

    /// <summary>The sum of their stars.</summary>
    Stars,

    /// <summary>Of these, with four or five.</summary>
    Satisfied,

    /// <summary>Orders that had to be handed over, by the day of their limit.</summary>
    Due,
    Late,

    /// <summary>Of those due, named in a warning before the limit passed.</summary>
    Warned,

    /// <summary>Of these, early enough to act, and handed over in time. See <see cref="QualityPolicy.TimeToAct"/>.</summary>
    WarnedAndSaved,

    /// <summary>By the day of the hand-over.</summary>
    Shipped,

    /// <summary>Of these, with a wrong or a missing item.</summary>
    Inaccurate,

    /// <summary>Shipped orders of which it is known when they were handed over.</summary>
    Timed,

    /// <summary>Minutes from the payment to the hand-over, by the calendar, of all of these together.</summary>
    MinutesTaken,

    /// <summary>Parcels that arrived and had a promise, by the day that was promised.</summary>
    Delivered,

    /// <summary>Of these, not later than promised.</summary>
    DeliveredInTime,

    /// <summary>Parcels with a promise that their carrier spoke of and that nobody saw arrive, by the day that was promised. Once that day is over they are late.</summary>
    Undelivered,
}
