using NodaTime;
using ShipBy.Application.Marketplaces;

namespace ShipBy.TestKit.Worlds;

/// <remarks>How it grades the seller, and who waits for an answer.</remarks>
public sealed partial class FakeMarketplace : IKeyRights, IAccountHealth, IBuyerTalk
{
    public MissingRights? MissingRights { get; set; }

    public decimal ErrorIndexLimit => 4;

    public AccountHealth Health { get; set; } = new(null, [], []);

    public Duration ReplyWithin => Duration.FromHours(24);

    public IReadOnlyList<WaitingBuyer> WaitingBuyers { get; set; } = [];

    public IReadOnlyList<BadReview>? BadReviews { get; set; }

    public Task<MissingRights?> MissingRightsAsync(CancellationToken cancel) => Account(MissingRights);

    public Task<AccountHealth> HealthAsync(CancellationToken cancel) => Account(Health);

    public Task<IReadOnlyList<WaitingBuyer>> WaitingBuyersAsync(CancellationToken cancel) => Account(WaitingBuyers);

    public Task<IReadOnlyList<BadReview>?> BadReviewsAsync(CancellationToken cancel) => Account(BadReviews);
}
