using ShipBy.Application.Desk;
using ShipBy.Domain.Orders;

namespace ShipBy.Pages.Tests.Access;

/// <summary>A desk that remembers what was acknowledged.</summary>
internal sealed class FakeDesk(params TodayOrder[] orders) : IDesk
{
    public List<(OrderKey Order, string By)> Acknowledged { get; } = [];

    public Task<TodayView> TodayAsync(CancellationToken cancel) => Task.FromResult(Sample.View(orders));

    public Task<bool> AcknowledgeAsync(OrderKey order, string by, CancellationToken cancel)
    {
        if (orders.All(open => open.Key != order))
        {
            return Task.FromResult(false);
        }

        Acknowledged.Add((order, by));
        return Task.FromResult(true);
    }
}
