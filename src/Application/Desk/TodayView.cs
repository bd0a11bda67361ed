using NodaTime;
using ShipBy.Application.Transit;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Preparing;
using ShipBy.Domain.Shipping;

namespace ShipBy.Application.Desk;

/// <summary>The seller's page of today: open orders by what presses most.</summary>
/// <param name="Now">The one instant that the whole page was computed for.</param>
/// <param name="Orders">As <see cref="MostPressing"/> orders them: overdue, then least working time left, then most money; orders without a deadline last.</param>
/// <param name="Problems">What ShipBy wants a person to look at, newest first.</param>
public sealed record TodayView(Instant Now, IReadOnlyList<TodayOrder> Orders, IReadOnlyList<TodayProblem> Problems, TodayCounts Counts, IReadOnlyList<TodayShop> Shops)
{
    /// <value>Whether no shop is set yet: what is there is made up.</value>
    public bool IsSample { get; init; }

    /// <value>What is wrong with ShipBy itself now, as far as it has been told.</value>
    public IReadOnlyList<OperationalAlert> Alerts { get; init; } = [];

    /// <value>Carriers of the open orders, each once.</value>
    public IReadOnlyList<string> Carriers { get; init; } = [];

    /// <value>Parcels on their way that somebody has to ask the carrier about, the worst first.</value>
    public IReadOnlyList<ToldConsignment> Consignments { get; init; } = [];
}

/// <param name="Left">Time to the deadline; negative when overdue; null without a deadline.</param>
/// <param name="Warned">Rungs that a mail named, with the instant.</param>
public sealed record TodayOrder(
    OrderKey Key,
    OrderState State,
    string RawStatus,
    Instant? ShipBy,
    Duration? Left,
    string Goods,
    Money? Value,
    int MissingUnits,
    string? Flaw,
    string? Carrier,
    IReadOnlyList<RungNote> Warned,
    Acknowledgement? Acknowledged)
{
    /// <value>Who takes care of it; null for nobody in particular.</value>
    public string? Owner { get; init; }

    /// <value>Why the deadline is what it is; null without a deadline and in rows of older versions.</value>
    public ShipByRule? ShipByRule { get; init; }

    /// <value>Why a person should look before it ships; empty for no reason.</value>
    public IReadOnlyList<ReviewReason> Questions { get; init; } = [];

    /// <value>What is said to the marketplace about it; null for nothing.</value>
    public Instruction? Instruction { get; init; }

    /// <value>How far it has come at the packing table; null while nobody has noted anything.</value>
    public Preparation? Preparation { get; init; }

    /// <value>Whether the buyer wrote something along with it.</value>
    public bool HasWish { get; init; }

    /// <value>What is to be expected of it, and why; null without a deadline.</value>
    public OrderOutlook? Outlook { get; init; }

    /// <value>What missing the deadline costs, or has; null where nothing is charged for it.</value>
    public CostOfMissing? Cost { get; init; }
}

public sealed record TodayProblem(Instant At, string Subject, string Reason);

public sealed record TodayCounts(int Open, int Overdue, int OutOfStock, int SetAside, int ShippedToday, int MailsToday);

/// <param name="LastReadAt">When its orders were last read whole, or about when it last told of one, if it cannot be asked; null before the first time.</param>
public sealed record TodayShop(string Name, Instant? LastReadAt)
{
    private static readonly IReadOnlyDictionary<string, long> NoMessages = new Dictionary<string, long>();

    /// <value>From when on it could not be told its stock; null while it is.</value>
    public Instant? StockUntoldSince { get; init; }

    /// <value>Products whose number it refuses.</value>
    public int StockRefused { get; init; }

    /// <value>Messages in its name that were refused since the process started, by the answer that they got.</value>
    public IReadOnlyDictionary<string, long> RefusedMessages { get; init; } = NoMessages;

    /// <value>What it could promise, by its own record; null where nobody asked.</value>
    public PromiseReview? Promise { get; init; }
}
