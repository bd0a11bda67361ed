namespace ShipBy.Domain.Alerts;

/// <summary>What can be wrong with ShipBy itself, or with what it stands on. Each has its own page in the playbook: cause and remedy.</summary>
public enum OperationalAlertKind
{
    /// <summary>A shop could not be read whole for too long.</summary>
    StalledPoll,

    /// <summary>The marketplace does not accept the shop's key.</summary>
    KeyRefused,

    /// <summary>The shop's key dies soon.</summary>
    KeyExpiring,

    /// <summary>A timer gives no sign of life.</summary>
    SilentTimer,

    /// <summary>Orders are due and nobody looks at them.</summary>
    LateSweep,

    /// <summary>Messages lie in a queue and nobody takes them.</summary>
    SilentQueue,

    /// <summary>Messages failed too often and were put away by the host.</summary>
    PoisonMessage,

    /// <summary>Pushes used to come, and orders come without them now.</summary>
    SilentPushes,

    /// <summary>The marketplace had switched pushes off; they were switched on again.</summary>
    PushesOff,

    /// <summary>The marketplace has switched pushes off and does not let them be switched on.</summary>
    PushesStayOff,

    /// <summary>Message after message to a shop's own address was refused.</summary>
    MessagesRefused,

    /// <summary>A channel refuses notices, or has asked for quiet for too long.</summary>
    ChannelRefuses,

    /// <summary>Notices wait because the budget of their channel is used up.</summary>
    QuotaTight,

    /// <summary>Our clock and somebody else's disagree.</summary>
    ClockOff,

    /// <summary>Rows of the ledger do not follow from its orders.</summary>
    StockDrift,

    /// <summary>The marketplace's open orders are not ours.</summary>
    ListsDiffer,

    /// <summary>A shop cannot be told what there is to sell.</summary>
    StockUntold,

    /// <summary>A marketplace refuses the number of some products.</summary>
    StockRefused,

    /// <summary>A marketplace takes its own orders off the numbers it is told where it should not, or the reverse.</summary>
    StockMisread,

    /// <summary>Fewer units of a product are free than the seller wants always to be.</summary>
    LowStock,

    /// <summary>Fewer of a carrier's waybill numbers are left than the seller wants always to have.</summary>
    LowWaybills,

    /// <summary>The marketplace grades the seller worse than well.</summary>
    RatingWorse,

    /// <summary>Too many of the seller's orders are spoilt, by the marketplace's own count.</summary>
    ErrorIndexHigh,

    /// <summary>Buyers wrote, and nobody has read it.</summary>
    BuyersWait,

    /// <summary>Bad reviews stand unanswered.</summary>
    BadReviews,

    /// <summary>Buyers want orders cancelled, and the marketplace grants it where nobody answers in time.</summary>
    CancelRequests,

    /// <summary>A calendar's data ends soon.</summary>
    CalendarEnding,

    /// <summary>A calendar guesses days that nobody has announced yet.</summary>
    CalendarGuessed,
}
