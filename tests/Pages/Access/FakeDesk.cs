using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Application.Transit;
using ShipBy.Domain.Orders;

namespace ShipBy.Pages.Tests.Access;

/// <summary>A desk that remembers what was said there.</summary>
internal sealed class FakeDesk(params TodayOrder[] orders) : IDesk
{
    public List<(OrderKey Order, string By)> Acknowledged { get; } = [];

    public List<(OrderKey Order, Duration Time)> Snoozed { get; } = [];

    public List<(OrderKey Order, string Owner)> Assigned { get; } = [];

    public IReadOnlyList<TodayShop> Shops { get; init; } = [];

    public IReadOnlyList<ToldConsignment> Consignments { get; init; } = [];

    public List<(OrderKey Order, string By)> AcknowledgedParcels { get; } = [];

    public List<OrderKey> SettledParcels { get; } = [];

    public Task<TodayView> TodayAsync(OrderFilter filter, CancellationToken cancel) => Task.FromResult(Sample.View(orders) with { Shops = Shops, Consignments = Consignments });

    public Task<bool> AcknowledgeAsync(OrderKey order, string by, CancellationToken cancel)
    {
        if (orders.All(open => open.Key != order))
        {
            return Task.FromResult(false);
        }

        Acknowledged.Add((order, by));
        return Task.FromResult(true);
    }

    public Task<bool> SnoozeAsync(OrderKey order, string by, Duration time, CancellationToken cancel)
    {
        Snoozed.Add((order, time));
        return Task.FromResult(orders.Any(open => open.Key == order));
    }

    public Task<bool> AssignAsync(OrderKey order, string owner, CancellationToken cancel)
    {
        Assigned.Add((order, owner));
        return Task.FromResult(orders.Any(open => open.Key == order));
    }

    public Task<bool> AcknowledgeParcelAsync(OrderKey order, string by, CancellationToken cancel)
    {
        AcknowledgedParcels.Add((order, by));
        return Task.FromResult(Consignments.Any(told => told.Line.Order == order));
    }

    public Task<bool> SettleParcelAsync(OrderKey order, CancellationToken cancel)
    {
        SettledParcels.Add(order);
        return Task.FromResult(Consignments.Any(told => told.Line.Order == order));
    }
}
