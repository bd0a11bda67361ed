using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Orders;

public sealed class OrderJournalTests
{
    private static readonly Order Order = Sample.Order;

    public static TheoryData<string, Order, Order?, string> Cases => new()
    {
        { "new", Order, null, "Taken awaiting_packaging" },
        { "new and flawed", Order with { State = OrderState.SetAside, Flaw = "a flaw" }, null, "Taken awaiting_packaging; SetAside a flaw" },
        { "nothing", Order with { RawStatus = "awaiting_deliver" }, Order, "" },
        { "held", Order with { State = OrderState.Held }, Order, "Held" },
        { "short", Order with { State = OrderState.OutOfStock, MissingUnits = 2 }, Order, "OutOfStock 2 missing" },
        { "still short", Order with { State = OrderState.OutOfStock, MissingUnits = 1 }, Order with { State = OrderState.OutOfStock, MissingUnits = 2 }, "" },
        { "shipped", Order with { State = OrderState.Shipped, RawStatus = "delivering" }, Order, "Shipped delivering" },
        { "cancelled", Order with { State = OrderState.Cancelled, CancelReason = "buyer" }, Order, "Cancelled buyer" },
        { "waits again", Order, Order with { State = OrderState.Held }, "Waiting awaiting_packaging" },
        { "moved", Order with { ShipBy = Sample.Noon }, Order, $"DeadlineMoved {Sample.Noon}" },
        { "moved by a rule", Order with { ShipBy = Sample.Noon, ShipByRule = Rule(CarrierPickUp.NotPlanned) }, Order, $"DeadlineMoved {Sample.Noon} PromisedTime (delivery_time)" },
        { "moved to a pick-up", Order with { ShipBy = Sample.Noon, ShipByRule = Rule(CarrierPickUp.LastBeforeLimit) }, Order, $"DeadlineMoved {Sample.Noon} PromisedTime (delivery_time) {Sample.Noon}, the last pick-up before it" },
        { "pick-up passed", Order with { ShipByRule = Rule(CarrierPickUp.NoneLeft) }, Order with { ShipByRule = Rule(CarrierPickUp.LastBeforeLimit) }, "RuleChanged PromisedTime (delivery_time) and no pick-up left" },
        { "warned", Order with { Warned = [Note("24h", RungFate.Covered), Note("12h", RungFate.Named)] }, Order, "Warned 12h" },
        { "covered", Order with { Warned = [Note("24h", RungFate.Acknowledged)] }, Order, "" },
        { "acknowledged", Order with { Acknowledged = new Acknowledgement("Anna", Sample.Noon, Sample.Noon) }, Order, "Acknowledged Anna" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Journal_NotesWhatDiffers(string name, Order now, Order? was, string entries)
    {
        var noted = now.NotedSince(was, Sample.Noon);

        Assert.Equal(entries, string.Join("; ", noted.Journal.Select(entry => $"{entry.What} {entry.Detail}".TrimEnd())));
        Assert.True(name.Length > 0 && noted.Journal.All(entry => entry.At == Sample.Noon));
    }

    [Fact]
    public void Journal_ThatGrowsTooLong_KeepsItsBeginningAndItsEnd()
    {
        var order = Order.NotedSince(null, Sample.Noon);
        for (var i = 1; i <= 200; i++)
        {
            order = (order with { ShipBy = Sample.Noon + Duration.FromMinutes(i) }).NotedSince(order, Sample.Noon + Duration.FromSeconds(i));
        }

        Assert.Equal(OrderJournal.MostEntries, order.Journal.Count);
        Assert.Equal(JournalEvent.Taken, order.Journal[0].What);
        Assert.Equal(Sample.Noon + Duration.FromSeconds(200), order.Journal[^1].At);
    }

    private static ShipByRule Rule(CarrierPickUp pickUp) => new(DeadlineRule.PromisedTime, Sample.Noon, "delivery_time", pickUp);

    private static RungNote Note(string rung, RungFate fate) => new(rung, fate, Sample.Noon);
}
