using NodaTime;
using ShipBy.Application.Marketplaces;

namespace ShipBy.TestKit.Worlds;

/// <remarks>How it grades the seller, and who waits for an answer.</remarks>
public sealed partial class FakeMarketplace : IKeyRights, IAccountHealth, IBuyerTalk, ICancelRequests
{
    public MissingRights? MissingRights { get; set; }

    public decimal ErrorIndexLimit => 4;

    public AccountHealth Health { get; set; } = new(null, [], []);

    public Duration ReplyWithin => Duration.FromHours(24);

    public IReadOnlyList<WaitingBuyer> WaitingBuyers { get; set; } = [];

    public IReadOnlyList<BadReview>? BadReviews { get; set; }

    public IReadOnlyList<CancelRequest> CancelRequests { get; set; } = [];

    /// <value>What was decided, in its order.</value>
    public List<(long Request, bool IsGranted, string? Comment)> Decided { get; } = [];

    public Task<IReadOnlyList<CancelRequest>> CancelRequestsAsync(CancellationToken cancel) => Account(CancelRequests);

    public Task DecideAsync(CancelRequest request, bool isGranted, string? comment, CancellationToken cancel)
    {
        Decided.Add((request.Id, isGranted, comment));
        CancelRequests = [.. CancelRequests.Where(one => one.Id != request.Id)];
        return Task.CompletedTask;
    }

    public Task<MissingRights?> MissingRightsAsync(CancellationToken cancel) => Account(MissingRights);

    public Task<AccountHealth> HealthAsync(CancellationToken cancel) => Account(Health);

    public Task<IReadOnlyList<WaitingBuyer>> WaitingBuyersAsync(CancellationToken cancel) => Account(WaitingBuyers);

    public Task<IReadOnlyList<BadReview>?> BadReviewsAsync(CancellationToken cancel) => Account(BadReviews);
}
