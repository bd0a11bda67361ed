using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.SelfWatch;

/// <summary>One way to see whether something is wrong with ShipBy itself.</summary>
public interface ISelfCheck
{
    /// <value>The alerts that it raises and ends. What it does not find any more is over.</value>
    IReadOnlyList<OperationalAlertKind> Kinds { get; }

    /// <value>
    /// Null: it asks nothing, and is part of every pass. Otherwise the outbox timer alone runs it, at most this often by all instances together; zero: each pass.
    /// </value>
    Duration? Every { get; }

    /// <remarks>A marketplace that fails is not the check's business: what could not be seen stays as it is.</remarks>
    Task<SelfCheckAnswer> LookAsync(SelfCheckScope scope, CancellationToken cancel);
}

/// <summary>What a check may look at without asking.</summary>
/// <param name="IsHome">Whether this is the pool that keeps what belongs to no pool.</param>
/// <param name="Trigger">Who looks.</param>
/// <param name="Marketplaces">The shops that sell from the pool.</param>
public sealed record SelfCheckScope(PoolName Pool, bool IsHome, Trigger Trigger, Instant Now, VigilRows Rows, IReadOnlyList<IMarketplace> Marketplaces)
{
    /// <value>Those of them that look after their account.</value>
    public IEnumerable<IMarketplace> Accounts => Marketplaces.Where(marketplace => !marketplace.Shop.IsGuest);
}

/// <summary>What a check saw.</summary>
public sealed record SelfCheckAnswer(IReadOnlyList<OperationalFinding> Findings)
{
    public static SelfCheckAnswer AllIsWell { get; } = new([]);

    /// <value>Subjects that nobody could look at: their alerts stay as they are.</value>
    public IReadOnlySet<string> CannotTell { get; init; } = new HashSet<string>();

    /// <value>Whether anything could be seen at all.</value>
    public bool IsBlind { get; init; }

    /// <value>When to look again, if not at the usual time.</value>
    public Duration? LookAgainIn { get; init; }

    /// <value>What it wants to remember, in the commit that tells.</value>
    public IReadOnlyList<RowChange> Remember { get; init; } = [];
}
